/** The schedule against ts-fsrs itself and against the vectors that the FSRS project publishes. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type Card, createEmptyCard, fsrs, type Grade, State } from 'ts-fsrs';
import type { Rating } from '../../src/core/event.ts';
import { type Hold, Schedule } from '../../src/core/schedule.ts';

const schedule = new Schedule(0.9);
const rating = fc.constantFrom<Rating>(1, 2, 3, 4);

function steps(reviews: readonly (readonly [rating: Rating, elapsed: number])[], by = schedule) {
  let hold: Hold | null = null;
  return reviews.map(([given, elapsed]) => {
    const step = by.next(hold, given, elapsed);
    hold = step;
    return step;
  });
}

test('a first review sets the stability and difficulty that FSRS-6 publishes', () => {
  const first = ([1, 2, 3, 4] as const).map((given) => schedule.next(null, given, 0));
  assert.deepEqual(
    first.map((step) => step.stability),
    [0.212, 1.2931, 2.3065, 8.2956],
  );
  assert.deepEqual(
    first.map((step) => step.difficulty),
    [6.4133, 5.11217071, 2.11810397, 1],
  );
  assert.deepEqual(
    first.map((step) => [step.minutes, step.days]),
    [
      [10, 0],
      [15, 0],
      [0, 2],
      [0, 8],
    ],
  );
});

test("the memory after fsrs-rs's six reviews is the one it publishes", () => {
  const reviews = [1, 3, 3, 3, 3, 3].map(
    (given, n) => [given as Rating, [0, 0, 1, 3, 8, 21][n] ?? 0] as const,
  );
  const last = steps(reviews).at(-1);
  assert.equal(last?.stability.toFixed(4), '53.6269');
  assert.equal(last?.difficulty.toFixed(5), '6.35749');
});

test("the intervals of ts-fsrs's history of thirteen ratings come out, each rated on its day", () => {
  const ratings: Rating[] = [3, 3, 3, 3, 3, 3, 1, 1, 3, 3, 3, 3, 3];
  let hold: Hold | null = null;
  let days = 0;
  const history = ratings.map((given, n) => {
    const step = schedule.next(hold, given, days);
    // Their history has a second step of minutes before a card counts as learned.
    const isSecondStep = n === 0;
    hold = { ...step, learning: step.learning || isSecondStep };
    days = isSecondStep ? 0 : step.days;
    return days;
  });
  assert.deepEqual(history, [0, 2, 11, 46, 163, 498, 0, 0, 2, 4, 7, 12, 21]);
});

test('every sequence of reviews gives what ts-fsrs gives with one step of ten minutes', () => {
  const day = 86_400_000;
  const retentions = fc.constantFrom(0.7, 0.8, 0.9, 0.95, 0.97);
  const reviews = fc.array(fc.tuple(rating, fc.integer({ min: 0, max: 4000 })), {
    minLength: 1,
    maxLength: 12,
  });
  fc.assert(
    fc.property(retentions, reviews, (retention, list) => {
      const theirs = fsrs({
        request_retention: retention,
        learning_steps: ['10m'],
        relearning_steps: ['10m'],
      });
      let at = Date.UTC(2024, 0, 1, 12);
      let card: Card = createEmptyCard(new Date(at));
      const ours = steps(list, new Schedule(retention));
      for (const [n, [given, elapsed]] of list.entries()) {
        at += elapsed * day;
        card = theirs.next(card, new Date(at), given as Grade).card;
        const step = ours[n];
        assert.deepEqual(
          [step?.stability, step?.difficulty, step?.days, step?.learning],
          [card.stability, card.difficulty, card.scheduled_days, card.state !== State.Review],
        );
        assert.equal(at + (step?.minutes ?? 0) * 60_000 + (step?.days ?? 0) * day, card.due.getTime());
      }
    }),
    { numRuns: 2000 },
  );
});

test('a better rating of a held card never brings it back sooner', () => {
  fc.assert(
    fc.property(
      fc.double({ min: 0.01, max: 3000, noNaN: true }),
      fc.integer({ min: 0, max: 3000 }),
      (stability, elapsed) => {
        const hold = { stability, difficulty: 5, learning: false };
        const [hard, good, easy] = ([2, 3, 4] as const).map(
          (given) => schedule.next(hold, given, elapsed).days,
        );
        assert.ok((hard ?? 0) < (good ?? 0) && (good ?? 0) < (easy ?? 0), `${hard} ${good} ${easy}`);
      },
    ),
  );
});

test('recall stands at 90 % once the stability has passed, and at 100 % at once', () => {
  assert.equal(schedule.retrievability(10, 10), 0.9);
  assert.equal(schedule.retrievability(10, 0), 1);
  assert.equal(schedule.retrievability(10, -5), 1);
});
