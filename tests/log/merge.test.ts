/** Events of another device come into the log all at once, or not at all. */
import assert from 'node:assert/strict';
import { mock, test } from 'node:test';
import { type Log, openLog } from '../../src/browser/log/log.ts';
import { merge } from '../../src/browser/log/merge.ts';
import type { LogEvent } from '../../src/core/event.ts';
import { draft, failing, newDisk, tabOf } from '../support/log-world.ts';
import { MONDAY, Writer } from '../support/study.ts';

mock.timers.enable({ apis: ['setTimeout'] });

function reviews(count: number, device = 'b'): LogEvent[] {
  const writer = new Writer(device);
  for (let nth = 1; nth <= count; nth += 1) writer.review(`card-${nth}`, 3, MONDAY + nth);
  return writer.events;
}

const idsOf = (log: Log) => log.events.map(({ id }) => id).sort();

test('what is merged is there at once, at the next opening, and a second time adds nothing', async () => {
  const disk = newDisk();
  const log = await openLog('/', tabOf(disk));
  const own = await log.append(draft(1));
  const others = reviews(3);
  assert.deepEqual(await merge(log, others), others);
  assert.deepEqual(log.events, [...others, own]);
  assert.deepEqual(await merge(log, others), []);
  const again = await openLog('/', tabOf(disk));
  assert.deepEqual(again.events, [...others, own]);
  assert.equal(again.recovery, null);
  assert.match((await again.append(draft(2))).id, new RegExp(`^${own.id.replace(/1$/, '2')}$`));
});

test('another tab hears of all that was merged in one change', async () => {
  const disk = newDisk();
  const [here, there] = [await openLog('/', tabOf(disk)), await openLog('/', tabOf(disk))];
  const told = new Promise<readonly LogEvent[]>((resolve) => {
    there.subscribe(({ added }) => resolve(added));
  });
  const others = reviews(3);
  await merge(here, others);
  assert.deepEqual(await told, others);
});

test('numbers that a merged device has skipped are not taken for lost, in whichever tab', async () => {
  const disk = newDisk();
  const [here, there] = [await openLog('/', tabOf(disk)), await openLog('/', tabOf(disk))];
  const told = new Promise((resolve) => {
    there.subscribe(resolve);
  });
  const others = reviews(6).filter((_, index) => index !== 2);
  await merge(here, others);
  await told;
  // The last to write down how far the devices have come.
  await there.append(draft(1));
  const again = await openLog('/', tabOf(disk));
  assert.equal(again.recovery, null);
  assert.equal(again.events.length, 6);
});

test('a merge that is stopped half-way leaves everything as it was', async () => {
  const disk = newDisk();
  const log = await openLog('/', tabOf(disk));
  const own = await log.append(draft(1));
  const shares: number[] = [];
  const stopped = merge(log, reviews(4000), (share) => {
    shares.push(share);
    if (share > 0.4) throw new Error('stop');
  });
  await assert.rejects(stopped, { message: 'stop' });
  assert.deepEqual(shares, [0.25, 0.5]);
  assert.deepEqual(log.events, [own]);
  const again = await openLog('/', tabOf(disk));
  assert.deepEqual(again.events, [own]);
  assert.equal(again.recovery, null);
  assert.match((await log.append(draft(2))).id, /-2$/);
});

test('a merge that the database does not take rejects and changes nothing', async () => {
  const disk = newDisk();
  let fault: string | null = null;
  const log = await openLog('/', tabOf(disk, { indexedDB: failing(disk.indexedDB, () => fault) }));
  const own = await log.append(draft(1));
  fault = 'QuotaExceededError';
  await assert.rejects(merge(log, reviews(3)), { name: 'QuotaExceededError' });
  assert.deepEqual(idsOf(log), [own.id]);
  assert.deepEqual((await openLog('/', tabOf(disk))).events, [own]);
});

test('the second copy holds what was there before anything is merged', async () => {
  const disk = newDisk();
  const log = await openLog('/', tabOf(disk));
  await log.append(draft(1));
  let puts: string[] = [];
  await merge(log, reviews(1000), () => {
    puts = disk.puts.slice();
  });
  assert.equal(puts.length, 1);
  assert.match(puts[0] ?? '', /\?1$/);
});
