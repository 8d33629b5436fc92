/** Whether a schedule fitted to the learner is worth having: tried on reviews that it has not seen. */
import { askedBy, type CardHistory, fitted, lossOf } from './fitting.ts';
import type { Share } from './recalls.ts';
import type { Parameters } from './schedule.ts';
import { upkeepOf } from './upkeep.ts';

/** What a fit takes: so many reviews on a later day than the one before, on so many days. `docs/decisions/0013` says why. */
export const FIT_REVIEWS = 400;
export const FIT_DAYS = 20;
/** Of those reviews the latest share is kept from the fit, to try it on. */
const HELD_OUT = 0.2;

/** What there is to fit to: reviews on a later day than the one before, and days with one. */
export interface Material {
  reviews: number;
  days: number;
}

/** How a schedule did on the reviews kept from the fit, and what it would ask for. */
export interface Trial extends Share {
  /** Mean cross entropy: lower is nearer to what happened. */
  loss: number;
  /** Over the coming 90 days without new cards. */
  reviewsADay: number;
}

export interface FitOffer {
  /** The parameters that were tried: fitted to the reviews before, not to those they were tried on. */
  parameters: number[];
  /** True where they predicted the reviews kept from the fit better than the schedule that holds. */
  isBetter: boolean;
  before: Trial;
  after: Trial;
}

/** What a fit is asked with. All of it can be sent to a worker. */
export interface FitTask {
  histories: readonly CardHistory[];
  /** The parameters that hold. */
  parameters: Parameters;
  retention: number;
  /** The study day it is. */
  today: number;
}

/** What the histories have to fit to. */
export function materialOf(histories: readonly CardHistory[]): Material {
  const days = histories.flatMap((history) =>
    history.days.filter((day, n) => day > (history.days[n - 1] ?? day)),
  );
  return { reviews: days.length, days: new Set(days).size };
}

/** Whether that is enough. */
export function isEnough({ reviews, days }: Material): boolean {
  return reviews >= FIT_REVIEWS && days >= FIT_DAYS;
}

/** Fits and tries the fit; some seconds for a long history. Asked of histories that `isEnough` for. `progress` hears a share, 0 to 1. */
export function fitOffer(task: FitTask, progress?: (share: number) => void): FitOffer {
  const { histories } = task;
  const days = askedBy(histories, task.parameters)
    .map(({ day }) => day)
    .sort((one, other) => one - other);
  const from = days[Math.floor(days.length * (1 - HELD_OUT))] ?? task.today;
  const earlier = histories
    .map((history) => before(history, from))
    .filter(({ days: [first] }) => first !== undefined);
  const parameters = fitted(earlier, progress);
  const tried = (schedule: Parameters): Trial => {
    const asked = askedBy(histories, schedule).filter(({ day }) => day >= from);
    const reviews = asked.length;
    const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / reviews;
    return {
      reviews,
      recalled: asked.filter(({ recalled }) => recalled).length,
      predicted: mean(asked.map(({ chance }) => chance)),
      loss: mean(asked.map(lossOf)),
      reviewsADay: upkeepOf({ ...task, cards: histories, schedule, memory: parameters }),
    };
  };
  const offer = { before: tried(task.parameters), after: tried(parameters) };
  return { parameters, isBetter: offer.after.loss < offer.before.loss, ...offer };
}

/** The history as it was before study day `day`. */
function before({ days, ratings }: CardHistory, day: number): CardHistory {
  const count = days.filter((each) => each < day).length;
  return { days: days.slice(0, count), ratings: ratings.slice(0, count) };
}
