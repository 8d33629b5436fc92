/** What a history says about the cards, whatever the order in which its events come together. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { DAY } from '../../src/core/day.ts';
import type { LogEvent, Rating, Remark, Review, Undo } from '../../src/core/event.ts';
import { Memories, type Memory } from '../../src/core/memory.ts';
import { USUAL } from '../../src/core/schedule.ts';

const monday = Date.UTC(2026, 10, 23, 12);

function review(seq: number, over: Partial<Review> = {}): Review {
  return {
    v: 1,
    id: `a-${seq}`,
    t: 'review',
    card: 'x',
    at: monday,
    tz: 0,
    rating: 3,
    ms: 0,
    rev: 'r1',
    ...over,
  };
}

const undo = (seq: number, of: string): Undo => ({
  v: 1,
  id: `a-${seq}`,
  t: 'undo',
  at: monday + seq,
  tz: 0,
  of,
});

const remark = (seq: number, name: string, value: Remark['value']): Remark => ({
  v: 1,
  id: `a-${seq}`,
  t: 'note',
  card: null,
  at: monday + seq,
  tz: 0,
  name,
  value,
});

const all = (memories: Memories): [string, Memory][] =>
  [...memories.entries()].sort(([one], [other]) => (one < other ? -1 : 1));

const anyEvent = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({
      t: fc.constant('review' as const),
      card: fc.constantFrom('x', 'y', 'z'),
      // Clocks that are wrong by up to ten years.
      at: fc.integer({ min: monday - 3650 * DAY, max: monday + 3650 * DAY }),
      tz: fc.integer({ min: -720, max: 840 }),
      rating: fc.constantFrom<Rating>(1, 2, 3, 4),
      ms: fc.nat(),
      rev: fc.constantFrom('', 'r1'),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      t: fc.constant('undo' as const),
      at: fc.constant(monday),
      tz: fc.constant(0),
      of: fc.constantFrom('d-1', 'd-2', 'd-3', 'e-1'),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      t: fc.constant('note' as const),
      card: fc.constantFrom('x', 'y'),
      at: fc.integer({ min: monday - 3650 * DAY, max: monday + 3650 * DAY }),
      tz: fc.constant(0),
      name: fc.constantFrom('reset', 'soon'),
      value: fc.constant(null),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      t: fc.constant('note' as const),
      card: fc.constant(null),
      at: fc.constant(monday),
      tz: fc.constant(0),
      name: fc.constantFrom('retention', 'rollover'),
      value: fc.constantFrom(0.8, 5, 99, true),
    }),
  },
);

const log = fc
  .array(fc.tuple(anyEvent, fc.constantFrom('d', 'e')), { maxLength: 40 })
  .map((drafts): LogEvent[] => {
    const seqs = new Map<string, number>();
    return drafts.map(([draft, device]) => {
      const seq = (seqs.get(device) ?? 0) + 1;
      seqs.set(device, seq);
      return { v: 1, id: `${device}-${seq}`, ...draft } as LogEvent;
    });
  });

test('the order in which events arrive changes nothing, and no log makes the fold fail', () => {
  const shuffled = log.chain((events) =>
    fc.tuple(fc.constant(events), fc.shuffledSubarray(events, { minLength: events.length })),
  );
  fc.assert(
    fc.property(shuffled, ([events, otherOrder]) => {
      const expected = all(new Memories(events));
      assert.deepEqual(all(new Memories(otherOrder)), expected);
      const oneByOne = new Memories([]);
      for (const event of otherOrder) oneByOne.add(event);
      assert.deepEqual(all(oneByOne), expected);
      for (const [, { stability, dueDay }] of expected) assert.ok(stability > 0 && Number.isInteger(dueDay));
    }),
    { numRuns: 3000 },
  );
});

test('a card is due on its study day, in the learner’s zone of that day', () => {
  const memories = new Memories([review(1)]);
  const memory = memories.of('x');
  assert.ok(memory);
  assert.deepEqual(
    [memory.dueDay - memory.day, memory.dueAt, memory.reviews, memory.lapses],
    [2, null, 1, 0],
  );
  const rollover = Date.UTC(2026, 10, 25, 4);
  assert.equal(memories.isDue(memory, { at: rollover - 1, tz: 0 }), false);
  assert.equal(memories.isDue(memory, { at: rollover, tz: 0 }), true);
  assert.equal(memories.isDue(memory, { at: rollover - 1, tz: 60 }), true);
});

test('a missed card comes back after ten minutes and counts a lapse only if it had been learned', () => {
  const missed = new Memories([review(1, { rating: 1 })]).of('x');
  assert.deepEqual([missed?.dueAt, missed?.lapses], [monday + 600_000, 0]);
  const lapsed = new Memories([review(1), review(2, { at: monday + 2 * DAY, rating: 1 })]).of('x');
  assert.deepEqual([lapsed?.dueAt, lapsed?.lapses], [monday + 2 * DAY + 600_000, 1]);
});

test('an undone review leaves no trace, also when the undo arrives first', () => {
  const first = review(1);
  const second = review(2, { at: monday + 1000, rating: 1 });
  const expected = all(new Memories([first]));
  assert.deepEqual(all(new Memories([undo(3, 'a-2'), first, second])), expected);
  const growing = new Memories([first, undo(3, 'a-2')]);
  growing.add(second);
  assert.deepEqual(all(growing), expected);
  assert.equal(growing.last()?.id, 'a-1');
  assert.equal(new Memories([first, undo(3, 'a-1')]).last(), null);
});

test('a card that is reset counts as never reviewed from then on, and as before once that is undone', () => {
  const reset: Remark = { ...remark(2, 'reset', null), card: 'x' };
  const later = review(3, { at: monday + DAY, rating: 1 });
  assert.deepEqual(all(new Memories([review(1), reset])), []);
  assert.deepEqual(all(new Memories([review(1), reset, later])), all(new Memories([later])));
  assert.deepEqual(
    all(new Memories([review(1), reset, later, undo(4, 'a-2')])),
    all(new Memories([review(1), later])),
  );
});

test('a reset of no card in particular resets none', () => {
  assert.equal(all(new Memories([review(1), remark(2, 'reset', null)])).length, 1);
});

test('settings are remarks of the history, and the last one in range holds', () => {
  const events = [
    remark(1, 'retention', 0.8),
    remark(2, 'retention', 7),
    remark(3, 'rollover', 6),
    remark(4, 'fourRatings', true),
  ];
  assert.deepEqual(new Memories(events).settings, {
    retention: 0.8,
    newCards: 20,
    rollover: 6,
    fourRatings: true,
    parameters: USUAL,
  });
  assert.equal(new Memories([...events, undo(5, 'a-1')]).settings.retention, 0.9);
});

test('less retention asked means longer intervals', () => {
  const days = (retention: number) =>
    new Memories([remark(1, 'retention', retention)]).preview('x', { at: monday, tz: 0 })[4].days;
  assert.deepEqual([0.7, 0.9, 0.97].map(days), [77, 8, 2]);
});

test('events of a kind that is not known change nothing', () => {
  const later = { v: 2, id: 'b-1', t: 'review', card: 'x', at: monday, rating: 1 };
  assert.deepEqual(all(new Memories([review(1), later])), all(new Memories([review(1)])));
});

test('a change of the answer that was seen is the one that is held; asked for soon it is due today', () => {
  const seen: Remark = { ...remark(2, 'seen', 'r2'), card: 'x' };
  assert.deepEqual(
    [new Memories([review(1), seen]).of('x')?.rev, new Memories([review(1)]).of('x')?.rev],
    ['r2', 'r1'],
  );
  const soon = new Memories([review(1), { ...seen, name: 'soon' }]);
  const memory = soon.of('x');
  assert.ok(memory);
  assert.equal(soon.isDue(memory, { at: monday + 10, tz: 0 }), true);
  assert.equal(memory.rev, 'r2');
  assert.equal(new Memories([seen]).of('x'), undefined);
});
