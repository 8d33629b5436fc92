/** How honest the schedule is: what it predicted at each review, and what the learner recalled. */
import { type LogEvent, originOf, union } from './event.ts';
import type { CardHistory } from './fitting.ts';
import { Memories } from './memory.ts';

/** A review of a card that was held, on a later study day than the one before. */
export interface Recall {
  /** Retrievability when the card was asked, 0 to 1. */
  predicted: number;
  recalled: boolean;
}

/** What a history says about predictions and about time. */
export interface TrackRecord {
  /** In the order in which they happened. */
  recalls: Recall[];
  /** What each review took that the page measured, in ms. */
  spent: number[];
  /** The reviews that count, card by card; a card that was reset has one history more. */
  histories: CardHistory[];
}

/** So many reviews it takes before anything is said about shares. */
export const ENOUGH = 50;
/** A review took no longer; after that the learner was elsewhere. In ms. */
const LONGEST = 60_000;
/** What a review takes where too few were measured, in ms. */
const USUAL = 8000;
const MEASURED = 20;

/** Watches the whole history, as costly as folding it. */
export function recordOf(events: readonly LogEvent[]): TrackRecord {
  const recalls: Recall[] = [];
  const spent: number[] = [];
  const latest = new Map<string, number>();
  const histories = new Map<string, CardHistory>();
  const ended: CardHistory[] = [];
  const memories = new Memories([]);
  memories.fold(union(events, []), ({ id, card, at, ms, rating }, before, day) => {
    const history = histories.get(card);
    if (history === undefined || before === null) {
      if (history) ended.push(history);
      histories.set(card, { days: [day], ratings: [rating] });
    } else {
      history.days.push(day);
      history.ratings.push(rating);
    }
    if (before !== null && !before.learning && day > before.day) {
      const predicted = memories.schedule.retrievability(before.stability, (at - before.at) / 86_400_000);
      recalls.push({ predicted, recalled: rating > 1 });
    }
    const { device } = originOf(id);
    if (ms > 0) {
      // From one rating to the next it took longer than to open the answer: it was read and judged as well.
      const since = at - (latest.get(device) ?? Number.NEGATIVE_INFINITY);
      spent.push(since > ms && since <= LONGEST ? since : Math.min(ms, LONGEST));
    }
    latest.set(device, at);
  });
  return { recalls, spent, histories: [...ended, ...histories.values()] };
}

/** What a review takes this learner, in ms: the mean of those that were measured, or 8 seconds where they are too few. */
export function msPerReview({ spent }: Pick<TrackRecord, 'spent'>): number {
  if (spent.length < MEASURED) return USUAL;
  return spent.reduce((sum, ms) => sum + ms, 0) / spent.length;
}

export interface Share {
  reviews: number;
  recalled: number;
  /** Mean of what was predicted, 0 to 1. */
  predicted: number;
}

/** Reviews that were predicted to succeed with at least `from` and less than `to`. */
export interface Bin extends Share {
  from: number;
  to: number;
}

export interface Honesty {
  reviews: number;
  /** Null, with no bins, where there are fewer than 50 reviews. */
  overall: Share | null;
  /** Those that are not empty, the lowest first. */
  bins: Bin[];
}

const EDGES = [0, 0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.95, 1];

/** Predicted against true recall, said from 50 reviews on. */
export function honestyOf({ recalls }: Pick<TrackRecord, 'recalls'>): Honesty {
  const { length } = recalls;
  if (length < ENOUGH) return { reviews: length, overall: null, bins: [] };
  const bins = EDGES.slice(1).map((to, n) => {
    const from = EDGES[n] ?? 0;
    const isIn = ({ predicted }: Recall) => predicted >= from && (predicted < to || to === 1);
    return { from, to, ...shareOf(recalls.filter(isIn)) };
  });
  return { reviews: length, overall: shareOf(recalls), bins: bins.filter(({ reviews }) => reviews > 0) };
}

function shareOf(recalls: readonly Recall[]): Share {
  const reviews = recalls.length;
  const sum = recalls.reduce((all, { predicted }) => all + predicted, 0);
  const recalled = recalls.filter((recall) => recall.recalled).length;
  return { reviews, recalled, predicted: reviews === 0 ? 0 : sum / reviews };
}
