/** What a learner's history says about the study day it is, and about cards that were put aside. */
import { studyDay } from './day.ts';
import { isRemark, isReview, isUndo, type LogEvent } from './event.ts';
import type { Memories, Now } from './memory.ts';

/** Name of the remark that puts a card aside until its value, a study day, is over; null takes it back. */
export const BURY = 'bury';
/** Name of the remark that puts a card aside for good where its value is true, and takes that back where it is false. */
export const SUSPEND = 'suspend';

/** Ids of cards. */
export interface DaySoFar {
  /** Reviewed today for the first time. */
  introduced: ReadonlySet<string>;
  /** Missed today, whatever became of them since. */
  missed: ReadonlySet<string>;
  /** Put aside until the next study day. */
  buried: ReadonlySet<string>;
  /** Put aside until the learner says otherwise. */
  suspended: ReadonlySet<string>;
}

/** The study day of `now` as far as `events`, which are in order and folded in `memories`, tell it. */
export function daySoFar(events: readonly LogEvent[], memories: Memories, now: Now): DaySoFar {
  const today = memories.today(now);
  const { rollover } = memories.settings;
  const undone = new Set(events.filter(isUndo).map((event) => event.of));
  /** How often each card was reviewed today. */
  const reviews = new Map<string, number>();
  const missed = new Set<string>();
  const buried = new Set<string>();
  const suspended = new Set<string>();
  const put = (set: Set<string>, card: string, isIn: boolean) => {
    if (isIn) set.add(card);
    else set.delete(card);
  };
  for (const event of events) {
    if (isReview(event)) {
      const { id, card, at, tz, rating } = event;
      if (studyDay(at, tz, rollover) !== today || undone.has(id)) continue;
      reviews.set(card, (reviews.get(card) ?? 0) + 1);
      if (rating === 1) missed.add(card);
    } else if (isRemark(event) && event.card !== null && !undone.has(event.id)) {
      const { card, name, value } = event;
      if (name === BURY) put(buried, card, typeof value === 'number' && value >= today);
      else if (name === SUSPEND) put(suspended, card, value === true);
    }
  }
  const introduced = new Set<string>();
  for (const [card, count] of reviews) if (memories.of(card)?.reviews === count) introduced.add(card);
  return { introduced, missed, buried, suspended };
}
