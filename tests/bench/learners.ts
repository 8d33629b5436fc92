/**
 * Learners with a memory that is known go through half a year of evenings with our schedule: what it predicts against
 * what is true, how much work it makes, and what it costs to take FSRS's default parameters for everybody.
 */
import { DAY, studyDay } from '../../src/core/day.ts';
import { fitOffer } from '../../src/core/fit-offer.ts';
import { type Recall, recordOf } from '../../src/core/recalls.ts';
import { type Parameters, Schedule, USUAL } from '../../src/core/schedule.ts';
import { DEFAULTS } from '../../src/core/study-settings.ts';
import { type Figure, type Measured, mean, rounded } from './figure.ts';
import { type Plan, START, type Studied, studied } from './learner.ts';
import { drawn, Halving, type Mind, OfFsrs } from './mind.ts';
import { outlookOf } from './outlook.ts';

const LEARNERS = 12;
const DAYS = 180;
const NEW_A_DAY = 10;
/** From which day on parameters are fitted, and the days that are compared. */
const HALF = 90;
/** How many days before the end the outlook is taken. */
const AHEAD = 30;
/** What is promised of a forecast, in points. */
const PROMISED = 3;

/** Whose memory: as far apart as people are, twice as far, and of a make that FSRS does not describe. */
const GROUPS: Record<string, (seed: number) => () => Mind> = {
  usual: (seed) => fsrs(drawn(seed, 1)),
  unusual: (seed) => fsrs(drawn(seed + 100, 2)),
  'of another make': (seed) => () => new Halving(seed + 200),
};
const fsrs = (parameters: Parameters) => () => new OfFsrs(parameters);

/** How honest and how costly a schedule was in the second half. */
interface Account {
  /** Mean of the predictions less the share recalled, in points. */
  bias: number;
  /** Mean distance of a prediction from the true probability, in points. */
  distance: number;
  /** Log loss above that of the true probabilities. */
  loss: number;
  reviewsADay: number;
  /** Share of all cards that would be recalled at the end, in points. */
  held: number;
  /** What progress says ahead of the end, less what then is true, in points. */
  untouched: number;
  worked: number;
  /** Days of the forecast on which not as many cards came due as it said. */
  wrongDays: number;
}

interface Learner {
  usual: Account;
  fitted: Account;
  /** Whether the fit was offered. */
  isOffered: boolean;
}

export function learners(): Measured {
  const groups = Object.entries(GROUPS).map(([name, of]) => ({
    name,
    learners: Array.from({ length: LEARNERS }, (_, n) => learnerOf(n + 1, of(n + 1))),
  }));
  return {
    figures: groups.flatMap(({ name, learners: all }) => figuresOf(name, all)),
    details: { learners: LEARNERS, days: DAYS, newADay: NEW_A_DAY, groups },
  };
}

/** What a forecast says less what is true: of reviews, of a day without any work until then, and of one with it. */
const FORECASTS = {
  'predicted less recalled': ({ bias }: Account) => Math.abs(bias),
  [`outlook of ${AHEAD} days, untouched`]: ({ untouched }: Account) => Math.abs(untouched),
  'outlook with reviews': ({ worked }: Account) => Math.abs(worked),
};

function figuresOf(group: string, all: readonly Learner[]): Figure[] {
  const of = (what: (one: Account) => number, by: 'usual' | 'fitted', digits = 1) =>
    rounded(mean(all.map((one) => what(one[by]))), digits);
  const points = 'points';
  const forecasts = Object.entries(FORECASTS).flatMap(([name, off]): Figure[] => [
    { name: `${name}, usual schedule`, value: of(off, 'usual'), unit: points },
    { name: `${name}, fitted`, value: of(off, 'fitted'), unit: points, most: PROMISED },
  ]);
  const worst = (by: 'usual' | 'fitted') =>
    rounded(Math.max(...all.flatMap((one) => Object.values(FORECASTS).map((off) => off(one[by])))), 1);
  const pair = (name: string, what: (one: Account) => number, unit = '', digits = 1): Figure[] => [
    { name: `${name}, usual schedule`, value: of(what, 'usual', digits), unit },
    { name: `${name}, fitted`, value: of(what, 'fitted', digits), unit },
  ];
  const wrong = all.reduce((sum, one) => sum + one.usual.wrongDays + one.fitted.wrongDays, 0);
  return [
    ...forecasts,
    { name: 'the worst of these, usual schedule', value: worst('usual'), unit: points },
    { name: 'the worst of these, fitted', value: worst('fitted'), unit: points },
    { name: 'cards due by the forecast, wrong days', value: wrong, unit: '', most: 0 },
    ...pair('prediction from true probability', ({ distance }) => distance, points),
    ...pair('log loss above that of the truth', ({ loss }) => loss, '', 4),
    ...pair('reviews a day', ({ reviewsADay }) => reviewsADay),
    ...pair('share held at the end', ({ held }) => held, points),
    { name: 'fits that were not offered', value: all.filter((one) => !one.isOffered).length, unit: '' },
  ].map((figure) => ({ ...figure, name: `${group}: ${figure.name}` }));
}

/** One learner with the usual schedule, and with one that was fitted after the first half, if it was offered. */
function learnerOf(seed: number, mind: () => Mind): Learner {
  const { retention } = DEFAULTS;
  const plan: Plan = { mind, seed, days: DAYS, newADay: NEW_A_DAY, retention };
  const usual = studied(plan);
  const { histories } = recordOf(usual.reviews.filter(({ at }) => at < START + (HALF - 1 / 2) * DAY));
  const today = studyDay(START + HALF * DAY, 0, DEFAULTS.rollover);
  const { parameters: tried, isBetter } = fitOffer({ histories, parameters: USUAL, retention, today });
  const parameters = isBetter ? tried : USUAL;
  const fitPlan: Plan = { ...plan, fit: { from: HALF, parameters: () => parameters } };
  return {
    usual: account(plan, usual, USUAL),
    fitted: account(fitPlan, studied(fitPlan), parameters),
    isOffered: isBetter,
  };
}

/** The reviews of the second half that are predicted, with their true probability. */
function predictedIn({ reviews, chances, end }: Studied, parameters: Parameters) {
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

function account(plan: Plan, course: Studied, parameters: Parameters): Account {
  const seen = predictedIn(course, parameters);
  const { reviews, end, truth } = course;
  const cards = new Set(reviews.map(({ card }) => card));
  const { untouched, worked, wrongDays } = outlookOf(plan, course, AHEAD);
  return {
    bias:
      100 *
      (mean(seen.map(({ predicted }) => predicted)) - mean(seen.map(({ recalled }) => Number(recalled)))),
    distance: 100 * mean(seen.map(({ predicted, truth: chance }) => Math.abs(predicted - chance))),
    loss: mean(
      seen.map(
        ({ predicted, truth: chance, recalled }) => lossOf(predicted, recalled) - lossOf(chance, recalled),
      ),
    ),
    reviewsADay: reviews.filter(({ at }) => at >= end - (DAYS - HALF) * DAY).length / (DAYS - HALF),
    held: 100 * mean([...cards].map((card) => truth.chance(card, end))),
    untouched,
    worked,
    wrongDays,
  };
}

function lossOf(chance: number, isRecalled: boolean): number {
  const sure = Math.min(0.9999, Math.max(0.0001, chance));
  return -Math.log(isRecalled ? sure : 1 - sure);
}
