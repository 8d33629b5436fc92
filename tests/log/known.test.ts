/** What a page knows of a log, however it comes in, and that the fold over it is the plain one. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { Known } from '../../src/browser/log/known.ts';
import type { LogEvent, Rating } from '../../src/core/event.ts';
import { union } from '../../src/core/event.ts';
import { Memories } from '../../src/core/memory.ts';

const monday = Date.UTC(2026, 10, 23, 12);

/** Histories of two devices, of reviews and of undos that take back any of them. */
const histories = fc
  .array(
    fc.record({
      device: fc.constantFrom('phone00000', 'laptop0000'),
      after: fc.integer({ min: -3_600_000, max: 40 * 86_400_000 }),
      card: fc.constantFrom('x', 'y', 'z'),
      rating: fc.constantFrom<Rating>(1, 2, 3, 4),
      takesBack: fc.option(fc.nat(), { freq: 8 }),
    }),
    { maxLength: 450 },
  )
  .map((given) => {
    const seqs = new Map<string, number>();
    const events: LogEvent[] = [];
    let at = monday;
    for (const { device, after, card, rating, takesBack } of given) {
      const seq = (seqs.get(device) ?? 0) + 1;
      seqs.set(device, seq);
      at += after;
      const stamp = { v: 1 as const, id: `${device}-${seq}`, at, tz: 60 };
      const of = takesBack === null ? undefined : events[takesBack % (events.length || 1)]?.id;
      events.push(
        of === undefined
          ? { ...stamp, t: 'review', card, rating, ms: 0, rev: '' }
          : { ...stamp, t: 'undo', of },
      );
    }
    return events;
  });

/** The events in portions, some of which come twice, in any order. */
const portioned = histories.chain((events) =>
  fc.record({
    events: fc.constant(events),
    portions: fc.tuple(
      fc.shuffledSubarray(events),
      fc.shuffledSubarray(events),
      fc.constantFrom(events, [...events].reverse()),
    ),
  }),
);

test('however events come, they are known once each and in order, and what is new is told once', () => {
  fc.assert(
    fc.property(portioned, ({ events, portions }) => {
      const known = new Known();
      const told = portions.flatMap((portion) => known.take(portion));
      assert.deepEqual(known.events, union(events, []));
      assert.deepEqual(union(told, []), known.events);
      assert.equal(told.length, events.length);
      const inSegments = [...known.segmentsOf(known.events)].flatMap(([name, held]) =>
        held.map(({ id }) => {
          const [device, seq] = id.split('-');
          assert.equal(name, `/unfold-history/${device}/${Math.floor((Number(seq) - 1) / 200)}`);
          return id;
        }),
      );
      assert.deepEqual(inSegments.sort(), events.map(({ id }) => id).sort());
    }),
  );
});

test('the fold over what is known says of each card what the plain fold over all events says', () => {
  fc.assert(
    fc.property(portioned, ({ events, portions }) => {
      const known = new Known();
      const folded = new Memories([]);
      const added = new Memories([]);
      for (const portion of portions) {
        for (const event of known.take(portion)) added.add(event);
      }
      folded.fold(known.events);
      const plain = new Map(new Memories(events).entries());
      assert.deepEqual(new Map(folded.entries()), plain);
      assert.deepEqual(new Map(added.entries()), plain);
    }),
    { numRuns: 30 },
  );
});
