/** Which cards a review asks, and what it leaves for later. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Card, Deck } from '../../src/core/card.ts';
import { DAY, studyDay } from '../../src/core/day.ts';
import { daySoFar } from '../../src/core/day-so-far.ts';
import type { Rating } from '../../src/core/event.ts';
import { Memories } from '../../src/core/memory.ts';
import { queueOf } from '../../src/core/queue.ts';
import { EVERYTHING_DUE, type ReviewAddress } from '../../src/core/review-address.ts';
import { shuffled } from '../../src/core/shuffle.ts';
import { cardOf, deckOf, MONDAY, Writer } from '../support/study.ts';

const nothing = { buried: 0, suspended: 0, related: 0, newCards: 0, more: 0 };
const today = studyDay(MONDAY, 0, 4);

function ask(decks: Deck[], log: Writer, address: Partial<ReviewAddress> = {}, at = MONDAY, seed = 1) {
  const now = { at, tz: 0 };
  const memories = new Memories(log.events);
  const day = daySoFar(log.events, memories, now);
  const desk = { decks, memories, day, now };
  const queue = queueOf(desk, { ...EVERYTHING_DUE, ...address }, seed);
  return { ...queue, ids: queue.cards.map(({ id }) => id) };
}

/** Five cards, reviewed so that a, b and c have come back, d has not, and e is new. */
function fiveCards() {
  const log = new Writer();
  log.review('a', 3, MONDAY - 3 * DAY);
  log.review('b', 3, MONDAY - 9 * DAY);
  log.review('c', 3, MONDAY - 5 * DAY);
  log.review('d', 4, MONDAY - DAY);
  return { log, decks: [deckOf(['a', 'b', 'c', 'd', 'e'].map((id) => cardOf(id)))] };
}

test('what has come back stands first, the most forgotten ahead, then new cards', () => {
  const { log, decks } = fiveCards();
  const { ids, left } = ask(decks, log);
  assert.deepEqual(ids, ['b', 'c', 'a', 'e']);
  assert.deepEqual(left, nothing);
});

test('each state asks for its cards', () => {
  const { log, decks } = fiveCards();
  assert.deepEqual(ask(decks, log, { state: 'new' }).ids, ['e']);
  assert.deepEqual(ask(decks, log, { state: 'weak' }).ids, ['b']);
  assert.deepEqual(ask(decks, log, { state: 'missed' }).ids, []);
  assert.deepEqual(ask(decks, log, { state: 'all' }).ids, ['b', 'c', 'a', 'e', 'd']);
});

test('a card missed three times after it had been learned is weak, however fresh it is', () => {
  const { log, decks } = fiveCards();
  for (const days of [60, 50, 40]) {
    log.review('d', 4, MONDAY - (days + 5) * DAY);
    log.review('d', 1, MONDAY - days * DAY);
  }
  assert.deepEqual(ask(decks, log, { state: 'weak' }).ids, ['b', 'd']);
});

test('what was missed today is asked again, also after it was recalled; yesterday is over', () => {
  const { log, decks } = fiveCards();
  log.review('a', 1, MONDAY - 3000);
  log.review('a', 3, MONDAY - 2000);
  log.review('b', 1, MONDAY - 9 * 3_600_000);
  log.undo(log.review('c', 1, MONDAY - 1000), MONDAY - 500);
  assert.deepEqual(ask(decks, log, { state: 'missed' }).ids, ['a']);
});

test('an address asks for a topic, a level or an exam', () => {
  const decks = [
    deckOf([cardOf('a', { level: 'apply' }), cardOf('b', { exams: ['SAA-C03 3.1'] })]),
    deckOf([cardOf('c', { level: 'apply' })], '/u/'),
  ];
  const log = new Writer();
  assert.deepEqual(ask(decks, log, { topic: '/u/' }).ids, ['c']);
  assert.deepEqual(ask(decks, log, { level: 'apply' }).ids, ['a', 'c']);
  assert.deepEqual(ask(decks, log, { exam: 'SAA-C03' }).ids, ['b']);
});

test('as many new cards are asked as the day has room for, in course order', () => {
  const decks = [deckOf(['a', 'b', 'c', 'd', 'e'].map((id) => cardOf(id)))];
  const log = new Writer();
  log.remark(null, 'newCards', 3, MONDAY - 10 * DAY);
  log.review('old', 4, MONDAY - DAY);
  log.review('old', 3, MONDAY - 2000);
  log.review('c', 3, MONDAY - 1000);
  const { ids, left } = ask(decks, log);
  assert.deepEqual(ids, ['a', 'b']);
  assert.deepEqual(left, { ...nothing, newCards: 2 });
  assert.deepEqual(ask(decks, log, {}, MONDAY + DAY).ids, ['a', 'b', 'd']);
});

test('who asks for new cards by number gets that number', () => {
  const decks = [deckOf(['a', 'b', 'c'].map((id) => cardOf(id)))];
  const log = new Writer();
  log.remark(null, 'newCards', 0, MONDAY - DAY);
  assert.deepEqual(ask(decks, log, { state: 'new' }).ids, []);
  const { ids, left } = ask(decks, log, { state: 'new', most: 2 });
  assert.deepEqual(ids, ['a', 'b']);
  assert.deepEqual(left, { ...nothing, newCards: 1 });
});

test('a buried card is left out until the next study day, a suspended one until it is taken back', () => {
  const { log, decks } = fiveCards();
  log.remark('b', 'bury', today, MONDAY - 1000);
  log.remark('c', 'suspend', true, MONDAY - 900);
  const { ids, left } = ask(decks, log);
  assert.deepEqual(ids, ['a', 'e']);
  assert.deepEqual(left, { ...nothing, buried: 1, suspended: 1 });
  assert.deepEqual(ask(decks, log, {}, MONDAY + DAY).ids, ['b', 'a', 'e']);
  log.remark('c', 'suspend', false, MONDAY - 800);
  assert.deepEqual(ask(decks, log).ids, ['c', 'a', 'e']);
});

test('taking a burial back, by undo or by a remark, brings the card back', () => {
  const { log, decks } = fiveCards();
  log.undo(log.remark('b', 'bury', today, MONDAY - 1000), MONDAY - 900);
  log.remark('c', 'bury', today, MONDAY - 800);
  log.remark('c', 'bury', null, MONDAY - 700);
  assert.deepEqual(ask(decks, log).ids, ['b', 'c', 'a', 'e']);
});

const family = [
  deckOf([cardOf('p'), cardOf('q', { parent: 'p' }), cardOf('r', { parent: 'q' }), cardOf('s')]),
];

test('a follow-up waits for another sitting than what it follows, at whatever depth', () => {
  const { ids, left } = ask(family, new Writer());
  assert.deepEqual(ids, ['p', 's']);
  assert.deepEqual(left, { ...nothing, related: 2 });
});

test('the more forgotten of parent and follow-up is asked', () => {
  const log = new Writer();
  log.review('r', 3, MONDAY - 9 * DAY);
  log.review('p', 3, MONDAY - 5 * DAY);
  assert.deepEqual(ask(family, log).ids, ['r', 's']);
});

test('a card of another note with the same fragment is no parent', () => {
  const decks = [deckOf([cardOf('p', { note: '/t/other/' }), cardOf('q', { parent: 'p' })])];
  assert.deepEqual(ask(decks, new Writer()).ids, ['p', 'q']);
});

test('a parent that was missed today may come with its follow-ups', () => {
  const log = new Writer();
  log.review('p', 1, MONDAY - 3_600_000);
  const { ids } = ask(family, log);
  assert.deepEqual(ids, ['p', 'q', 's']);
});

test('a miss leads to the nearest follow-ups that are new or have come back', () => {
  const log = new Writer();
  const [p, q, r, s] = ['p', 'q', 'r', 's'].map(
    (id) => family[0]?.cards.find((card) => card.id === id) as Card,
  ) as [Card, Card, Card, Card];
  assert.deepEqual(ask(family, log).followUps(p), [q]);
  log.review('q', 4, MONDAY - DAY);
  assert.deepEqual(ask(family, log).followUps(p), [r]);
  log.remark('r', 'suspend', true, MONDAY - 1000);
  assert.deepEqual(ask(family, log).followUps(p), []);
  assert.deepEqual(ask(family, log).followUps(s), []);
});

test('no more cards are asked than the address says, and a seed decides how they are shuffled', () => {
  const { log, decks } = fiveCards();
  const { ids, left } = ask(decks, log, { most: 2 });
  assert.deepEqual(ids, ['b', 'c']);
  assert.deepEqual(left, { ...nothing, more: 2 });
  const orders = [1, 2, 3, 4, 5].map((seed) =>
    ask(decks, log, { most: 2, shuffle: true }, MONDAY, seed).ids.join(''),
  );
  assert.deepEqual([...new Set(orders)].sort(), ['bc', 'cb']);
});

test('cram takes everything that matches, whatever the day and the parents say', () => {
  const log = new Writer();
  log.remark(null, 'newCards', 0, MONDAY - DAY);
  log.remark('s', 'suspend', true, MONDAY - DAY);
  const { ids, left } = ask(family, log, { state: 'all', cram: true });
  assert.deepEqual(ids, ['p', 'q', 'r']);
  assert.deepEqual(left, { ...nothing, suspended: 1 });
  const chosen = Array.from({ length: 20 }, (_, seed) => seed).map(
    (seed) => ask(family, log, { state: 'all', cram: true, shuffle: true, most: 1 }, MONDAY, seed).ids[0],
  );
  assert.deepEqual([...new Set(chosen)].sort(), ['p', 'q', 'r']);
});

test('a shuffle keeps every item, and the same seed gives the same order', () => {
  fc.assert(
    fc.property(fc.array(fc.nat()), fc.integer(), (items, seed) => {
      const once = shuffled(items, seed);
      assert.deepEqual(shuffled(items, seed), once);
      assert.deepEqual([...once].sort(), [...items].sort());
    }),
  );
});

test('whatever happened before, every card that matches is asked once or counted once as left', () => {
  const cards = fc
    .array(fc.option(fc.nat({ max: 20 })), { minLength: 1, maxLength: 20 })
    // Also parents that come later, that are missing, and cards that follow themselves.
    .map((parents) =>
      parents.map((parent, n) => cardOf(`${n}`, { parent: parent === null ? null : `${parent}` })),
    );
  const reviews = fc.array(
    fc.tuple(fc.nat({ max: 20 }), fc.constantFrom<Rating>(1, 2, 3, 4), fc.nat({ max: 30 })),
  );
  const addresses: fc.Arbitrary<Pick<ReviewAddress, 'state' | 'most' | 'shuffle' | 'cram'>> = fc.record({
    state: fc.constantFrom('due', 'new', 'weak', 'missed', 'all'),
    most: fc.option(fc.integer({ min: 1, max: 10 })),
    shuffle: fc.boolean(),
    cram: fc.boolean(),
  });
  fc.assert(
    fc.property(cards, reviews, addresses, fc.integer(), (list, done, address, seed) => {
      const log = new Writer();
      for (const [card, rating, days] of done) log.review(`${card}`, rating, MONDAY - days * DAY);
      log.remark('3', 'bury', today, MONDAY);
      const { ids, left } = ask([deckOf(list)], log, address, MONDAY, seed);
      assert.equal(new Set(ids).size, ids.length);
      const everything = ask([deckOf(list)], log, { ...address, cram: true, most: null }).ids;
      assert.deepEqual(
        ids.filter((id) => !everything.includes(id)),
        [],
      );
      assert.equal(ids.length + left.related + left.newCards + left.more, everything.length);
      if (address.cram) return;
      const missed = new Set(
        done.filter(([, rating, days]) => rating === 1 && days === 0).map(([id]) => `${id}`),
      );
      for (const id of ids) {
        const parent = list.find((card) => card.id === id)?.parent;
        // Parents stand before their follow-ups; what a broken deck names otherwise is no parent.
        const isParent = typeof parent === 'string' && Number(parent) < Number(id);
        const isApart = !isParent || !ids.includes(parent) || missed.has(parent);
        assert.ok(isApart, `${id} with ${parent}`);
      }
    }),
    { numRuns: 2000 },
  );
});
