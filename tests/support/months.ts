/** Months of a learner's history, as they might have been, and the way to put them into a page's database. */
import type { Page } from '@playwright/test';
import { DAY } from '../../src/core/day.ts';
import type { LogEvent, Rating } from '../../src/core/event.ts';
import { Memories } from '../../src/core/memory.ts';
import { numbersOf } from '../../src/core/shuffle.ts';

/** How the months go. */
export interface Months {
  /** Ids, in the order in which they are learned. */
  cards: readonly string[];
  /** Epoch ms of the last evening; it is one of `days`. */
  until: number;
  days: number;
  newADay: number;
  /** Share of evenings on which nothing is done, 0 to 1. */
  idle?: number;
  seed?: number;
  /** How many times as fast as the usual schedule thinks the learner forgets. */
  fading?: number;
}

/** In ms, from one review to the next. */
const A_TURN = 15_000;

/** The reviews of these months, by the usual schedule. In UTC, of one device. */
export function monthsOf({
  cards,
  until,
  days,
  newADay,
  idle = 0,
  seed = 1,
  fading = 1,
}: Months): LogEvent[] {
  const random = numbersOf(seed);
  const memories = new Memories([]);
  const events: LogEvent[] = [];
  let learned = 0;
  for (let day = days - 1; day >= 0; day -= 1) {
    if (random() < idle) continue;
    let at = until - day * DAY;
    const give = (card: string, rating: Rating) => {
      at += A_TURN;
      const event: LogEvent = {
        v: 1,
        id: `evenings-${events.length + 1}`,
        t: 'review',
        card,
        at,
        tz: 0,
        rating,
        ms: 6000,
        rev: '',
      };
      events.push(event);
      memories.add(event);
    };
    const due = cards.slice(0, learned).filter((card) => {
      const memory = memories.of(card);
      return memory !== undefined && memories.isDue(memory, { at, tz: 0 });
    });
    for (const card of due) {
      const memory = memories.of(card);
      const then = { at: memory ? memory.at + (at - memory.at) * fading : at, tz: 0 };
      const chance = memory ? memories.retrievability(memory, then) : 0;
      if (random() < chance) give(card, 3);
      else {
        give(card, 1);
        give(card, 3);
      }
    }
    for (const card of cards.slice(learned, learned + newADay)) give(card, random() < 0.2 ? 1 : 3);
    learned += newADay;
  }
  return events;
}

/** Puts events into the database that a page of the site has made, as if this browser had kept them. */
export function store(page: Page, events: readonly LogEvent[], base = '/'): Promise<void> {
  return page.evaluate(
    ([name, added]) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open(name);
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const tx = opening.result.transaction('log', 'readwrite');
          tx.onabort = () => reject(tx.error);
          tx.oncomplete = () => {
            opening.result.close();
            resolve();
          };
          for (const event of added) tx.objectStore('log').add(event);
        };
      }),
    [`unfold:${base}`, events] as const,
  );
}
