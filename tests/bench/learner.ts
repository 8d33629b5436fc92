/** Learners who review every evening what the schedule brings. */
import { DAY } from '../../src/core/day.ts';
import type { Rating, Review } from '../../src/core/event.ts';
import { type Hold, type Parameters, Schedule, type Step } from '../../src/core/schedule.ts';
import { numbersOf } from '../../src/core/shuffle.ts';
import type { Mind } from './mind.ts';

/** After which what was missed is asked again, in ms. */
const STEP = 600_000;
/** In ms. */
const A_TURN = 10_000;
/** Share of new cards that are recalled when they are asked for the first time. */
const FIRST = 0.76;
/** The first evening, in epoch ms. */
export const START = Date.UTC(2026, 0, 5, 18);

/** What a learner did, and what is true of them. */
export interface Studied {
  reviews: Review[];
  /** True probability of recall at each review, in the same order. */
  chances: number[];
  truth: Mind;
  /** When the last day has ended, in epoch ms. */
  end: number;
}

export interface Plan {
  /** The learner's memory, as it is before the first evening. */
  mind: () => Mind;
  seed: number;
  days: number;
  newADay: number;
  retention: number;
  /** From which day on the schedule has parameters of its own, and which, given the reviews until then. */
  fit?: { from: number; parameters(reviews: readonly Review[]): Parameters };
}

/** Lets the learner review every evening whatever the schedule brings. */
export function studied({ mind, seed, days, newADay, retention, fit }: Plan): Studied {
  const random = numbersOf(seed);
  const truth = mind();
  const reviews: Review[] = [];
  const chances: number[] = [];
  const start = START;
  const lastDays = new Map<string, number>();
  const due = new Map<string, number>();
  let holds = new Map<string, Hold>();
  let schedule = new Schedule(retention);

  const ask = (card: string, day: number, at: number): Step => {
    const chance = due.has(card) ? truth.chance(card, at) : FIRST;
    const rating: Rating = random() < chance ? 3 : 1;
    const elapsed = day - (lastDays.get(card) ?? day);
    const step = schedule.next(holds.get(card) ?? null, rating, elapsed);
    const id = `learner000-${reviews.length + 1}`;
    reviews.push({ v: 1, t: 'review', id, card, at, tz: 0, rating, ms: 5000, rev: '' });
    chances.push(chance);
    truth.learn(card, rating, at);
    holds.set(card, step);
    lastDays.set(card, day);
    due.set(card, day + step.days);
    return step;
  };

  for (let day = 0; day < days; day += 1) {
    if (day === fit?.from) {
      schedule = new Schedule(retention, fit.parameters(reviews));
      holds = replayed(reviews, start, schedule);
    }
    // Between four in the afternoon and eight.
    let at = start + day * DAY + Math.round((random() - 0.5) * 4 * 3_600_000);
    const again: { card: string; at: number }[] = [];
    const turn = (card: string) => {
      at += A_TURN;
      if (ask(card, day, at).learning) again.push({ card, at: at + STEP });
    };
    const back = [...due].filter(([, dueDay]) => dueDay <= day).map(([card]) => card);
    for (const card of back) turn(card);
    for (let nth = 0; nth < newADay; nth += 1) turn(`card-${day * newADay + nth}`);
    for (let next = again.shift(); next; next = again.shift()) {
      at = Math.max(at, next.at);
      turn(next.card);
    }
  }
  return { reviews, chances, truth, end: start + days * DAY };
}

/** What a schedule makes of the reviews. */
function replayed(reviews: readonly Review[], start: number, schedule: Schedule): Map<string, Hold> {
  const holds = new Map<string, Hold>();
  const days = new Map<string, number>();
  for (const { card, at, rating } of reviews) {
    const day = Math.floor((at - start) / DAY + 0.5);
    holds.set(card, schedule.next(holds.get(card) ?? null, rating, day - (days.get(card) ?? day)));
    days.set(card, day);
  }
  return holds;
}
