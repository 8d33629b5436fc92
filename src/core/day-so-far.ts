/** What a learner's history says about the study day it is. */
import { studyDay } from './day.ts';
import { isReview, isUndo, type LogEvent } from './event.ts';
import type { Memories, Now } from './memory.ts';

/** Ids of cards. */
export interface DaySoFar {
  /** Reviewed today for the first time. */
  introduced: ReadonlySet<string>;
  /** Missed today, whatever became of them since. */
  missed: ReadonlySet<string>;
}

/** The study day of `now` as far as `events`, which are in order and folded in `memories`, tell it. */
export function daySoFar(events: readonly LogEvent[], memories: Memories, now: Now): DaySoFar {
  const today = memories.today(now);
  const { rollover } = memories.settings;
  const undone = new Set(events.filter(isUndo).map((event) => event.of));
  /** How often each card was reviewed today. */
  const reviews = new Map<string, number>();
  const missed = new Set<string>();
  for (const event of events) {
    if (!isReview(event)) continue;
    const { id, card, at, tz, rating } = event;
    if (studyDay(at, tz, rollover) !== today || undone.has(id)) continue;
    reviews.set(card, (reviews.get(card) ?? 0) + 1);
    if (rating === 1) missed.add(card);
  }
  const introduced = new Set<string>();
  for (const [card, count] of reviews) if (memories.of(card)?.reviews === count) introduced.add(card);
  return { introduced, missed };
}
