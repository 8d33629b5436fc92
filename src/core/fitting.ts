/**
 * Fits FSRS's parameters to a learner: the most likely ones, given the reviews and how people differ.
 *
 * What is most likely is what fsrs-rs looks for, the FSRS project's optimizer (its `training.rs`): least cross entropy of
 * what was recalled on a later day than the review before, plus half the square of each parameter's distance from the
 * default, in standard deviations of people. The way there is Fisher's scoring (Gauss-Newton for a yes or no of known
 * probability p: information p′p′ᵀ / p(1−p)), damped as Levenberg and Marquardt do, with differences for derivatives.
 * Nothing is left to chance: the same reviews give the same parameters.
 */
import type { Rating } from './event.ts';
import { allowed, type Grip, type Parameters, Schedule, USUAL } from './schedule.ts';
import { DEFAULTS } from './study-settings.ts';

/** The reviews of one card from when it was new. */
export interface CardHistory {
  /** Study days, none before the one that precedes it. */
  days: number[];
  ratings: Rating[];
}

/** A review on a later day than the one before. */
export interface Asked {
  day: number;
  recalled: boolean;
  /** Probability of recall that the parameters say, more than 0 and less than 1. */
  chance: number;
}

/** How far FSRS's parameters lie apart among people: `PARAMS_STDDEV` in fsrs-rs's `training.rs`. */
export const SPREAD = [
  6.43, 9.66, 17.58, 27.85, 0.57, 0.28, 0.6, 0.12, 0.39, 0.18, 0.33, 0.3, 0.09, 0.16, 0.57, 0.25, 1.03, 0.31,
  0.32, 0.14, 0.27,
];
/** Ours: the first stabilities of people lie apart by factors, not by summands. In powers of e. */
export const FIRST_SPREAD = 1;
/** The first so many parameters are first stabilities. */
const FIRST = 4;
/** Parameters that only a rating of hard, or only one of easy, has to do with. */
const OF_HARD = [1, 15];
const OF_EASY = [3, 16];

const ROUNDS = 12;
/** In standard deviations: the step for a derivative, and the progress below which the fit has come to rest. */
const DIFFERENCE = 1e-4;
const REST = 1e-3;
/** Levenberg's and Marquardt's damping: at first, what a step that helped leaves of it, how one that did not raises it. */
const DAMPING = 1e-3;
const EASED = 0.1;
const RAISED = 100;
/** Of more reviews than this every second, third or fourth card is taken, so that time has a bound. */
const MOST = 10_000;
/** No prediction is surer, so that one slip does not outweigh everything. */
const SURE = 0.9999;
/** Digits after the point, as FSRS writes its own. */
const DIGITS = 4;

/** The fitted parameters, with four digits after the point. `progress` hears the share of the work that is done, 0 to 1. */
export function fitted(histories: readonly CardHistory[], progress?: (share: number) => void): number[] {
  const size = histories.reduce((sum, { days }) => sum + days.length, 0);
  const stride = Math.ceil(size / MOST);
  const some = histories.filter((_, n) => n % stride === 0);
  const free = freeIn(some);
  const at = (z: readonly number[]) => {
    const asked = askedBy(some, parametersAt(z, free));
    return {
      chances: asked.map(({ chance }) => chance),
      loss: sumOf(asked.map(lossOf)) + sumOf(z.map(half)),
    };
  };
  const recalled = askedBy(some, USUAL).map((one) => Number(one.recalled));
  let z = free.map(() => 0);
  let { chances, loss } = at(z);
  let damping = DAMPING;
  for (let round = 0; round < ROUNDS; round += 1) {
    const slopes = free.map((_, n) => {
      progress?.((round + n / free.length) / ROUNDS);
      const moved = z.map((value, index) => value + (index === n ? DIFFERENCE : 0));
      return at(moved).chances.map((chance, item) => (chance - (chances[item] ?? 0)) / DIFFERENCE);
    });
    const weights = chances.map((chance) => 1 / (chance * (1 - chance)));
    const misses = chances.map((chance, item) => (chance - (recalled[item] ?? 0)) * (weights[item] ?? 0));
    const weighed = slopes.map((slope) => slope.map((value, item) => value * (weights[item] ?? 0)));
    const gradient = slopes.map((slope, n) => (z[n] ?? 0) + product(slope, misses));
    const information = slopes.map((slope, row) =>
      weighed.map((other, column) => product(slope, other) + (row === column ? 1 + damping : 0)),
    );
    const step = solved(information, gradient);
    const next = z.map((value, n) => value - (step[n] ?? 0));
    const there = at(next);
    if (there.loss < loss) {
      z = next;
      ({ chances, loss } = there);
      damping *= EASED;
      if (Math.max(...step.map(Math.abs)) < REST) break;
    } else damping = Math.max(1, damping * RAISED);
  }
  progress?.(1);
  return parametersAt(z, free).map((value) => Number(value.toFixed(DIGITS)));
}

/** Each review on a later day than the one before, with what `parameters` predicted of it. */
export function askedBy(histories: readonly CardHistory[], parameters: Parameters): Asked[] {
  // What recall to aim for has no part in a prediction.
  const schedule = new Schedule(DEFAULTS.retention, parameters);
  const asked: Asked[] = [];
  for (const { days, ratings } of histories) {
    let grip: Grip | null = null;
    let before = 0;
    for (const [n, rating] of ratings.entries()) {
      const day = days[n] ?? 0;
      const elapsed = grip === null ? 0 : day - before;
      if (grip !== null && elapsed > 0) {
        const chance = schedule.retrievability(grip.stability, elapsed);
        asked.push({ day, recalled: rating > 1, chance: Math.min(SURE, Math.max(1 - SURE, chance)) });
      }
      grip = schedule.after(grip, rating, elapsed);
      before = day;
    }
  }
  return asked;
}

/** Cross entropy of one review: how surprising it was. */
export function lossOf({ chance, recalled }: Pick<Asked, 'chance' | 'recalled'>): number {
  return -Math.log(recalled ? chance : 1 - chance);
}

/** The parameters that these reviews can tell anything of. */
function freeIn(histories: readonly CardHistory[]): number[] {
  const has = (rating: Rating) => histories.some(({ ratings }) => ratings.includes(rating));
  const mute = [...(has(2) ? [] : OF_HARD), ...(has(4) ? [] : OF_EASY)];
  return USUAL.map((_, n) => n).filter((n) => !mute.includes(n));
}

/** The parameters so many standard deviations from the defaults. */
function parametersAt(z: readonly number[], free: readonly number[]): number[] {
  const parameters = [...USUAL];
  for (const [n, index] of free.entries()) {
    const value = USUAL[index] ?? 0;
    const far = z[n] ?? 0;
    parameters[index] =
      index < FIRST ? value * Math.exp(FIRST_SPREAD * far) : value + (SPREAD[index] ?? 0) * far;
  }
  return allowed(parameters);
}

const half = (value: number): number => value ** 2 / 2;
const sumOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);
const product = (one: readonly number[], other: readonly number[]): number =>
  one.reduce((sum, value, n) => sum + value * (other[n] ?? 0), 0);

/** The x for which `matrix` times x is `right`, by Gauss's and Jordan's elimination; the matrix is positive definite. */
function solved(matrix: number[][], right: number[]): number[] {
  const rows = matrix.map((row, n) => [...row, right[n] ?? 0]);
  for (const [n, pivot] of rows.entries()) {
    for (const [m, row] of rows.entries()) {
      if (m === n) continue;
      const share = (row[n] ?? 0) / (pivot[n] ?? 1);
      for (let column = n; column < row.length; column += 1)
        row[column] = (row[column] ?? 0) - share * (pivot[column] ?? 0);
    }
  }
  return rows.map((row, n) => (row.at(-1) ?? 0) / (row[n] ?? 1));
}
