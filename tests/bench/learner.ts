/** Learners whose memory is known: FSRS with parameters of their own, so that what they will recall is a matter of chance but its probability is not. */
import { clipParameters, default_w, FSRSAlgorithm } from 'ts-fsrs';
import { DAY } from '../../src/core/day.ts';
import type { Rating, Review } from '../../src/core/event.ts';
import { type Hold, Schedule, type Step } from '../../src/core/schedule.ts';
import { numbersOf } from '../../src/core/shuffle.ts';

/** How far FSRS's parameters lie apart among people: what its optimizer takes (`PARAMS_STDDEV` in fsrs-rs). */
export const SPREAD = [
  6.43, 9.66, 17.58, 27.85, 0.57, 0.28, 0.6, 0.12, 0.39, 0.18, 0.33, 0.3, 0.09, 0.16, 0.57, 0.25, 1.03, 0.31,
  0.32, 0.14, 0.27,
];
/** The first stabilities of people differ by factors, not by summands; in powers of e. */
const FIRST_SPREAD = 1;
/** After which what was missed is asked again, in ms. */
const STEP = 600_000;
/** In ms. */
const A_TURN = 10_000;
/** Share of new cards that are recalled when they are asked for the first time. */
const FIRST = 0.76;

/** Parameters drawn around the defaults; `far` times as far from them as people are, the forgetting curve half of that. */
export function drawn(seed: number, far: number): number[] {
  const random = numbersOf(seed);
  const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  const parameters = default_w.map((value, n) => {
    if (n < 4) return value * Math.exp(far * FIRST_SPREAD * normal());
    const spread = (SPREAD[n] ?? 0) * (n === 20 ? 0.5 : 1);
    return Math.max(value / 4, value + far * spread * normal());
  });
  return clipParameters(parameters, 1, true);
}

/** The true memory of one card. */
export class Truth {
  readonly #fsrs: FSRSAlgorithm;
  readonly #holds = new Map<string, { stability: number; difficulty: number; at: number }>();

  constructor(parameters: readonly number[]) {
    this.#fsrs = new FSRSAlgorithm({ w: parameters, request_retention: 0.9 });
  }

  /** Probability that the card is recalled at `at` (epoch ms); 0 for a card that was never seen. */
  chance(card: string, at: number): number {
    const hold = this.#holds.get(card);
    return hold ? this.#fsrs.forgetting_curve((at - hold.at) / DAY, hold.stability) : 0;
  }

  /** The card was asked at `at`. Here days are not whole, as they are in the schedule. */
  learn(card: string, rating: Rating, at: number): void {
    const before = this.#holds.get(card) ?? null;
    const days = before ? (at - before.at) / DAY : 0;
    const after = this.#fsrs.next_state(before, days < 0.5 ? 0 : days, rating);
    this.#holds.set(card, { ...after, at });
  }
}

/** What a learner did, and what is true of them. */
export interface Studied {
  reviews: Review[];
  /** True probability of recall at each review, in the same order. */
  chances: number[];
  truth: Truth;
  /** When the last day has ended, in epoch ms. */
  end: number;
}

export interface Plan {
  /** Parameters of the learner. */
  memory: readonly number[];
  seed: number;
  days: number;
  newADay: number;
  retention: number;
  /** From which day on the schedule has parameters of its own, and which, given the reviews until then. */
  fit?: { from: number; parameters(reviews: readonly Review[]): readonly number[] };
}

/** Lets the learner review every evening whatever the schedule brings. */
export function studied({ memory, seed, days, newADay, retention, fit }: Plan): Studied {
  const random = numbersOf(seed);
  const truth = new Truth(memory);
  const reviews: Review[] = [];
  const chances: number[] = [];
  const start = Date.UTC(2026, 0, 5, 18);
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
