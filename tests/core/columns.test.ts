/** Columns give back every event exactly, and nothing where they are damaged. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type Columns, fromColumns, toColumns } from '../../src/core/columns.ts';
import { asEvent, inOrder, type LogEvent } from '../../src/core/event.ts';

const stamp = {
  v: fc.constant(1),
  id: fc
    .tuple(fc.stringMatching(/^[A-Za-z0-9_]{1,40}$/), fc.integer({ min: 1, max: 1e14 }))
    .map((all) => all.join('-')),
  at: fc.integer({ min: 946_684_800_000, max: 4_102_444_800_000 }),
  tz: fc.integer({ min: -840, max: 840 }),
};
const name = fc.string({ minLength: 1, maxLength: 20, unit: 'binary' });
const review = fc.record({
  ...stamp,
  t: fc.constant('review'),
  card: name,
  rating: fc.integer({ min: 1, max: 4 }),
  ms: fc.integer({ min: 0, max: 86_400_000 }),
  rev: fc.oneof(name, fc.constant('')),
});
const undo = fc.record({ ...stamp, t: fc.constant('undo'), of: stamp.id });
const remark = fc.record({
  ...stamp,
  t: fc.constant('note'),
  card: fc.option(name),
  name,
  value: fc.oneof(fc.boolean(), fc.double({ noNaN: true, noDefaultInfinity: true }), name),
});
const unknown = fc.record({ ...stamp, v: fc.integer({ min: 2, max: 1000 }), t: name, more: name });
const events = fc
  .array(fc.oneof(review, undo, remark, unknown))
  .map((values) => values.map(asEvent).filter((event) => event !== null));

test('any events come back from their columns as they were, in order', () => {
  fc.assert(
    fc.property(events, (all) => {
      assert.deepEqual(fromColumns(structuredClone(toColumns(all))), [...all].sort(inOrder));
    }),
  );
});

const one = asEvent({
  v: 1,
  id: 'phone-1',
  at: 1.7e12,
  tz: 0,
  t: 'review',
  card: 'a',
  rating: 3,
  ms: 5,
  rev: 'r',
});
const two = asEvent({ v: 1, id: 'phone-2', at: 1.8e12, tz: 0, t: 'undo', of: 'phone-1' });
const whole = toColumns([one, two] as LogEvent[]);
const without = (key: keyof Columns) =>
  Object.fromEntries(Object.entries(whole).filter(([name]) => name !== key));

for (const [what, columns] of Object.entries<unknown>({
  'no object': 'columns',
  'a column that is missing': without('tz'),
  'a column that is too short': { ...whole, ms: new Uint32Array(1) },
  'a column of another kind': { ...whole, at: [1, 2] },
  'a place beyond the names': { ...whole, card: new Uint32Array([7, 0]) },
  'a name that is no text': { ...whole, devices: [7] },
  'an event that is none': { ...whole, others: [[1, { t: 'undo' }]] },
  'others that are no list': { ...whole, others: 3 },
}))
  test(`${what} gives no events`, () => {
    assert.equal(fromColumns(columns), null);
  });
