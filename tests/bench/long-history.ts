/** The history of somebody who has learned for a year: generated, and the same in every run. */

import { DAY } from '../../src/core/day.ts';
import type { Rating, Review } from '../../src/core/event.ts';
import { Schedule } from '../../src/core/schedule.ts';
import { numbersOf } from '../../src/core/shuffle.ts';

/** How much of a card's interval may have passed: a little more than all, so that some cards are due. */
const PASSED = 1.02;
const DEVICES = ['phone00000', 'laptop0000'];

/**
 * So many reviews, evenly over the cards, as the schedule asks for them; the last ones lie before `now` (epoch ms) by
 * no more than their interval, so that about a fiftieth of the cards is due.
 */
export function longHistory(cards: readonly string[], reviews: number, now: number): Review[] {
  const random = numbersOf(reviews);
  const schedule = new Schedule(0.9);
  const all: Omit<Review, 'id'>[] = [];
  for (const [n, card] of cards.entries()) {
    const count = Math.floor(((n + 1) * reviews) / cards.length) - Math.floor((n * reviews) / cards.length);
    const ratings = Array.from({ length: count }, (): Rating => (random() < 0.1 ? 1 : 3));
    // What is missed at last would come back within minutes.
    if (count > 0) ratings[count - 1] = 3;
    const spacings: number[] = [];
    let hold: ReturnType<Schedule['next']> | null = null;
    for (const rating of ratings) {
      hold = schedule.next(hold, rating, hold?.days ?? 0);
      spacings.push(hold.days * DAY + hold.minutes * 60_000);
    }
    let at = now;
    for (const [back, spacing] of spacings.reverse().entries()) {
      at -= Math.max(1, Math.round(back === 0 ? spacing * PASSED * random() : spacing));
      const rating = ratings[count - 1 - back] ?? 3;
      all.push({
        v: 1,
        t: 'review',
        card,
        at,
        tz: 60,
        rating,
        ms: 2000 + Math.floor(6000 * random()),
        rev: '',
      });
    }
  }
  all.sort((one, other) => one.at - other.at);
  return all.map((review, n) => ({
    ...review,
    id: `${DEVICES[n % DEVICES.length]}-${Math.floor(n / DEVICES.length) + 1}`,
  }));
}
