/** When something comes back, told to who has nothing to review. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DAY, studyDay } from '../../src/core/day.ts';
import { Memories } from '../../src/core/memory.ts';
import { nextBack } from '../../src/core/next-back.ts';
import { EVERYTHING_DUE } from '../../src/core/review-address.ts';
import { cardOf, deckOf, MONDAY, Writer } from '../support/study.ts';

const decks = [
  deckOf([cardOf('a'), cardOf('b', { level: 'apply' }), cardOf('c')]),
  deckOf([cardOf('d', { note: '/u/n/', exams: ['SAA-C03 3.1'] })], '/u/'),
];

const ask = (log: Writer, address = {}, at = MONDAY) =>
  nextBack(
    { decks, memories: new Memories(log.events), now: { at, tz: 0 } },
    { ...EVERYTHING_DUE, ...address },
  );

test('where nothing was reviewed, and where everything is due, nothing comes back', () => {
  assert.equal(ask(new Writer()), null);
  const log = new Writer();
  log.review('a', 3, MONDAY - 9 * DAY);
  assert.equal(ask(log), null);
});

test('the soonest day is told with how many come back on it', () => {
  const log = new Writer();
  for (const card of ['a', 'b']) log.review(card, 3, MONDAY);
  log.review('c', 4, MONDAY);
  assert.deepEqual(ask(log), { cards: 2, minutes: 0, days: 2 });
  assert.deepEqual(ask(log, {}, MONDAY + DAY), { cards: 2, minutes: 0, days: 1 });
});

test('a step of minutes comes before any day', () => {
  const log = new Writer();
  log.review('a', 3, MONDAY);
  log.review('b', 1, MONDAY);
  assert.deepEqual(ask(log, {}, MONDAY + 90_000), { cards: 1, minutes: 9, days: 0 });
  assert.equal(ask(log, {}, MONDAY + 600_000)?.days, 2);
});

test('only what the address names counts', () => {
  const log = new Writer();
  log.review('a', 1, MONDAY);
  log.review('b', 3, MONDAY);
  log.review('d', 4, MONDAY);
  assert.equal(ask(log)?.minutes, 10);
  assert.equal(ask(log, { level: 'apply' })?.days, 2);
  const days = ask(log, { topic: '/u/' })?.days;
  assert.ok(days !== undefined && days > 2);
  assert.equal(ask(log, { exam: 'saa-c03' })?.days, days);
});

test('what is suspended never comes, what was put off comes tomorrow, and what is gone is not known', () => {
  const log = new Writer();
  log.review('a', 3, MONDAY - 9 * DAY);
  log.remark('a', 'bury', studyDay(MONDAY, 0, 4), MONDAY);
  log.review('b', 3, MONDAY);
  log.review('gone', 1, MONDAY);
  assert.deepEqual(ask(log), { cards: 1, minutes: 0, days: 1 });
  log.remark('a', 'suspend', true, MONDAY);
  assert.deepEqual(ask(log), { cards: 1, minutes: 0, days: 2 });
});
