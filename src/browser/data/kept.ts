/** What is kept here, and whether the browser promises to keep it. */
import * as words from '#words';
import { isReview } from '../../core/event.ts';
import { found } from '../found.ts';
import type { History } from '../history.ts';
import { persisted } from '../log/persisted.ts';
import { askToPersist } from '../log/persistence.ts';
import { dateInWords } from '../numbers.ts';

const PROMISES = new Map([
  [true, words.hasPromised],
  [false, words.hasNotPromised],
  [null, words.doesNotSay],
]);

/** Says what the history holds. */
export function tellKept(page: HTMLElement, { log, memories }: History): void {
  const first = log.events.find(isReview);
  const reviews = log.events.filter(isReview).length;
  const cards = [...memories.entries()].length;
  found(page, '[data-kept]').textContent = first
    ? words.keptSince(reviews, cards, dateInWords(first.at))
    : words.nothingKeptYet;
}

/** Says what the browser promises, and offers to ask it where it has not. */
export async function tellPromise(page: HTMLElement): Promise<void> {
  const promise = await persisted();
  found(page, '[data-promise]').textContent = PROMISES.get(promise) ?? '';
  found(page, '[data-asking]').hidden = promise !== false;
}

/** Asks the browser to keep the history. Resolves with what is to be said about the answer. */
export async function askForPromise(page: HTMLElement): Promise<string> {
  await askToPersist(globalThis);
  await tellPromise(page);
  return (await persisted()) ? words.keepsFromNowOn : words.didNotPromise;
}
