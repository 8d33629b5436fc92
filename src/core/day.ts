/**
 * Study days: a learner's day ends in the night, not at midnight, and stays the day it was wherever the
 * learner travels, because every event carries the offset of its place.
 */
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** In ms. */
export const DAY = 24 * HOUR;

/**
 * The number of the study day at `at` (epoch ms), counted from 1970-01-01, where local time is `tz` minutes
 * ahead of UTC and the day begins `rollover` hours after midnight.
 */
export function studyDay(at: number, tz: number, rollover: number): number {
  return Math.floor((at + tz * MINUTE - rollover * HOUR) / DAY);
}

/** Epoch ms at which study day `day` begins where local time is `tz` minutes ahead of UTC. */
export function dayStart(day: number, tz: number, rollover: number): number {
  return day * DAY + rollover * HOUR - tz * MINUTE;
}
