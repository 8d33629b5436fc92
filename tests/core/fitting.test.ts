/** Fitting a schedule to a learner: what is found, how sure it is, and when it is worth having. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { DAY } from '../../src/core/day.ts';
import type { Rating } from '../../src/core/event.ts';
import { fitOffer, isEnough, materialOf } from '../../src/core/fit-offer.ts';
import { askedBy, type CardHistory, fitted, lossOf } from '../../src/core/fitting.ts';
import { recordOf } from '../../src/core/recalls.ts';
import { allowed, type Parameters, USUAL } from '../../src/core/schedule.ts';
import { upkeepOf } from '../../src/core/upkeep.ts';
import { mean } from '../bench/figure.ts';
import { studied } from '../bench/learner.ts';
import { drawn, OfFsrs } from '../bench/mind.ts';
import { MONDAY, Writer } from '../support/study.ts';

const TODAY = Math.floor(MONDAY / DAY);

/** What somebody with this memory did in so many evenings. */
function historiesOf(memory: Parameters, days: number, seed = 1): CardHistory[] {
  const mind = () => new OfFsrs(memory);
  return recordOf(studied({ mind, seed, days, newADay: 5, retention: 0.9 }).reviews).histories;
}

/** Mean distance of what the parameters predict from what is true. */
function distance(histories: CardHistory[], parameters: Parameters, truth: Parameters): number {
  const true_ = askedBy(histories, truth);
  return mean(
    askedBy(histories, parameters).map(({ chance }, n) => Math.abs(chance - (true_[n]?.chance ?? 0))),
  );
}

const history = (...reviews: [day: number, rating: Rating][]): CardHistory => ({
  days: reviews.map(([day]) => day),
  ratings: reviews.map(([, rating]) => rating),
});

test('the memory of somebody who forgets fast is found in the reviews, the nearer the more there are', () => {
  const truth = USUAL.map((value, n) => (n < 4 ? value / 4 : value));
  const [few, many] = [60, 200].map((days) => {
    const histories = historiesOf(truth, days);
    return { usual: distance(histories, USUAL, truth), off: distance(histories, fitted(histories), truth) };
  });
  assert.ok(few && few.off < few.usual, `${few?.off} in place of ${few?.usual}`);
  assert.ok(many && many.off < 0.01 && many.off < many.usual / 3, `${many?.off} in place of ${many?.usual}`);
});

test('of learners as people are none is served worse by what is offered, and most far better', () => {
  const gains = [1, 2, 3, 4, 5, 6].map((seed) => {
    const truth = drawn(seed, 1);
    const histories = historiesOf(truth, 90, seed);
    const middle = Math.min(...histories.flatMap(({ days }) => days)) + 45;
    const earlier = histories.map(({ days, ratings }) => {
      const count = days.filter((day) => day < middle).length;
      return { days: days.slice(0, count), ratings: ratings.slice(0, count) };
    });
    const seen = earlier.filter(({ days }) => days.length > 0);
    const offer = fitOffer({ histories: seen, parameters: USUAL, retention: 0.9, today: middle });
    const chances = askedBy(histories, truth);
    // Of what is still to come, by its true probability, so that luck has no part.
    const loss = (parameters: Parameters) =>
      mean(
        askedBy(histories, parameters).flatMap(({ day, chance }, n) => {
          const p = chances[n]?.chance ?? 0;
          const surprise =
            p * lossOf({ chance, recalled: true }) + (1 - p) * lossOf({ chance, recalled: false });
          return day < middle ? [] : [surprise];
        }),
      );
    return loss(USUAL) - loss(offer.isBetter ? offer.parameters : USUAL);
  });
  assert.ok(Math.min(...gains) > -0.001, `${gains}`);
  assert.ok(mean(gains) > 0.01, `${gains}`);
});

test('the same reviews give the same parameters, and the work is told from 0 to 1', () => {
  const histories = historiesOf(drawn(3, 1), 20);
  const heard: number[] = [];
  const one = fitted(histories, (share) => heard.push(share));
  assert.deepEqual(fitted(histories), one);
  assert.deepEqual(
    heard,
    [...heard].sort((a, b) => a - b),
  );
  assert.deepEqual([heard[0], heard.at(-1)], [0, 1]);
});

test('without reviews the fit is the usual schedule', () => {
  assert.deepEqual(fitted([]), USUAL);
  assert.deepEqual(fitted([history([TODAY, 3])]), USUAL);
});

test('only who rates hard or easy gets parameters for it', () => {
  const reviews = (second: Rating) =>
    Array.from({ length: 30 }, (_, n) => history([n, second], [n + 3, 3], [n + 9, second], [n + 20, 1]));
  const moved = (second: Rating) => [1, 3, 15, 16].filter((n) => fitted(reviews(second))[n] !== USUAL[n]);
  assert.deepEqual([moved(3), moved(2), moved(4)], [[], [1, 15], [3, 16]]);
});

test('whatever the reviews, the parameters are numbers that FSRS allows', () => {
  const review = fc.tuple(fc.integer({ min: 0, max: 20_000 }), fc.constantFrom<Rating>(1, 2, 3, 4));
  const histories = fc.array(
    fc.array(review, { minLength: 1, maxLength: 12 }).map((reviews) => {
      const gaps = reviews.map(([gap]) => gap);
      const dayOf = (n: number) => gaps.slice(0, n + 1).reduce((sum, gap) => sum + gap, 0);
      return history(...reviews.map(([, rating], n): [number, Rating] => [dayOf(n), rating]));
    }),
    { maxLength: 12 },
  );
  fc.assert(
    fc.property(histories, (all) => {
      const found = fitted(all);
      assert.deepEqual(found, allowed(found));
    }),
    { numRuns: 40 },
  );
});

test('reviews on a later day count, and the days they were given on', () => {
  const histories = [history([1, 3], [1, 1], [3, 3], [9, 3]), history([2, 1], [2, 3], [3, 3])];
  assert.deepEqual(materialOf(histories), { reviews: 3, days: 2 });
  assert.deepEqual(
    [
      { reviews: 400, days: 20 },
      { reviews: 399, days: 20 },
      { reviews: 400, days: 19 },
    ].map(isEnough),
    [true, false, false],
  );
});

test('a fit is tried on the latest fifth of the reviews, which it was not fitted to', () => {
  const truth = USUAL.map((value, n) => (n < 4 ? value / 4 : value));
  const histories = historiesOf(truth, 60);
  const { reviews } = materialOf(histories);
  const offer = fitOffer({ histories, parameters: USUAL, retention: 0.9, today: TODAY });
  assert.equal(offer.isBetter, true);
  assert.ok(Math.abs(offer.after.reviews / reviews - 0.2) < 0.03);
  assert.equal(offer.after.recalled, offer.before.recalled);
  const recalled = offer.after.recalled / offer.after.reviews;
  assert.ok(Math.abs(offer.after.predicted - recalled) < Math.abs(offer.before.predicted - recalled));
  assert.ok(offer.after.reviewsADay > offer.before.reviewsADay);
  // What came last turned out otherwise, and the parameters do not know it.
  const days = askedBy(histories, USUAL)
    .map(({ day }) => day)
    .sort((a, b) => a - b);
  const from = days[Math.floor(days.length * 0.8)] ?? 0;
  const turned = histories.map((each) => ({
    days: each.days,
    ratings: each.ratings.map((rating, n): Rating => ((each.days[n] ?? 0) < from ? rating : 3)),
  }));
  assert.deepEqual(
    fitOffer({ histories: turned, parameters: USUAL, retention: 0.9, today: TODAY }).parameters,
    offer.parameters,
  );
});

test('who has the parameters already is told that they are no better', () => {
  const histories = historiesOf(drawn(3, 1), 60);
  const task = { histories, parameters: USUAL, retention: 0.9, today: TODAY };
  const { parameters } = fitOffer(task);
  const again = fitOffer({ ...task, parameters });
  assert.deepEqual([again.isBetter, again.after], [false, again.before]);
});

test('what is forgotten sooner takes more reviews a day, and nothing takes none', () => {
  const cards = historiesOf(USUAL, 20);
  const fast = USUAL.map((value, n) => (n < 4 ? value / 4 : value));
  const task = { cards, today: TODAY, retention: 0.9, schedule: USUAL, memory: USUAL };
  assert.ok(upkeepOf({ ...task, schedule: fast, memory: fast }) > upkeepOf(task));
  assert.ok(upkeepOf({ ...task, retention: 0.95 }) > upkeepOf(task));
  assert.equal(upkeepOf({ ...task, cards: [] }), 0);
});

test('the histories of a record leave out what was undone, and begin anew with a reset', () => {
  const log = new Writer();
  log.review('x', 3, MONDAY);
  log.undo(log.review('x', 1, MONDAY + DAY), MONDAY + DAY + 1);
  log.review('x', 2, MONDAY + 2 * DAY);
  log.remark('x', 'reset', null, MONDAY + 3 * DAY);
  log.review('x', 4, MONDAY + 4 * DAY);
  log.review('y', 3, MONDAY + 5 * DAY);
  assert.deepEqual(recordOf([...log.events].reverse()).histories, [
    history([TODAY, 3], [TODAY + 2, 2]),
    history([TODAY + 4, 4]),
    history([TODAY + 5, 3]),
  ]);
});
