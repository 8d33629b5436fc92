/** What a sitting came to. */
import * as words from '#words';
import type { Card } from '../../core/card.ts';
import { nextBack } from '../../core/next-back.ts';
import { headline } from '../../core/prompt.ts';
import type { Desk, Queue } from '../../core/queue.ts';
import type { ReviewAddress } from '../../core/review-address.ts';
import type { Sitting } from '../../core/sitting.ts';
import { leechesAmong, type Summary, summaryOf } from '../../core/summary.ts';
import { linkToCard } from '../card-link.ts';
import { make } from '../make.ts';
import { stepInWords } from '../recall/words.ts';
import { waysOn } from './ways-on.ts';

/** What an ending is made from. `minutes`: how long the sitting took. */
export interface Ended {
  sitting: Sitting;
  queue: Queue;
  desk: Desk;
  address: ReviewAddress;
  base: string;
  minutes: number;
  /** Resolves once everything that was to be kept of the sitting is. */
  saved: Promise<unknown>;
  /** Where the history is kept, and what is to be said there about copies of it, or null. */
  history: { address: string; reminder: string | null };
  /** Suspends a card, or has it asked again. */
  suspend(card: Card, isSuspended: boolean): void;
}

/** The parts of the ending, from its heading on. */
export function endingOf(ended: Ended): HTMLElement[] {
  const { sitting } = ended;
  if (sitting.turns === 0) return nothing(ended);
  const summary = summaryOf(sitting);
  const parts = [title(words.done), make('p', { class: 'lead' }, cameTo(summary, ended.minutes))];
  const next = make('p', { class: 'quiet' });
  parts.push(next);
  const tell = () => {
    next.textContent = sitting.cram ? words.wasACram : nextInWords(ended);
  };
  tell();
  // The last rating may still be on its way to disk.
  ended.saved.then(tell);
  if (summary.missed.length > 0) {
    parts.push(make('h2', {}, words.readAgain));
    parts.push(make('ul', { class: 'missed' }, ...summary.missed.map(({ cards }) => noteOf(cards))));
  }
  return [...parts, ...leechesOf(summary, ended), waysOn(ended, summary)];
}

const title = (text: string) => make('h1', { tabindex: '-1' }, text);

function cameTo({ cards, ratings, aside }: Summary, minutes: number): string {
  const recalled = ratings[2] + ratings[3] + ratings[4];
  const asked = recalled + ratings[1];
  const said: string[] = [];
  if (asked > 0) said.push(words.cameTo(recalled, asked, cards, Math.max(1, Math.round(minutes))));
  const rest = words.putAside(aside.later.length, aside.bury.length, aside.suspend.length);
  if (rest !== '') said.push(words.sentence(rest));
  return said.join(' ');
}

function noteOf(cards: readonly Card[]): HTMLElement {
  return make('li', {}, make('div', {}, ...cards.flatMap((card) => [linkToCard(card), make('br')])));
}

function leechesOf({ missed }: Summary, { desk, suspend }: Ended): HTMLElement[] {
  const cards = new Set(missed.flatMap((note) => note.cards));
  const leeches = leechesAmong(cards, desk.memories);
  if (leeches.length === 0) return [];
  const items = leeches.map(({ card, lapses }) => {
    const button = make('button', { type: 'button' });
    let isSuspended = desk.memories.isSuspended(card.id);
    const show = () => {
      const does = isSuspended ? words.askAgain : words.suspend;
      button.textContent = does;
      button.setAttribute('aria-label', words.namely(does, headline(card.prompt)));
    };
    button.addEventListener('click', () => {
      isSuspended = !isSuspended;
      suspend(card, isSuspended);
      show();
    });
    show();
    const act = make('span', { class: 'words' }, button);
    return make('li', {}, linkToCard(card), ` ${words.times(lapses)}`, act);
  });
  return [
    make('h2', {}, words.missedAgainAndAgain),
    make('p', {}, words.leechAdvice),
    make('ul', { class: 'missed' }, ...items),
  ];
}

function nothing(ended: Ended): HTMLElement[] {
  const isPlain = ended.address.state === 'due';
  return [
    title(isPlain ? words.nothingIsDue : words.nothingMatches),
    make('p', { class: 'lead' }, whyNothing(ended, isPlain)),
    waysOn(ended, summaryOf(ended.sitting)),
  ];
}

function whyNothing(ended: Ended, isPlain: boolean): string {
  const { suspended, buried } = ended.queue.left;
  const next = isPlain ? nextInWords(ended) : null;
  if (next) return next;
  if (suspended + buried > 0) return words.allPutAside;
  return isPlain ? words.readANote : words.noQuestionAsAsked;
}

function nextInWords({ desk, address }: Ended): string | null {
  const next = nextBack(desk, address);
  return next && words.nextComeBack(next.cards, stepInWords(next));
}
