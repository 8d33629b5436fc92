/**
 * When a card comes back: FSRS-6 as ts-fsrs computes it, behind this one file.
 *
 * The rules are those of ts-fsrs with one step of ten minutes for what was missed and fifteen for what was
 * hard while it is being learned (`learning_steps` and `relearning_steps` of `10m`); a test compares the two.
 * Days between reviews are study days.
 */
import { clipParameters, default_w, FSRSAlgorithm } from 'ts-fsrs';
import type { Rating } from './event.ts';

/** A card in memory, as FSRS sees it. */
export interface Grip {
  /** Days after which recall has fallen to 90 %. */
  stability: number;
  /** 1 easy to 10 hard. */
  difficulty: number;
}

/** How well a card is held after a review. */
export interface Hold extends Grip {
  /** True while a step of minutes is on: after a miss, or after a hard first review. */
  learning: boolean;
}

/** The hold after a review, and when the card is due: in `minutes` on the same day, or in `days`. */
export interface Step extends Hold {
  minutes: number;
  days: number;
}

/** The 21 numbers in which FSRS-6 holds a learner's memory. */
export type Parameters = readonly number[];

/** FSRS's own, which are those of people on average. */
export const USUAL: Parameters = default_w;

/** The parameters nearest to these that FSRS allows; of what is no number the least that is allowed. */
export function allowed(parameters: Parameters): number[] {
  return clipParameters([...parameters], 1);
}

const AGAIN_MINUTES = 10;
const HARD_MINUTES = 15;

export class Schedule {
  readonly #fsrs: FSRSAlgorithm;

  /** For a `retention` between 0 and 1: the share of cards that should be recalled when they come due. */
  constructor(retention: number, parameters = USUAL) {
    this.#fsrs = new FSRSAlgorithm({
      w: parameters,
      request_retention: retention,
      learning_steps: ['10m'],
      relearning_steps: ['10m'],
    });
  }

  /** The step from `hold` (null for a card never reviewed) by `rating`, `elapsed` whole days (≥ 0) after the last review. */
  next(hold: Hold | null, rating: Rating, elapsed: number): Step {
    const after = (grade: Rating) => this.after(hold, grade, elapsed);
    const { stability, difficulty } = after(rating);
    const interval = (grade: Rating) =>
      this.#fsrs.next_interval(grade === rating ? stability : after(grade).stability, elapsed);
    const inMinutes = (minutes: number) => ({ stability, difficulty, learning: true, minutes, days: 0 });
    const inDays = (days: number) => ({ stability, difficulty, learning: false, minutes: 0, days });
    if (rating === 1) return inMinutes(AGAIN_MINUTES);
    if (hold === null || hold.learning) {
      return rating === 2 ? inMinutes(HARD_MINUTES) : inDays(interval(rating));
    }
    // Of a card that is held, a better rating never brings it back sooner than a worse one.
    const even = interval(3);
    const hard = Math.min(interval(2), even);
    if (rating === 2) return inDays(hard);
    const good = Math.max(even, hard + 1);
    return inDays(rating === 3 ? good : Math.max(interval(4), good + 1));
  }

  /** What `next` makes of the memory, without asking when the card is due. */
  after(hold: Grip | null, rating: Rating, elapsed: number): Grip {
    return this.#fsrs.next_state(hold, elapsed, rating);
  }

  /** Probability of recall, 0 to 1, `days` (also parts of days) after the last review. */
  retrievability(stability: number, days: number): number {
    return this.#fsrs.forgetting_curve(Math.max(0, days), stability);
  }
}
