/** What is kept here, and whether the browser promises to keep it. */
import { isReview } from '../../core/event.ts';
import { found } from '../found.ts';
import type { History } from '../history.ts';
import { askToPersist, persisted } from '../log/persistence.ts';
import { counted, dateInWords } from '../numbers.ts';

const PROMISES = new Map([
  [true, 'The browser has promised to keep it until you delete it yourself.'],
  [false, 'The browser has not promised to keep it: when room gets scarce it may delete it.'],
  [null, 'This browser does not say whether it may delete it when room gets scarce.'],
]);

/** Says what the history holds. */
export function tellKept(page: HTMLElement, { log, memories }: History): void {
  const first = log.events.find(isReview);
  const reviews = log.events.filter(isReview).length;
  const cards = [...memories.entries()].length;
  found(page, '[data-kept]').textContent = first
    ? `${counted(reviews, 'review')} of ${counted(cards, 'question')} since ${dateInWords(first.at)}.`
    : 'Nothing yet: you have not rated a question.';
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
  return (await persisted())
    ? 'The browser keeps it from now on.'
    : 'The browser did not promise it. Browsers promise it to sites that are visited often, installed or bookmarked.';
}
