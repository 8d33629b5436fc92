/** What counts as an event, and what comes of histories that are put together in any order. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { DAY } from '../../src/core/day.ts';
import {
  asEvent,
  canonical,
  inOrder,
  type LogEvent,
  originOf,
  type Rating,
  type Review,
  union,
} from '../../src/core/event.ts';

const monday = Date.UTC(2026, 10, 23, 12);

const review: Review = {
  v: 1,
  id: 'a-1',
  t: 'review',
  card: 'x',
  at: monday,
  tz: 60,
  rating: 3,
  ms: 4000,
  rev: 'r1',
};

const stamp = {
  v: fc.constant(1 as const),
  // Few devices and numbers, so that histories share events, and two events one id.
  id: fc
    .tuple(fc.constantFrom('a', 'b', '__proto__'), fc.integer({ min: 1, max: 6 }))
    .map((id) => id.join('-')),
  // Clocks that are wrong by up to ten years, and often agree to the millisecond.
  at: fc.oneof(
    fc.integer({ min: monday - 3650 * DAY, max: monday + 3650 * DAY }),
    fc.constantFrom(monday, monday + 1),
  ),
  tz: fc.integer({ min: -720, max: 840 }),
};
const anyEvent: fc.Arbitrary<LogEvent> = fc
  .oneof(
    fc.record({
      ...stamp,
      t: fc.constant('review' as const),
      card: fc.constantFrom('x', 'y', '__proto__'),
      rating: fc.constantFrom<Rating>(1, 2, 3, 4),
      ms: fc.nat(9),
      rev: fc.constantFrom('', 'r1'),
    }),
    fc.record({ ...stamp, t: fc.constant('undo' as const), of: stamp.id }),
    fc.record({
      ...stamp,
      t: fc.constant('note' as const),
      card: fc.constantFrom('x', null),
      name: fc.constantFrom('flag', 'retention'),
      value: fc.constantFrom('', 'a', 0.9, true, null),
    }),
    fc.record({ ...stamp, v: fc.constant(2), t: fc.constant('dream'), depth: fc.nat(3) }),
  )
  // With the prototype of an object that was read.
  .map((event) => ({ ...event }));
const history = fc.array(anyEvent, { maxLength: 12 });
const runs = { numRuns: 10_000 };

/** The events as texts, each once. */
const textsOf = (events: readonly LogEvent[]) => new Set(events.map(canonical));

test('it does not matter which of two histories comes first', () => {
  fc.assert(
    fc.property(history, history, (one, other) => {
      assert.deepEqual(union(one, other), union(other, one));
    }),
    runs,
  );
});

test('it does not matter which of three histories are put together first', () => {
  fc.assert(
    fc.property(history, history, history, (one, two, three) => {
      assert.deepEqual(union(union(one, two), three), union(one, union(two, three)));
    }),
    runs,
  );
});

test('a history put together with itself, or with what is in it, is itself', () => {
  fc.assert(
    fc.property(history, history, (one, other) => {
      const both = union(one, other);
      assert.deepEqual(union(both, both), both);
      assert.deepEqual(union(both, one), both);
      assert.deepEqual(union(both, []), both);
    }),
    runs,
  );
});

test('nothing of either history is missing, nothing is there twice, and all is in order', () => {
  fc.assert(
    fc.property(history, history, (one, other) => {
      const both = union(one, other);
      assert.deepEqual(textsOf(both), new Set([...textsOf(one), ...textsOf(other)]));
      assert.equal(textsOf(both).size, both.length);
      assert.deepEqual(both.toSorted(inOrder), both);
    }),
    runs,
  );
});

test('the order of events does not depend on the order in which they are read', () => {
  fc.assert(
    fc.property(
      history.chain((events) =>
        fc.tuple(
          fc.constant(events),
          fc.shuffledSubarray(events, { minLength: events.length, maxLength: events.length }),
        ),
      ),
      ([events, shuffled]) => {
        assert.deepEqual(union(shuffled, []), union(events, []));
      },
    ),
    runs,
  );
});

test('every event is read back from its text as it was', () => {
  fc.assert(
    fc.property(anyEvent, (event) => {
      assert.deepEqual(asEvent(JSON.parse(JSON.stringify(event))), event);
    }),
    runs,
  );
});

test('whatever is read, it is an event or null, and nothing is thrown', () => {
  const part = fc.oneof(fc.anything(), fc.constantFrom('review', 'undo', 'note', 'a-1', 1, monday));
  const almost = fc.record(
    {
      v: part,
      id: part,
      t: part,
      at: part,
      tz: part,
      card: part,
      rating: part,
      ms: part,
      rev: part,
      of: part,
      name: part,
      value: part,
    },
    { requiredKeys: [] },
  );
  fc.assert(
    fc.property(fc.oneof(fc.anything(), almost), (value) => {
      const event = asEvent(value);
      if (event === null) return;
      assert.deepEqual(asEvent(event), event);
      assert.deepEqual(union([event], []), [event]);
    }),
    runs,
  );
});

const hostile: [string, unknown][] = [
  ['nothing', null],
  ['a text', 'review'],
  ['a list', [review]],
  ['a rating of 9', { ...review, rating: 9 }],
  ['a rating of 0', { ...review, rating: 0 }],
  ['a rating of 2.5', { ...review, rating: 2.5 }],
  ['a rating as text', { ...review, rating: '3' }],
  ['a time that is no number', { ...review, at: Number.NaN }],
  ['a time without end', { ...review, at: Number.POSITIVE_INFINITY }],
  ['the year 275760', { ...review, at: 8.64e15 }],
  ['the year 1970', { ...review, at: 0 }],
  ['a time within a millisecond', { ...review, at: monday + 0.5 }],
  ['a zone of a day', { ...review, tz: 1440 }],
  ['an id without a number', { ...review, id: 'a' }],
  ['an id with the number 0', { ...review, id: 'a-0' }],
  ['an id with a path', { ...review, id: '../a-1' }],
  ['an id of 1001 characters', { ...review, id: `${'a'.repeat(999)}-1` }],
  ['a card of 1001 characters', { ...review, card: 'x'.repeat(1001) }],
  ['no card', { ...review, card: '' }],
  ['version 0', { ...review, v: 0 }],
  ['an undo of nothing', { ...review, t: 'undo' }],
  ['a note that says an object', { ...review, t: 'note', name: 'flag', value: {} }],
  ['a note that says a number without end', { ...review, t: 'note', name: 'flag', value: Number.NaN }],
];
for (const [what, value] of hostile) {
  test(`${what} makes no event`, () => {
    assert.equal(asEvent(value), null);
  });
}

test('of an event only the keys that it has are taken', () => {
  const read = JSON.parse(`${JSON.stringify(review).slice(0, -1)},"__proto__":{"polluted":true},"evil":1}`);
  assert.deepEqual(asEvent(read), review);
  assert.equal('polluted' in {}, false);
});

test('of an event of a later version every plain value is kept, and nothing else', () => {
  const read = JSON.parse(
    `{"v":2,"id":"a-1","t":"dream","at":${monday},"depth":3,"deep":{"er":1},"__proto__":"x","long":"${'x'.repeat(1001)}"}`,
  );
  const event = asEvent(read);
  assert.deepEqual(event, { v: 2, id: 'a-1', t: 'dream', at: monday, depth: 3 });
  assert.equal(Object.getPrototypeOf(event), Object.prototype);
});

test('a review whose duration or revision makes no sense is still a review', () => {
  assert.deepEqual(asEvent({ ...review, ms: -1, rev: 7 }), { ...review, ms: 0, rev: '' });
});

test('the device and the number are parted at the last hyphen', () => {
  assert.deepEqual(originOf('a_b-12'), { device: 'a_b', seq: 12 });
});
