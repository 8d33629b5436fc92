/** Cards that are reset count as never reviewed, until that is taken back. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DAY } from '../../src/core/day.ts';
import { Memories } from '../../src/core/memory.ts';
import { resetOf, resetsIn, undoOf } from '../../src/core/resets.ts';
import { MONDAY, Writer } from '../support/study.ts';

const now = { at: MONDAY + DAY, tz: 0 };

function history(): Writer {
  const log = new Writer();
  log.review('x', 3, MONDAY);
  log.review('y', 1, MONDAY + 1);
  return log;
}

test('a reset has a remark for each card that was reviewed, and its topic', () => {
  const { events } = history();
  assert.deepEqual(resetOf(['x', 'y', 'z'], '/t/', new Memories(events), 'r', now), [
    { v: 1, id: 'r-1', at: now.at, tz: 0, t: 'note', card: 'x', name: 'reset', value: '/t/' },
    { v: 1, id: 'r-2', at: now.at, tz: 0, t: 'note', card: 'y', name: 'reset', value: '/t/' },
  ]);
});

test('a card that was reset counts as never reviewed, and others are left alone', () => {
  const { events } = history();
  const before = new Memories(events);
  const memories = new Memories([...events, ...resetOf(['x'], '/t/', before, 'r', now)]);
  assert.equal(memories.of('x'), undefined);
  assert.deepEqual(memories.of('y'), before.of('y'));
});

test('what is reviewed after a reset begins from the start', () => {
  const { events } = history();
  const fresh = new Writer('b');
  fresh.review('x', 3, now.at + 1);
  const reset = resetOf(['x'], '/t/', new Memories(events), 'r', now);
  const memories = new Memories([...events, ...reset, ...fresh.events]);
  assert.deepEqual(memories.of('x'), new Memories(fresh.events).of('x'));
});

test('a reset that is taken back leaves no trace, and what was reviewed since counts with the rest', () => {
  const log = history();
  const remarks = resetOf(['x', 'y'], '/t/', new Memories(log.events), 'r', now);
  log.review('x', 3, now.at + 1);
  const all = [...log.events, ...remarks];
  const [reset] = resetsIn(all);
  assert.ok(reset);
  const memories = new Memories([...all, ...undoOf(reset, 's', now)]);
  assert.deepEqual(new Map(memories.entries()), new Map(new Memories(log.events).entries()));
});

test('a reset covers the last review also where the clock was set back since', () => {
  const { events } = history();
  const memories = new Memories(events);
  const [remark] = resetOf(['x'], '/t/', memories, 'r', { at: MONDAY - DAY, tz: 0 });
  assert.equal(remark?.at, MONDAY + 1);
});

test('resets are found together, the latest first, without those that were taken back', () => {
  const { events } = history();
  const memories = new Memories(events);
  const first = resetOf(['x'], '/t/', memories, 'r', now);
  const second = resetOf(['y'], '/u/', memories, 's', { ...now, at: now.at + 1 });
  const all = [...events, ...first, ...second];
  assert.deepEqual(resetsIn(all), [
    { topic: '/u/', at: now.at + 1, remarks: second },
    { topic: '/t/', at: now.at, remarks: first },
  ]);
  const undone = undoOf({ topic: '/u/', at: now.at, remarks: second }, 'u', now);
  assert.deepEqual(undone, [{ v: 1, id: 'u-1', at: now.at, tz: 0, t: 'undo', of: 's-1' }]);
  assert.deepEqual(
    resetsIn([...all, ...undone]).map(({ topic }) => topic),
    ['/t/'],
  );
});
