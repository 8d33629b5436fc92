/** How far a learner has come: topics now, the days to come, the days that were. */
import type { Card, Deck } from './card.ts';
import { DAY, studyDay } from './day.ts';
import { isReview, isUndo, type LogEvent } from './event.ts';
import type { Memories, Now } from './memory.ts';
import { type Standing, standOf } from './standing.ts';

export interface TopicProgress {
  /** Route of the topic. */
  topic: string;
  title: string;
  /** How many of its cards stand so; together all its cards. */
  cards: Record<Standing, number>;
}

/** How the cards of each topic stand at `now`, in course order. */
export function topicProgress(decks: readonly Deck[], memories: Memories, now: Now): TopicProgress[] {
  return decks.map(({ topic, title, cards }) => {
    const counts: TopicProgress['cards'] = { new: 0, learning: 0, held: 0, fading: 0 };
    for (const { id } of cards) counts[standOf(memories, id, now).standing] += 1;
    return { topic, title, cards: counts };
  });
}

/**
 * How many of the cards come due on each of the coming `days` study days if nothing is reviewed before: the first
 * number is today, with all that waits already. New cards are not in it, nor is what each review brings back.
 */
export function forecast(cards: Iterable<Card>, memories: Memories, now: Now, days = 30): number[] {
  const today = memories.today(now);
  const counts = Array.from({ length: days }, () => 0);
  for (const { id } of cards) {
    const memory = memories.of(id);
    if (memory === undefined) continue;
    const day = Math.max(0, memory.dueDay - today);
    if (day < days) counts[day] = (counts[day] ?? 0) + 1;
  }
  return counts;
}

/** Reviews by study day, each in the place where it was given. */
export interface Calendar {
  /** The study day of the first number. */
  first: number;
  /** How many reviews count on each day; the last number is today. */
  reviews: number[];
}

/** The past `days` study days. `rollover` is the hour at which a day begins. */
export function calendarOf(events: readonly LogEvent[], now: Now, rollover: number, days = 365): Calendar {
  const first = studyDay(now.at, now.tz, rollover) - days + 1;
  const undone = new Set(events.filter(isUndo).map((event) => event.of));
  const reviews = Array.from({ length: days }, () => 0);
  for (const event of events) {
    if (!isReview(event) || undone.has(event.id)) continue;
    const day = studyDay(event.at, event.tz, rollover) - first;
    if (day >= 0 && day < days) reviews[day] = (reviews[day] ?? 0) + 1;
  }
  return { first, reviews };
}

/** The date of a study day: `2026-11-23`. */
export function dateOf(day: number): string {
  return new Date(day * DAY).toISOString().slice(0, 10);
}

/** The study day of a date as a form gives it, `2026-11-23`; null where it is no date between 2000 and 2100. */
export function dayOf(date: string): number | null {
  const day = /^2[01]\d\d-\d\d-\d\d$/.test(date) ? Date.parse(date) / DAY : Number.NaN;
  return Number.isInteger(day) && dateOf(day) === date ? day : null;
}
