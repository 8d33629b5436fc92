/**
 * Fits FSRS's parameters to a learner: the most likely ones, given the reviews and how people differ. Fisher scoring
 * with differences for derivatives; of 10,000 reviews some seconds.
 */
import { clipParameters, default_w, FSRSAlgorithm } from 'ts-fsrs';
import { DAY } from '../../src/core/day.ts';
import type { Rating, Review } from '../../src/core/event.ts';
import { SPREAD } from './learner.ts';

const ROUNDS = 12;
/** In standard deviations: the step for a derivative, and the progress below which the fit has come to rest. */
const DIFFERENCE = 1e-4;
const REST = 1e-3;
/** The first stabilities lie apart by factors; in powers of e. */
const FIRST_SPREAD = 1;
/** Parameters that only ratings of hard and easy touch, which nobody gives here. */
const UNTOUCHED = [1, 3, 15, 16];
const FREE = default_w.map((_, n) => n).filter((n) => !UNTOUCHED.includes(n));

interface Asked {
  rating: Rating;
  /** Whole days since the review before. */
  days: number;
}

/** The fitted parameters. Days are counted from 4 am UTC. */
export function fitted(reviews: readonly Review[]): number[] {
  const histories = historiesOf(reviews);
  const recalled = histories.flatMap((history) =>
    history.filter(({ days }) => days > 0).map(({ rating }) => (rating > 1 ? 1 : 0)),
  );
  const lossAt = (z: number[]) => {
    const chances = chancesOf(histories, parametersAt(z));
    const misfit = recalled.reduce<number>(
      (sum, hit, n) => sum - Math.log(hit ? (chances[n] ?? 0) : 1 - (chances[n] ?? 0)),
      0,
    );
    return { chances, loss: misfit + z.reduce((sum, value) => sum + value ** 2 / 2, 0) };
  };
  let z = FREE.map(() => 0);
  let { chances, loss } = lossAt(z);
  let damping = 1e-3;
  for (let round = 0; round < ROUNDS; round += 1) {
    const slopes = FREE.map((_, n) => {
      const moved = z.map((value, index) => value + (index === n ? DIFFERENCE : 0));
      const there = chancesOf(histories, parametersAt(moved));
      return there.map((chance, item) => (chance - (chances[item] ?? 0)) / DIFFERENCE);
    });
    const weights = chances.map((chance) => 1 / (chance * (1 - chance)));
    const gradient = slopes.map(
      (slope, n) =>
        (z[n] ?? 0) +
        slope.reduce(
          (sum, s, item) => sum + s * ((chances[item] ?? 0) - (recalled[item] ?? 0)) * (weights[item] ?? 0),
          0,
        ),
    );
    const information = slopes.map((one, row) =>
      slopes.map(
        (other, column) =>
          one.reduce((sum, s, item) => sum + s * (other[item] ?? 0) * (weights[item] ?? 0), 0) +
          (row === column ? 1 + damping : 0),
      ),
    );
    const step = solved(information, gradient);
    const next = z.map((value, n) => value - (step[n] ?? 0));
    const there = lossAt(next);
    if (there.loss < loss) {
      z = next;
      ({ chances, loss } = there);
      damping /= 10;
      if (Math.max(...step.map(Math.abs)) < REST) break;
    } else damping = Math.max(1, damping * 100);
  }
  return parametersAt(z);
}

/** The parameters so many standard deviations from the defaults. */
function parametersAt(z: readonly number[]): number[] {
  const parameters = [...default_w];
  for (const [n, index] of FREE.entries()) {
    const value = default_w[index] ?? 0;
    const far = z[n] ?? 0;
    parameters[index] = index < 4 ? value * Math.exp(FIRST_SPREAD * far) : value + (SPREAD[index] ?? 0) * far;
  }
  return clipParameters(parameters, 1, true);
}

function historiesOf(reviews: readonly Review[]): Asked[][] {
  const histories = new Map<string, Asked[]>();
  const last = new Map<string, number>();
  for (const { card, at, rating } of reviews) {
    const day = Math.floor((at - 4 * 3_600_000) / DAY);
    const history = histories.get(card) ?? [];
    histories.set(card, history);
    history.push({ rating, days: day - (last.get(card) ?? day) });
    last.set(card, day);
  }
  return [...histories.values()];
}

/** The probability of recall before each review on a later day, between 0 and 1 without them. */
function chancesOf(histories: readonly Asked[][], parameters: readonly number[]): number[] {
  const fsrs = new FSRSAlgorithm({ w: parameters, request_retention: 0.9 });
  const chances: number[] = [];
  for (const history of histories) {
    let hold: { stability: number; difficulty: number } | null = null;
    for (const { rating, days } of history) {
      if (hold && days > 0)
        chances.push(Math.min(0.9999, Math.max(0.0001, fsrs.forgetting_curve(days, hold.stability))));
      hold = fsrs.next_state(hold, days, rating);
    }
  }
  return chances;
}

/** The x for which `matrix` times x is `right`, by elimination; the matrix is positive definite. */
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
