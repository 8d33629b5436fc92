/** What is told about progress, against histories that are known to the last review. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DAY, studyDay } from '../../src/core/day.ts';
import { examOutlook } from '../../src/core/exam.ts';
import { Memories } from '../../src/core/memory.ts';
import { calendarOf, dateOf, dayOf, forecast, topicProgress } from '../../src/core/progress.ts';
import { honestyOf, msPerReview, recordOf } from '../../src/core/recalls.ts';
import { numbersOf } from '../../src/core/shuffle.ts';
import { cardOf, deckOf, MONDAY, Writer } from '../support/study.ts';

const now = { at: MONDAY, tz: 0 };
const today = studyDay(MONDAY, 0, 4);

test('each topic tells how its cards stand, and counts every card once', () => {
  const log = new Writer();
  log.review('a', 1, MONDAY - 60_000);
  log.review('b', 3, MONDAY - 60_000);
  log.review('c', 3, MONDAY - 9 * DAY);
  log.review('gone', 3, MONDAY);
  const decks = [deckOf(['a', 'b', 'c', 'd', 'e'].map((id) => cardOf(id))), deckOf([], '/u/')];
  assert.deepEqual(topicProgress(decks, new Memories(log.events), now), [
    { topic: '/t/', title: '/t/', cards: { new: 2, learning: 1, held: 1, fading: 1 } },
    { topic: '/u/', title: '/u/', cards: { new: 0, learning: 0, held: 0, fading: 0 } },
  ]);
});

test('the forecast has what waits today, then each day with what comes due on it', () => {
  const log = new Writer();
  log.review('overdue', 3, MONDAY - 90 * DAY);
  log.review('learning', 1, MONDAY);
  log.review('two', 3, MONDAY);
  log.review('eight', 4, MONDAY);
  log.review('gone', 3, MONDAY);
  const cards = ['overdue', 'learning', 'two', 'eight', 'new'].map((id) => cardOf(id));
  const counts = forecast(cards, new Memories(log.events), now);
  assert.equal(counts.length, 30);
  assert.deepEqual(
    counts.flatMap((count, day) => (count > 0 ? [[day, count]] : [])),
    [
      [0, 2],
      [2, 1],
      [8, 1],
    ],
  );
  assert.deepEqual(forecast(cards, new Memories(log.events), now, 3), [2, 0, 1]);
});

test('the calendar has a year of study days, each review on the day it was where it was given', () => {
  const log = new Writer();
  const night = Date.UTC(2026, 10, 23, 2);
  log.review('a', 3, MONDAY);
  // Two at night in UTC: in Berlin still Sunday's study day, in Tokyo Monday noon.
  log.review('b', 3, night, { tz: 60 });
  log.review('c', 3, night, { tz: 540 });
  log.undo(log.review('d', 3, MONDAY - 5 * DAY), MONDAY);
  log.review('e', 3, MONDAY - 364 * DAY);
  log.review('f', 3, MONDAY - 365 * DAY);
  log.review('g', 3, MONDAY + DAY);
  const { first, reviews } = calendarOf(log.events, now, 4);
  assert.equal(dateOf(first), '2025-11-24');
  assert.equal(reviews.length, 365);
  assert.deepEqual([reviews[0], reviews.at(-2), reviews.at(-1)], [1, 1, 2]);
  assert.equal(
    reviews.reduce((sum, count) => sum + count, 0),
    4,
  );
});

test('days and dates stand for each other, and what is no date is none', () => {
  assert.equal(dateOf(today), '2026-11-23');
  assert.equal(dayOf('2026-11-23'), today);
  for (const text of [
    '',
    '2026-02-30',
    '2026-13-01',
    '23.11.2026',
    '1999-12-31',
    '2226-01-01',
    '+2026-11-23',
  ])
    assert.equal(dayOf(text), null, text);
});

test('a prediction is taken down for each review of a held card on a later day', () => {
  const log = new Writer();
  log.review('a', 3, MONDAY);
  log.review('a', 3, MONDAY + 1000);
  log.review('a', 1, MONDAY + 2 * DAY);
  log.review('a', 3, MONDAY + 2 * DAY + 600_000);
  log.undo(log.review('a', 1, MONDAY + 3 * DAY), MONDAY + 3 * DAY);
  log.review('a', 2, MONDAY + 4 * DAY);
  // Missed and left: the next day it is still being learned.
  log.review('b', 1, MONDAY + 5 * DAY);
  log.review('b', 3, MONDAY + 6 * DAY);
  const memories = (events: number) => new Memories(log.events.slice(0, events));
  const before = (events: number, days: number) => {
    const memory = memories(events).of('a');
    assert.ok(memory);
    return memories(events).retrievability(memory, { at: MONDAY + days * DAY, tz: 0 });
  };
  assert.deepEqual(recordOf(log.events).recalls, [
    { predicted: before(2, 2), recalled: false },
    { predicted: before(4, 4), recalled: true },
  ]);
});

test('a share is said from fifty reviews on, overall and by what was predicted', () => {
  const recall = (predicted: number, recalled: boolean) => ({ predicted, recalled });
  const few = Array.from({ length: 49 }, () => recall(0.9, true));
  assert.deepEqual(honestyOf({ recalls: few }), { reviews: 49, overall: null, bins: [] });
  const recalls = [...few, recall(1, true), recall(0.4, false), recall(0.84, false), recall(0.8, true)];
  const { reviews, overall, bins } = honestyOf({ recalls });
  assert.deepEqual(
    [reviews, overall?.reviews, overall?.recalled, overall?.predicted.toFixed(4)],
    [53, 53, 51, '0.8894'],
  );
  assert.deepEqual(
    bins.map((bin) => [bin.from, bin.to, bin.reviews, bin.recalled, bin.predicted.toFixed(2)]),
    [
      [0, 0.5, 1, 0, '0.40'],
      [0.8, 0.85, 2, 1, '0.82'],
      [0.9, 0.95, 49, 49, '0.90'],
      [0.95, 1, 1, 1, '1.00'],
    ],
  );
});

test('a review takes what was measured from rating to rating, else until the answer was opened, at most a minute', () => {
  const log = new Writer();
  log.review('a', 3, MONDAY, { ms: 3000 });
  log.review('b', 3, MONDAY + 7000, { ms: 4000 });
  log.review('c', 3, MONDAY + 3_600_000, { ms: 5000 });
  log.review('d', 3, MONDAY + 3_605_000);
  log.review('e', 3, MONDAY + 9_000_000, { ms: 3_000_000 });
  const record = recordOf(log.events);
  assert.deepEqual(record.spent, [3000, 7000, 5000, 60_000]);
  assert.equal(msPerReview(record), 8000);
  assert.equal(msPerReview({ ...record, spent: Array.from({ length: 20 }, (_, n) => 1000 * n) }), 9500);
});

const cards = Array.from({ length: 240 }, (_, n) => cardOf(`${n}`));
const decks = [deckOf(cards.slice(0, 120)), deckOf(cards.slice(120), '/u/')];

/**
 * A learner whose memory is what the schedule takes it to be: every day what is due is reviewed, seven seconds
 * each, and `newADay` new cards.
 */
function studied(days: number, newADay: number, seed: number, log: Writer, from: number): number {
  const random = numbersOf(seed);
  let reviews = 0;
  for (let day = 0; day < days; day += 1) {
    const memories = new Memories(log.events);
    let at = from + day * DAY;
    const add = (id: string, isRecalled: boolean) => {
      for (const rating of isRecalled ? ([3] as const) : ([1, 3] as const)) {
        at += 7000;
        reviews += 1;
        log.review(id, rating, at, { ms: 5000 });
      }
    };
    for (const [id, memory] of memories.entries()) {
      const when = { at, tz: 0 };
      if (memories.isDue(memory, when)) add(id, random() < memories.retrievability(memory, when));
    }
    const fresh = cards.filter(({ id }) => memories.of(id) === undefined).slice(0, newADay);
    for (const { id } of fresh) add(id, random() < 0.76);
  }
  return reviews;
}

test('of a learner whose memory is known, recall is told within three points of the truth', () => {
  const log = new Writer();
  studied(100, 2, 7, log, MONDAY - 100 * DAY);
  const { reviews, overall } = honestyOf(recordOf(log.events));
  assert.ok(overall && reviews > 500, `${reviews}`);
  assert.ok(Math.abs(overall.recalled / overall.reviews - overall.predicted) < 0.03, JSON.stringify(overall));
});

test('the outlook on an exam comes true for a learner whose memory is known', () => {
  const log = new Writer();
  studied(60, 2, 3, log, MONDAY - 60 * DAY);
  const memories = new Memories(log.events);
  const record = recordOf(log.events);
  const days = 40;
  const outlook = examOutlook({ decks, memories, now, record }, today + days, 1);
  assert.ok(outlook.state === 'said' && outlook.work);
  assert.deepEqual(outlook, examOutlook({ decks, memories, now, record }, today + days, 1));

  // If nothing is done: every card asked on the day.
  const random = numbersOf(5);
  const noon = { at: MONDAY + days * DAY, tz: 0 };
  const asked = cards.flatMap(({ id }) => {
    const memory = memories.of(id);
    const chance = memory ? memories.retrievability(memory, noon) : 0;
    return Array.from({ length: 50 }, () => (random() < chance ? 1 : 0));
  });
  const truth = asked.reduce<number>((sum, one) => sum + one, 0) / asked.length;
  assert.ok(Math.abs(outlook.untouched - truth) < 0.03, `${outlook.untouched} ${truth}`);
  assert.deepEqual(
    outlook.topics.map(({ topic, cards: count, untouched }) => [topic, count, untouched > 0.5]),
    [
      ['/t/', 120, true],
      ['/u/', 120, false],
    ],
  );

  // If all is done.
  assert.equal(outlook.work.days, days);
  assert.equal(outlook.work.newADay, 3);
  const reviews = studied(days, 3, 11, log, MONDAY) / days;
  assert.ok(
    Math.abs(outlook.work.reviewsADay / reviews - 1) < 0.05,
    `${outlook.work.reviewsADay} ${reviews}`,
  );
  const minutes = (reviews * 7) / 60;
  assert.ok(
    Math.abs(outlook.work.minutesADay / minutes - 1) < 0.05,
    `${outlook.work.minutesADay} ${minutes}`,
  );
  const after = new Memories(log.events);
  const held = [...after.entries()].reduce((sum, [, memory]) => sum + after.retrievability(memory, noon), 0);
  assert.ok(Math.abs(outlook.work.expected - held / cards.length) < 0.03, `${outlook.work.expected} ${held}`);
});

test('with a large course the work is told from a part of its cards', () => {
  const large = [deckOf(Array.from({ length: 5000 }, (_, n) => cardOf(`${n}`)))];
  const record = {
    recalls: Array.from({ length: 50 }, () => ({ predicted: 0.9, recalled: true })),
    spent: [],
  };
  const memories = new Memories([]);
  const outlook = examOutlook({ decks: large, memories, now, record }, today + 10, 1);
  assert.ok(outlook.state === 'said' && outlook.work);
  const { newADay, reviewsADay, minutesADay } = outlook.work;
  assert.equal(newADay, 500);
  assert.ok(reviewsADay > 1000 && reviewsADay < 1500, `${reviewsADay}`);
  assert.equal(minutesADay, (reviewsADay * 8) / 60);
});

test('nothing is said of an exam that is over, or with too few reviews; on the day itself there is no work', () => {
  const log = new Writer();
  log.review('0', 3, MONDAY - 10 * DAY);
  log.review('0', 3, MONDAY - 5 * DAY);
  const memories = new Memories(log.events);
  const desk = { decks, memories, now, record: recordOf(log.events) };
  assert.deepEqual(examOutlook(desk, today - 1, 1), { state: 'past' });
  assert.deepEqual(examOutlook(desk, today + 1, 1), { state: 'few', reviews: 1, needed: 50 });
  const record = {
    ...desk.record,
    recalls: Array.from({ length: 50 }, () => ({ predicted: 1, recalled: true })),
  };
  const outlook = examOutlook({ ...desk, record, decks: [deckOf([]), ...decks] }, today, 1);
  assert.ok(outlook.state === 'said');
  assert.equal(outlook.work, null);
  assert.equal(outlook.topics.length, 2);
});
