/** How a card stands, and how strong its mark is drawn. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DAY } from '../../src/core/day.ts';
import type { LogEvent, Rating, Remark, Review } from '../../src/core/event.ts';
import { Memories } from '../../src/core/memory.ts';
import { dueCount, standOf, strengthOf } from '../../src/core/standing.ts';

const start = Date.UTC(2026, 10, 23, 12);
const review = (rating: Rating): Review => ({
  v: 1,
  id: 'a-1',
  t: 'review',
  card: 'x',
  at: start,
  tz: 0,
  rating,
  ms: 0,
  rev: '',
});
const after = (rating: Rating, days: number) =>
  standOf(new Memories([review(rating)]), 'x', { at: start + days * DAY, tz: 0 });

test('a card is new, then learned, held and fading', () => {
  assert.deepEqual(standOf(new Memories([]), 'x', { at: start, tz: 0 }), {
    standing: 'new',
    retrievability: 0,
    days: 0,
  });
  assert.deepEqual(after(1, 0), { standing: 'learning', retrievability: 1, days: 0 });
  assert.deepEqual(after(3, 0), { standing: 'held', retrievability: 1, days: 2 });
  assert.deepEqual(after(3, 1).days, 1);
  assert.equal(after(3, 2).standing, 'fading');
});

test('a mark loses its colour as the card fades, and never all of it', () => {
  assert.equal(strengthOf(standOf(new Memories([]), 'x', { at: start, tz: 0 })), 0);
  assert.equal(strengthOf(after(3, 0)), 1);
  const strengths = [2, 30, 365, 3650].map((days) => strengthOf(after(3, days)).toFixed(2));
  assert.deepEqual(strengths, ['1.00', '0.54', '0.20', '0.20']);
});

test('cards that the notes no longer have are not counted as due', () => {
  const memories = new Memories([review(3)]);
  const count = (gone: string[]) => dueCount(memories, { at: start + 2 * DAY, tz: 0 }, new Set(gone));
  assert.deepEqual([count([]), count(['y']), count(['x', 'y'])], [1, 1, 0]);
});

test('cards that were put aside are not counted as due, until they are taken up again', () => {
  const remark = (seq: number, name: string, value: Remark['value']): Remark => ({
    v: 1,
    id: `a-${seq}`,
    t: 'note',
    card: 'x',
    at: start + seq,
    tz: 0,
    name,
    value,
  });
  const count = (days: number, ...events: LogEvent[]) => {
    const all = [review(3), ...events];
    return dueCount(new Memories(all), { at: start + days * DAY, tz: 0 }, new Set());
  };
  const undo = (of: string): LogEvent => ({ v: 1, id: 'a-9', t: 'undo', at: start + 9, tz: 0, of });
  const today = Math.floor(start / DAY) + 2;
  assert.deepEqual([count(1), count(2)], [0, 1]);
  assert.deepEqual([count(2, remark(2, 'bury', today)), count(3, remark(2, 'bury', today))], [0, 1]);
  assert.deepEqual(
    [count(9, remark(2, 'suspend', true)), count(9, remark(2, 'suspend', true), remark(3, 'suspend', false))],
    [0, 1],
  );
  assert.deepEqual(
    [count(2, remark(2, 'bury', today), undo('a-2')), count(9, remark(2, 'suspend', true), undo('a-2'))],
    [1, 1],
  );
  // A burial on another device does not end what was suspended.
  assert.equal(count(9, remark(2, 'suspend', true), remark(3, 'bury', today)), 0);
});
