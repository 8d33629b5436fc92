/** Memories that are known: what a learner will recall is a matter of chance, but its probability is not. */
import { FSRSAlgorithm } from 'ts-fsrs';
import { DAY } from '../../src/core/day.ts';
import type { Rating } from '../../src/core/event.ts';
import { FIRST_SPREAD, SPREAD } from '../../src/core/fitting.ts';
import { allowed, type Parameters, USUAL } from '../../src/core/schedule.ts';
import { numbersOf } from '../../src/core/shuffle.ts';

export interface Mind {
  /** Probability that the card is recalled at `at` (epoch ms); 0 for a card that was never seen. */
  chance(card: string, at: number): number;
  /** The card was asked at `at`. Here days are not whole, as they are in the schedule. */
  learn(card: string, rating: Rating, at: number): void;
}

/** A number of the normal distribution, of two even ones. */
const normal = (random: () => number): number =>
  Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());

/** Parameters drawn around the defaults; `far` times as far from them as people are, the forgetting curve half of that. */
export function drawn(seed: number, far: number): number[] {
  const random = numbersOf(seed);
  const parameters = USUAL.map((value, n) => {
    if (n < 4) return value * Math.exp(far * FIRST_SPREAD * normal(random));
    const spread = (SPREAD[n] ?? 0) * (n === 20 ? 0.5 : 1);
    return Math.max(value / 4, value + far * spread * normal(random));
  });
  return allowed(parameters);
}

/** A memory as FSRS describes it, with parameters of its own. */
export class OfFsrs implements Mind {
  readonly #fsrs: FSRSAlgorithm;
  readonly #holds = new Map<string, { stability: number; difficulty: number; at: number }>();

  constructor(parameters: Parameters) {
    this.#fsrs = new FSRSAlgorithm({ w: parameters, request_retention: 0.9 });
  }

  chance(card: string, at: number): number {
    const hold = this.#holds.get(card);
    return hold ? this.#fsrs.forgetting_curve((at - hold.at) / DAY, hold.stability) : 0;
  }

  learn(card: string, rating: Rating, at: number): void {
    const before = this.#holds.get(card) ?? null;
    const days = before ? (at - before.at) / DAY : 0;
    const after = this.#fsrs.next_state(before, days < 0.5 ? 0 : days, rating);
    this.#holds.set(card, { ...after, at });
  }
}

/** Days in which half is gone, if it were halved evenly, where a tenth is gone in those that FSRS tells of a first success. */
const USUAL_HALF = (2.3065 * Math.log(0.5)) / Math.log(0.9);

/**
 * A memory that FSRS does not describe: it halves in so many days, which grow with each success the more the less
 * likely it was, and shrink with each miss; each card is of another weight; and now and then what is known is missed.
 */
export class Halving implements Mind {
  readonly #random: () => number;
  readonly #holds = new Map<string, { half: number; weight: number; at: number }>();
  /** Days in which a card that was seen once is half forgotten, how much a success adds, what a miss leaves, and how often it slips. */
  readonly #first: number;
  readonly #growth: number;
  readonly #left = 0.3;
  readonly #slip: number;

  constructor(seed: number) {
    this.#random = numbersOf(seed);
    this.#first = USUAL_HALF * Math.exp(0.6 * normal(this.#random));
    this.#growth = 8 * Math.exp(0.5 * normal(this.#random));
    this.#slip = 0.04 * this.#random();
  }

  chance(card: string, at: number): number {
    const hold = this.#holds.get(card);
    return hold ? (1 - this.#slip) * this.#kept(hold, at) : 0;
  }

  learn(card: string, rating: Rating, at: number): void {
    const before = this.#holds.get(card);
    if (!before) {
      const weight = Math.exp(0.4 * normal(this.#random));
      const half = this.#first * weight * (rating > 1 ? 1 : this.#left);
      this.#holds.set(card, { half, weight, at });
      return;
    }
    const grown = 1 + this.#growth * before.weight * (1 - this.#kept(before, at)) * before.half ** -0.2;
    const least = this.#first * before.weight * this.#left;
    const half = rating > 1 ? before.half * grown : Math.max(least, before.half * this.#left);
    this.#holds.set(card, { ...before, half, at });
  }

  #kept({ half, at: seen }: { half: number; at: number }, at: number): number {
    return 2 ** ((seen - at) / DAY / half);
  }
}
