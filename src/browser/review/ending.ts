/** What a sitting came to. */
import * as words from '#words';
import type { Card } from '../../core/card.ts';
import type { Memories, Now } from '../../core/memory.ts';
import { headline } from '../../core/prompt.ts';
import type { Queue } from '../../core/queue.ts';
import { type ReviewAddress, writeAddress } from '../../core/review-address.ts';
import type { Sitting } from '../../core/sitting.ts';
import { leechesAmong, summaryOf } from '../../core/summary.ts';
import { daysInWords } from '../recall/words.ts';

/** What an ending is made from. `minutes`: how long the sitting took. */
export interface Ended {
  sitting: Sitting;
  queue: Queue;
  memories: Memories;
  now: Now;
  address: ReviewAddress;
  base: string;
  minutes: number;
  /** What is to be said about copies of the history, or null, and where they are made. */
  copies: { reminder: string | null; address: string };
}

type Child = Node | string;

function element(tag: string, children: Child[], properties: Record<string, string> = {}): HTMLElement {
  const made = document.createElement(tag);
  made.append(...children);
  for (const [name, value] of Object.entries(properties)) made.setAttribute(name, value);
  return made;
}

const link = (text: string, to: string) => element('a', [text], { href: to });

/** The parts of the ending, from its heading on. */
export function endingOf(ended: Ended): HTMLElement[] {
  const { sitting, base } = ended;
  const { cards, ratings, missed } = summaryOf(sitting);
  if (sitting.turns === 0) return nothing(ended);
  const recalled = ratings[2] + ratings[3] + ratings[4];
  const asked = recalled + ratings[1];
  const minutes = Math.max(1, Math.round(ended.minutes));
  const parts = [
    element('h1', [words.done], { tabindex: '-1' }),
    element('p', [words.cameTo(recalled, asked, cards, minutes)], {
      class: 'lead',
    }),
  ];
  if (sitting.cram) parts.push(element('p', [words.wasACram], { class: 'quiet' }));
  if (missed.length > 0) {
    parts.push(element('h2', [words.readAgain]));
    parts.push(
      element(
        'ul',
        missed.map((note) => element('li', [noteOf(note, base)])),
        { class: 'missed' },
      ),
    );
  }
  const asks = new Set(missed.flatMap((note) => note.cards));
  const leeches = leechesAmong(asks, ended.memories);
  if (leeches.length > 0) {
    parts.push(element('h2', [words.missedAgainAndAgain]));
    parts.push(element('p', [words.leechAdvice]));
    const items = leeches.map(({ card, lapses }) =>
      element('li', [asLink(card, base), ` ${words.times(lapses)}`]),
    );
    parts.push(element('ul', items));
  }
  return [...parts, waysOn(ended)];
}

function noteOf({ cards }: { cards: Card[] }, base: string): HTMLElement {
  return element(
    'div',
    cards.flatMap((card) => [asLink(card, base), element('br', [])]),
  );
}

function asLink({ prompt, note, fragment }: Card, base: string): HTMLElement {
  return link(headline(prompt), `${base}${encodeURI(note.slice(1))}#${encodeURIComponent(fragment)}`);
}

function nothing(ended: Ended): HTMLElement[] {
  const { address, memories, now } = ended;
  const isPlain = address.state === 'due';
  return [
    element('h1', [isPlain ? words.nothingIsDue : words.nothingMatches], { tabindex: '-1' }),
    element('p', [isPlain ? nextOf(memories, now) : words.noQuestionAsAsked], {
      class: 'lead',
    }),
    waysOn(ended),
  ];
}

function nextOf(memories: Memories, now: Now): string {
  const today = memories.today(now);
  const days = [...memories.entries()].map(([, memory]) => memory.dueDay - today).filter((day) => day > 0);
  if (days.length === 0) return words.readANote;
  const next = Math.min(...days);
  const count = days.filter((day) => day === next).length;
  return words.nextComeBack(count, daysInWords(next));
}

function waysOn({ queue, address, base, copies }: Ended): HTMLElement {
  const { left } = queue;
  const ways: HTMLElement[] = [];
  const again = (text: string, change: Partial<ReviewAddress>) =>
    ways.push(link(text, location.pathname + writeAddress({ ...address, ...change })));
  if (left.more > 0) again(words.moreOf(left.more), {});
  if (left.newCards > 0) again(words.newOnesWait(left.newCards), { state: 'new', most: 10 });
  if (left.related > 0) again(words.followUps(left.related), {});
  if (address.state !== 'weak') again(words.theWeakOnes, { state: 'weak', most: null });
  if (!address.cram) again(words.cramAll, { state: 'all', cram: true, shuffle: true, most: 20 });
  if (copies.reminder) ways.push(link(copies.reminder, copies.address));
  ways.push(link(words.topics, base));
  return element(
    'p',
    ways.flatMap((way) => [way, ' ']),
    { class: 'words' },
  );
}
