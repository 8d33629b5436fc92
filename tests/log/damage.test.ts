/** What storage loses is noticed, comes back where there is a second copy, and is told once. */
import assert from 'node:assert/strict';
import { mock, test } from 'node:test';
import { setImmediate } from 'node:timers/promises';
import { IDBFactory } from 'fake-indexeddb';
import { type Log, openLog } from '../../src/browser/log/log.ts';
import type { World } from '../../src/browser/log/world.ts';
import { behind, type Disk, draft, failing, newDisk, numbersOf, tabOf, upTo } from '../support/log-world.ts';

// What does not work is tried again for ever; here nobody waits for it.
mock.timers.enable({ apis: ['setTimeout'] });

/** A disk with so many events of one device, of which the first ones are in the second copy too. */
async function diskWith(count: number, copied = count): Promise<{ disk: Disk; ids: string[] }> {
  const disk = newDisk();
  const copying = await openLog('/', tabOf(disk));
  for (const nth of upTo(copied)) await copying.append(draft(nth));
  const other = await openLog('/', tabOf(disk, { caches: undefined as never }));
  for (const nth of upTo(count).slice(copied)) await other.append(draft(nth));
  return { disk, ids: other.events.map(({ id }) => id) };
}

/** How many events the addresses in the second copy tell of. */
function copiedOn(disk: Disk): number {
  const addresses = [...disk.caches.values()].flatMap((cache) => [...cache.keys()]);
  return addresses.reduce((sum, address) => sum + Number(address.split('?')[1]), 0);
}

/** A page whose second copy takes nothing as long as `isFull`. */
function pageThatIsFull(disk: Disk, isFull: () => boolean): World {
  const { caches, ...world } = tabOf(disk);
  const open = (name: string) => (isFull() ? Promise.reject(new Error('full')) : caches?.open(name));
  return { ...world, caches: { open } as CacheStorage };
}

const idsOf = (log: Log) => log.events.map(({ id }) => id);

test('a database that comes back empty is filled from the second copy, and what is missing is told', async () => {
  const { disk, ids } = await diskWith(45, 40);
  disk.indexedDB = new IDBFactory();
  const log = await openLog('/', tabOf(disk));
  assert.deepEqual(log.recovery, { lost: 45, recovered: 40 });
  assert.deepEqual(idsOf(log), ids.slice(0, 40));
  assert.deepEqual(log.saving, { state: 'saved' });
  const again = await openLog('/', tabOf(disk));
  assert.equal(again.recovery, null);
  assert.deepEqual(idsOf(again), ids.slice(0, 40));
});

test('a review that is saved is in the second copy too', async () => {
  const disk = newDisk();
  const log = await openLog('/', tabOf(disk));
  for (const nth of upTo(3)) {
    await log.append(draft(nth));
    assert.equal(copiedOn(disk), nth);
  }
});

test('for a second copy that no longer answers a review waits ten seconds, and the next does not wait', async () => {
  const disk = newDisk();
  let answers = true;
  const { caches, ...world } = tabOf(disk);
  const open = (name: string) => (answers ? caches?.open(name) : new Promise(() => undefined));
  const log = await openLog('/', { ...world, caches: { open } as CacheStorage });
  await log.append(draft(1));
  answers = false;
  let isSaved = false;
  const saved = log.append(draft(2)).then(() => {
    isSaved = true;
  });
  while (log.events.length < 2) await setImmediate();
  for (const _ of upTo(20)) await setImmediate();
  mock.timers.tick(9999);
  for (const _ of upTo(20)) await setImmediate();
  assert.equal(isSaved, false);
  assert.deepEqual(log.saving, { state: 'saving' });
  mock.timers.tick(1);
  await saved;
  await log.append(draft(3));
  assert.deepEqual(log.saving, { state: 'saved' });
});

test('a page that is left brings the second copy up to date', async () => {
  const disk = newDisk();
  let isFull = true;
  const world = pageThatIsFull(disk, () => isFull);
  const log = await openLog('/', world);
  for (const nth of upTo(7)) await log.append(draft(nth));
  assert.equal(copiedOn(disk), 0);
  isFull = false;
  Object.assign(world.document ?? {}, { visibilityState: 'hidden' });
  world.document?.dispatchEvent(new Event('visibilitychange'));
  while (copiedOn(disk) < 7) await setImmediate();
  disk.indexedDB = new IDBFactory();
  assert.deepEqual((await openLog('/', tabOf(disk))).recovery, { lost: 7, recovered: 7 });
});

/** Takes a database back to its first events, as if the others had never been written. */
async function takeBack(disk: Disk, ids: readonly string[], count: number): Promise<string | undefined> {
  const device = ids[0]?.split('-')[0];
  await behind(disk, 'log', (store) => {
    for (const id of ids.slice(count)) store.delete(id);
  });
  await behind(disk, 'meta', (store) => store.put({ id: device, seq: count }, 'device'));
  return device;
}

test('a page that goes away without a sign of being hidden does so too', async () => {
  const disk = newDisk();
  const page = new EventTarget();
  let isFull = true;
  const world = pageThatIsFull(disk, () => isFull);
  const log = await openLog('/', {
    ...world,
    addEventListener: page.addEventListener.bind(page) as never,
  });
  await log.append(draft(1));
  isFull = false;
  page.dispatchEvent(new Event('pagehide'));
  while (copiedOn(disk) < 1) await setImmediate();
});

test('numbers that a device lost for good are not given again', async () => {
  const { disk, ids } = await diskWith(45, 40);
  const device = await takeBack(disk, ids, 40);
  const log = await openLog('/', tabOf(disk));
  assert.deepEqual(log.recovery, { lost: 5, recovered: 0 });
  const event = await log.append(draft(46));
  assert.match(event.id, /-1$/);
  assert.notEqual(event.id.split('-')[0], device);
});

test('numbers of which only the second copy knows are not given again', async () => {
  const { disk, ids } = await diskWith(40);
  const device = await takeBack(disk, ids, 30);
  disk.localStorage.clear();
  for (const cache of disk.caches.values()) {
    for (const [address, body] of cache) {
      cache.set(address, body.split('\n').toSpliced(30, 1, 'unreadable').join('\n'));
    }
  }
  const log = await openLog('/', tabOf(disk));
  assert.deepEqual(log.recovery, { lost: 9, recovered: 9 });
  const event = await log.append(draft(41));
  assert.match(event.id, /-1$/);
  assert.notEqual(event.id.split('-')[0], device);
});

test('the last rows of a device are missed where only its own record knows of them', async () => {
  const { disk, ids } = await diskWith(10, 0);
  disk.localStorage.clear();
  await behind(disk, 'log', (store) => store.delete(ids[9] ?? ''));
  assert.deepEqual((await openLog('/', tabOf(disk))).recovery, { lost: 1, recovered: 0 });
});

test('rows lost in the middle come back, and the device keeps its name', async () => {
  const { disk, ids } = await diskWith(40);
  await behind(disk, 'log', (store) => store.delete(ids[11] ?? ''));
  const log = await openLog('/', tabOf(disk));
  assert.deepEqual(log.recovery, { lost: 1, recovered: 1 });
  assert.deepEqual(idsOf(log), ids);
});

test('a gap in the numbers is told once where no other storage knows of it', async () => {
  const { disk, ids } = await diskWith(10, 0);
  disk.localStorage.clear();
  await behind(disk, 'log', (store) => store.delete(ids[4] ?? ''));
  assert.deepEqual((await openLog('/', tabOf(disk))).recovery, { lost: 1, recovered: 0 });
  const again = await openLog('/', tabOf(disk));
  assert.equal(again.recovery, null);
  assert.equal(again.events.length, 9);
});

test('an event that came back and is lost again is missed again', async () => {
  const { disk, ids } = await diskWith(10, 0);
  const uncopied = () => tabOf(disk, { caches: undefined as never });
  const event = (await openLog('/', uncopied())).events[4];
  for (const _ of upTo(2)) {
    await behind(disk, 'log', (store) => store.delete(ids[4] ?? ''));
    assert.deepEqual((await openLog('/', uncopied())).recovery, { lost: 1, recovered: 0 });
    await behind(disk, 'log', (store) => store.add(event));
    assert.equal((await openLog('/', uncopied())).recovery, null);
  }
});

test('what could not be read for a while is not taken for lost', async () => {
  const { disk } = await diskWith(45, 40);
  let fault: string | null = 'UnknownError';
  const log = await openLog('/', tabOf(disk, { indexedDB: failing(disk.indexedDB, () => fault) }));
  assert.equal(log.events.length, 40);
  fault = null;
  await log.append(draft(46));
  while (log.saving.state !== 'saved') await setImmediate();
  assert.equal(log.events.length, 46);
  disk.indexedDB = new IDBFactory();
  disk.caches.clear();
  assert.deepEqual((await openLog('/', tabOf(disk))).recovery, { lost: 46, recovered: 0 });
});

test('the second copy alone shows that the database is empty', async () => {
  const { disk } = await diskWith(40);
  disk.localStorage.clear();
  disk.indexedDB = new IDBFactory();
  assert.deepEqual((await openLog('/', tabOf(disk))).recovery, { lost: 40, recovered: 40 });
});

test('the witness alone shows that the database is empty', async () => {
  const { disk } = await diskWith(10, 0);
  disk.indexedDB = new IDBFactory();
  assert.deepEqual((await openLog('/', tabOf(disk))).recovery, { lost: 10, recovered: 0 });
});

test('a witness that is behind, as after a kill, raises no alarm', async () => {
  const { disk } = await diskWith(10);
  for (const [key, said] of disk.localStorage) {
    const [[device, last, lost]] = JSON.parse(said);
    assert.deepEqual([last, lost], [10, 0]);
    disk.localStorage.set(key, JSON.stringify([[device, 4, 0]]));
  }
  const log = await openLog('/', tabOf(disk));
  assert.equal(log.recovery, null);
  assert.equal(log.events.length, 10);
});

test('a tab that heard nothing of the others does not make the witness forget their reviews', async () => {
  const disk = newDisk();
  const deaf = await openLog('/', tabOf(disk, { BroadcastChannel: undefined as never }));
  let fault: string | null = 'UnknownError';
  const other = await openLog('/', tabOf(disk, { indexedDB: failing(disk.indexedDB, () => fault) }));
  // Under the name of a device of their own, because the database did not work.
  for (const nth of upTo(3)) await other.append(draft(nth));
  fault = null;
  await other.append(draft(4));
  while (other.saving.state !== 'saved') await setImmediate();
  await other.append(draft(5));
  await other.append(draft(6));
  await deaf.append(draft(7));
  disk.indexedDB = new IDBFactory();
  disk.caches.clear();
  assert.deepEqual((await openLog('/', tabOf(disk))).recovery, { lost: 7, recovered: 0 });
});

for (const nonsense of [
  '',
  '{',
  'null',
  '{"__proto__":1}',
  '[1]',
  '[["a","7",0]]',
  '[["a",7,-1]]',
  '[[{},2,2]]',
]) {
  test(`a witness that says ${JSON.stringify(nonsense)} says nothing`, async () => {
    const { disk } = await diskWith(3);
    for (const key of disk.localStorage.keys()) disk.localStorage.set(key, nonsense);
    const log = await openLog('/', tabOf(disk));
    assert.equal(log.recovery, null);
    assert.equal(log.events.length, 3);
  });
}

test('a device record that is older than the log makes a new device, not a lost review', async () => {
  const { disk, ids } = await diskWith(5);
  const log = await openLog('/', tabOf(disk));
  await behind(disk, 'meta', (store) => store.put({ id: ids[0]?.split('-')[0], seq: 2 }, 'device'));
  assert.match((await log.append(draft(6))).id, /-1$/);
  assert.deepEqual(log.saving, { state: 'saved' });
  assert.equal((await openLog('/', tabOf(disk))).events.length, 6);
});

for (const record of [null, 'x', { id: '__proto__', seq: 1 }, { id: 'abcdefghij', seq: -1 }]) {
  test(`a device record ${JSON.stringify(record)} makes a new device`, async () => {
    const disk = newDisk();
    await openLog('/', tabOf(disk));
    await behind(disk, 'meta', (store) => store.put(record, 'device'));
    assert.match((await (await openLog('/', tabOf(disk))).append(draft(1))).id, /^[a-z0-9]{10}-1$/);
  });
}

test('what cannot be read in the second copy is left out, and the rest comes back', async () => {
  const { disk, ids } = await diskWith(40);
  const [cache = new Map<string, string>()] = disk.caches.values();
  for (const [address, body] of cache) {
    const lines = body.split('\n');
    lines[3] = lines[3]?.slice(0, 30) ?? '';
    lines[4] = lines[4]?.replace('"rating":3', '"rating":9') ?? '';
    cache.set(address, lines.join('\n'));
  }
  disk.indexedDB = new IDBFactory();
  const log = await openLog('/', tabOf(disk));
  assert.deepEqual(log.recovery, { lost: 40, recovered: 38 });
  assert.deepEqual(idsOf(log), ids.toSpliced(3, 2));
});

test('the second copy is made of segments of 200, and only what changed is written', async () => {
  const disk = newDisk();
  const log = await openLog('/', tabOf(disk));
  for (const nth of upTo(440)) await log.append(draft(nth));
  const address = `/unfold-history/${log.events[0]?.id.split('-')[0]}`;
  const [cache = new Map<string, string>()] = disk.caches.values();
  assert.deepEqual(
    [...cache.keys()],
    ['/0?200', '/1?200', '/2?40'].map((segment) => `https://unfold.example${address}${segment}`),
  );
  disk.puts = [];
  await log.append(draft(441));
  assert.deepEqual(disk.puts, [`${address}/2?41`]);
});

test('reviews that wait for the second copy come to it together', async () => {
  const disk = newDisk();
  const log = await openLog('/', tabOf(disk));
  const { promise, resolve } = Promise.withResolvers<void>();
  disk.lock = promise;
  const appending = Promise.all(upTo(100).map((nth) => log.append(draft(nth))));
  while (log.events.length < 100) await setImmediate();
  resolve();
  await appending;
  assert.deepEqual(
    disk.puts.map((address) => address.split('?')[1]),
    ['1', '100'],
  );
});

test('two tabs bring the second copy up to date one after the other', async () => {
  const disk = newDisk();
  const tabs = [await openLog('/', tabOf(disk)), await openLog('/', tabOf(disk))];
  for (const tab of tabs) await tab.append(draft(1));
  assert.deepEqual(
    disk.puts.map((address) => address.split('?')[1]),
    ['1', '2'],
  );
});

test('a tab that heard nothing of the others adds to a segment, and takes nothing out', async () => {
  const disk = newDisk();
  const silent = { BroadcastChannel: undefined as never };
  const tabs = [await openLog('/', tabOf(disk, silent)), await openLog('/', tabOf(disk, silent))] as const;
  for (const nth of upTo(5)) await tabs[0].append(draft(nth));
  for (const nth of upTo(2)) await tabs[1].append(draft(nth));
  disk.indexedDB = new IDBFactory();
  assert.deepEqual((await openLog('/', tabOf(disk))).recovery, { lost: 7, recovered: 7 });
});

test('a line of the second copy that cannot be read stays, and its event is written anew', async () => {
  const { disk } = await diskWith(40);
  const [cache = new Map<string, string>()] = disk.caches.values();
  const [[address, body] = ['', '']] = cache;
  cache.set(address, body.split('\n').toSpliced(39, 1, '{"from":"the future"}').join('\n'));
  const log = await openLog('/', tabOf(disk));
  await log.append(draft(41));
  const lines = [...cache.values()].flatMap((text) => text.split('\n'));
  assert.equal(lines.length, 42);
  assert.equal(lines[39], '{"from":"the future"}');
});

test('a shorter segment that was left behind changes nothing', async () => {
  const { disk } = await diskWith(40);
  for (const cache of disk.caches.values()) {
    for (const [address, body] of [...cache]) cache.set(address.replace('?40', '?20'), body);
  }
  const puts = disk.puts.length;
  assert.equal((await openLog('/', tabOf(disk))).recovery, null);
  for (const _ of upTo(20)) await setImmediate();
  assert.equal(disk.puts.length, puts);
});

test('a browser that dies while a segment is replaced leaves the shorter one', async () => {
  const { disk } = await diskWith(40);
  const [cache = new Map<string, string>()] = disk.caches.values();
  const [[address, body] = ['', '']] = cache;
  cache.set(address.replace('?40', '?20'), body.split('\n').slice(0, 20).join('\n'));
  cache.delete(address);
  disk.indexedDB = new IDBFactory();
  assert.deepEqual((await openLog('/', tabOf(disk))).recovery, { lost: 40, recovered: 20 });
});

test('where the second copy is gone it is written anew', async () => {
  const { disk } = await diskWith(40);
  disk.caches.clear();
  const log = await openLog('/', tabOf(disk));
  assert.equal(log.recovery, null);
  while (copiedOn(disk) < 40) await setImmediate();
  disk.indexedDB = new IDBFactory();
  assert.deepEqual((await openLog('/', tabOf(disk))).recovery, { lost: 40, recovered: 40 });
});

test('with a database that is dead for good the second copy is the log', async () => {
  const { disk, ids } = await diskWith(40);
  const dead = () => tabOf(disk, { indexedDB: failing(disk.indexedDB, () => 'UnknownError') });
  const log = await openLog('/', dead());
  assert.deepEqual(log.recovery, { lost: 40, recovered: 40 });
  assert.deepEqual(log.saving, { state: 'copied', reason: 'broken', pending: 0 });
  const event = await log.append(draft(41));
  assert.deepEqual(log.saving, { state: 'copied', reason: 'broken', pending: 1 });
  assert.deepEqual(idsOf(await openLog('/', dead())), [...ids, event.id]);
  // It works again one day.
  const healed = await openLog('/', tabOf(disk));
  assert.deepEqual(healed.recovery, { lost: 1, recovered: 1 });
  assert.deepEqual(idsOf(healed), [...ids, event.id]);
  assert.deepEqual(numbersOf(healed.events.slice(0, 40)), upTo(40));
});
