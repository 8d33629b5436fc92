/**
 * Learners with a memory that is known go through half a year of evenings with our schedule: what it predicts against
 * what is true, how much work it makes, and what it costs to take FSRS's default parameters for everybody.
 */
import { DAY, studyDay } from '../../src/core/day.ts';
import type { Recall } from '../../src/core/recalls.ts';
import { Schedule } from '../../src/core/schedule.ts';
import { DEFAULTS } from '../../src/core/study-settings.ts';
import { type Measured, mean, quantile, rounded } from './figure.ts';
import { fitted } from './fitting.ts';
import { drawn, type Plan, type Studied, studied } from './learner.ts';
import { outlookOf } from './outlook.ts';

const LEARNERS = 12;
const DAYS = 180;
const NEW_A_DAY = 10;
/** From which day on parameters are fitted, or the days that are compared. */
const HALF = 90;
/** How many days before the end the outlook is taken. */
const AHEAD = 30;
/** As far apart as people are, and twice as far. */
const USUAL = 1;
const UNUSUAL = 2;

/** How honest and how costly a schedule was in the second half. */
interface Account {
  /** Mean of the predictions less the share recalled, in points. */
  bias: number;
  /** Mean distance of a prediction from the true probability, in points. */
  distance: number;
  logLoss: number;
  reviewsADay: number;
  /** Share of all cards that would be recalled at the end, in points. */
  held: number;
}

export function learners(): Measured {
  const usual = Array.from({ length: LEARNERS }, (_, n) => accountOf(n + 1, USUAL));
  const unusual = Array.from({ length: LEARNERS }, (_, n) => accountOf(n + 101, UNUSUAL));
  const of = (group: typeof usual, what: (one: (typeof usual)[number]) => number, digits = 1) =>
    rounded(mean(group.map(what)), digits);
  const points = 'points';
  const outlooks = usual.map(({ outlook }) => outlook);
  return {
    figures: [
      {
        name: 'predicted less recalled, mean distance',
        value: of(usual, (one) => Math.abs(one.asIs.bias)),
        unit: points,
        most: 3,
      },
      {
        name: 'prediction from true probability',
        value: of(usual, (one) => one.asIs.distance),
        unit: points,
      },
      {
        name: 'log loss above that of the truth',
        value: of(usual, (one) => one.asIs.logLoss - one.trueLoss, 4),
        unit: '',
      },
      {
        name: 'the same with fitted parameters',
        value: of(usual, (one) => one.fit.logLoss - one.fitTrueLoss, 4),
        unit: '',
      },
      { name: 'reviews a day', value: of(usual, (one) => one.asIs.reviewsADay), unit: '' },
      { name: 'with fitted parameters', value: of(usual, (one) => one.fit.reviewsADay), unit: '' },
      { name: 'share held at the end', value: of(usual, (one) => one.asIs.held), unit: points },
      { name: 'with fitted parameters', value: of(usual, (one) => one.fit.held), unit: points },
      {
        name: `outlook of ${AHEAD} days, untouched, from the truth`,
        value: rounded(mean(outlooks.map((one) => Math.abs(one.untouched))), 1),
        unit: points,
        most: 3,
      },
      {
        name: 'outlook with reviews, from the truth',
        value: rounded(mean(outlooks.map((one) => Math.abs(one.worked))), 1),
        unit: points,
        most: 3,
      },
      {
        name: 'the worst of both',
        value: rounded(
          quantile(
            outlooks.flatMap((one) => [Math.abs(one.untouched), Math.abs(one.worked)]),
            1,
          ),
          1,
        ),
        unit: points,
      },
      {
        name: 'cards due by the forecast, wrong days',
        value: outlooks.reduce((sum, one) => sum + one.wrongDays, 0),
        unit: '',
        most: 0,
      },
      {
        name: 'unusual memories: predicted less recalled',
        value: of(unusual, (one) => Math.abs(one.asIs.bias)),
        unit: points,
      },
      {
        name: 'and with fitted parameters',
        value: of(unusual, (one) => Math.abs(one.fit.bias)),
        unit: points,
      },
    ],
    details: { learners: LEARNERS, days: DAYS, newADay: NEW_A_DAY, usual, unusual },
  };
}

/** One learner with the defaults, and with parameters fitted to the first half. */
function accountOf(seed: number, far: number) {
  const plan: Plan = {
    memory: drawn(seed, far),
    seed,
    days: DAYS,
    newADay: NEW_A_DAY,
    retention: DEFAULTS.retention,
  };
  const asIs = studied(plan);
  let parameters: readonly number[] = [];
  const fit = studied({
    ...plan,
    fit: {
      from: HALF,
      parameters: (reviews) => {
        parameters = fitted(reviews);
        return parameters;
      },
    },
  });
  return {
    asIs: account(asIs),
    trueLoss: trueLossOf(asIs),
    fit: account(fit, parameters),
    fitTrueLoss: trueLossOf(fit),
    outlook: outlookOf(plan, asIs, AHEAD),
  };
}

/** The reviews of the second half that are predicted, with their true probability. */
function predictedIn({ reviews, chances, end }: Studied, parameters?: readonly number[]) {
  const from = end - (DAYS - HALF) * DAY;
  const truths = new Map(reviews.map(({ id }, n) => [id, chances[n] ?? 0]));
  const seen: (Recall & { truth: number })[] = [];
  const schedule = new Schedule(DEFAULTS.retention, parameters);
  const holds = new Map<string, ReturnType<Schedule['next']> & { at: number; day: number }>();
  for (const { id, card, at, tz, rating } of reviews) {
    const before = holds.get(card) ?? null;
    const day = studyDay(at, tz, DEFAULTS.rollover);
    if (before !== null && !before.learning && day > before.day && at >= from) {
      const predicted = schedule.retrievability(before.stability, (at - before.at) / DAY);
      seen.push({ predicted, recalled: rating > 1, truth: truths.get(id) ?? 0 });
    }
    const step = schedule.next(before, rating, before === null ? 0 : day - before.day);
    holds.set(card, { ...step, at, day });
  }
  return seen;
}

function account(course: Studied, parameters?: readonly number[]): Account {
  const seen = predictedIn(course, parameters);
  const { reviews, end, truth } = course;
  const cards = new Set(reviews.map(({ card }) => card));
  return {
    bias:
      100 *
      (mean(seen.map(({ predicted }) => predicted)) - mean(seen.map(({ recalled }) => Number(recalled)))),
    distance: 100 * mean(seen.map(({ predicted, truth: chance }) => Math.abs(predicted - chance))),
    logLoss: mean(seen.map(({ predicted, recalled }) => lossOf(predicted, recalled))),
    reviewsADay: reviews.filter(({ at }) => at >= end - (DAYS - HALF) * DAY).length / (DAYS - HALF),
    held: 100 * mean([...cards].map((card) => truth.chance(card, end))),
  };
}

const trueLossOf = (course: Studied): number =>
  mean(predictedIn(course).map(({ truth, recalled }) => lossOf(truth, recalled)));

function lossOf(chance: number, isRecalled: boolean): number {
  const sure = Math.min(0.9999, Math.max(0.0001, chance));
  return -Math.log(isRecalled ? sure : 1 - sure);
}
