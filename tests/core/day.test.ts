/** Study days over zones, rollovers and the nights on which clocks change, against the calendar that `Intl` keeps. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DAY, dayStart, studyDay } from '../../src/core/day.ts';

const zones = [
  'UTC',
  'America/New_York',
  'Asia/Kolkata',
  'Australia/Lord_Howe',
  'Pacific/Kiritimati',
  'Africa/Casablanca',
];
const hour = 3_600_000;

interface Local {
  day: number;
  hour: number;
  /** Minutes ahead of UTC. */
  tz: number;
}

function clockOf(zone: string): (at: number) => Local {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
  });
  return (at) => {
    const parts = Object.fromEntries(
      format.formatToParts(at).map(({ type, value }) => [type, Number(value)]),
    );
    const date = Date.UTC(parts['year'] ?? 0, (parts['month'] ?? 1) - 1, parts['day'] ?? 1);
    const local = date + (parts['hour'] ?? 0) * hour + (parts['minute'] ?? 0) * 60_000;
    return { day: date / DAY, hour: parts['hour'] ?? 0, tz: (local - at) / 60_000 };
  };
}

for (const zone of zones) {
  test(`the study day in ${zone} is the local date, until the rollover that of the day before`, () => {
    const local = clockOf(zone);
    const starts = [
      Date.UTC(2026, 1, 27),
      // The nights on which clocks change in New York, on Lord Howe and around Ramadan in Casablanca.
      Date.UTC(2026, 2, 7),
      Date.UTC(2026, 9, 31),
      Date.UTC(2026, 3, 4),
      Date.UTC(2026, 9, 3),
      Date.UTC(2026, 1, 14),
      Date.UTC(2026, 2, 21),
    ];
    for (const start of starts) {
      for (let at = start; at < start + 3 * DAY; at += hour / 2) {
        const { day, hour: hours, tz } = local(at);
        for (const rollover of [0, 1, 4, 12, 23]) {
          const expected = hours < rollover ? day - 1 : day;
          assert.equal(studyDay(at, tz, rollover), expected, `${new Date(at).toISOString()} ${rollover}`);
        }
      }
    }
  });
}

test('a study day begins at its rollover and ends a day later', () => {
  const start = dayStart(20_000, 330, 4);
  assert.equal(new Date(start).toISOString(), '2024-10-03T22:30:00.000Z');
  assert.equal(studyDay(start, 330, 4), 20_000);
  assert.equal(studyDay(start - 1, 330, 4), 19_999);
  assert.equal(studyDay(start + DAY - 1, 330, 4), 20_000);
});

test('a review keeps its study day when the learner has travelled since', () => {
  const inTokyo = Date.UTC(2026, 10, 23, 1);
  assert.equal(studyDay(inTokyo, 540, 4), studyDay(Date.UTC(2026, 10, 23, 12), 0, 4));
});
