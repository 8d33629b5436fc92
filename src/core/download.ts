/** When a learner last took the history out of the browser, and whether it is time to do so again. */
import { isRemark, isReview, type LogEvent } from './event.ts';

/** Name of the remark that says so. Its value is how many reviews the file holds. */
export const DOWNLOADED = 'downloaded';
/** It is time after so many reviews that no file holds. */
const MANY = 50;
/** It is time when the oldest of them has waited for so long, in ms. */
const LONG = 7 * 86_400_000;

export interface Downloads {
  /** When the last download was, in epoch ms; null where there was none. */
  last: number | null;
  /** Reviews that came since, by merging too. */
  since: number;
  isTime: boolean;
}

/** How many of the events are reviews, those that were taken back among them. */
export function reviewCount(events: readonly LogEvent[]): number {
  return events.filter(isReview).length;
}

/** What `events`, which are in order, say about downloads at the epoch ms `now`. */
export function downloadsIn(events: readonly LogEvent[], now: number): Downloads {
  const remark = events.findLast((event) => isRemark(event) && event.name === DOWNLOADED);
  const held = remark && isRemark(remark) ? Number(remark.value) : 0;
  const since = Math.max(0, reviewCount(events) - (Number.isFinite(held) ? held : 0));
  const last = remark?.at ?? null;
  const from = last ?? events.find(isReview)?.at ?? now;
  return { last, since, isTime: since >= MANY || (since > 0 && now - from > LONG) };
}
