/** A review is taken whatever storage does, and what the log says about it is true. */
import assert from 'node:assert/strict';
import { mock, test } from 'node:test';
import { setImmediate } from 'node:timers/promises';
import { forceCloseDatabase, IDBFactory } from 'fake-indexeddb';
import { keptAnswer } from '../../src/browser/log/kept-answer.ts';
import { type Log, openLog } from '../../src/browser/log/log.ts';
import type { World } from '../../src/browser/log/world.ts';
import { behind, draft, failing, newDisk, tabOf, upTo, watched } from '../support/log-world.ts';

mock.timers.enable({ apis: ['setTimeout'] });

const refusing = (part: string): Partial<World> =>
  Object.defineProperty({}, part, {
    enumerable: true,
    get() {
      throw new DOMException('', 'SecurityError');
    },
  });

/** Resolves once the log says so. */
async function says(log: Log, state: string): Promise<void> {
  while (log.saving.state !== state) await setImmediate();
}

const idsOf = (log: Log) => log.events.map(({ id }) => id);

test('without any storage reviews are kept in memory, and the reason is that there is none', async () => {
  const log = await openLog('/', {});
  assert.deepEqual(log.saving, { state: 'unsaved', reason: 'missing', pending: 0 });
  const one = await log.append(draft(1));
  const two = await log.append(draft(2));
  assert.deepEqual(log.events, [one, two]);
  assert.deepEqual(log.saving, { state: 'unsaved', reason: 'missing', pending: 2 });
  assert.equal(log.recovery, null);
  await log.keepAnswer('card', 'r1', 'text');
  assert.equal(await keptAnswer(log, 'card', 'r1'), null);
});

test('where every storage is refused reviews are kept in memory, and nothing is thrown', async () => {
  const parts = ['indexedDB', 'caches', 'localStorage', 'BroadcastChannel'];
  const world = Object.defineProperties(
    {},
    Object.assign({}, ...parts.map((part) => Object.getOwnPropertyDescriptors(refusing(part)))),
  );
  const log = await openLog('/', world);
  const event = await log.append(draft(1));
  assert.deepEqual(log.events, [event]);
  assert.deepEqual(log.saving, { state: 'unsaved', reason: 'refused', pending: 1 });
});

test('without a database the second copy keeps the reviews for the next opening', async () => {
  const disk = newDisk();
  const log = await openLog('/', tabOf(disk, { indexedDB: undefined as never }));
  const event = await log.append(draft(1));
  assert.deepEqual(log.saving, { state: 'copied', reason: 'missing', pending: 1 });
  const again = await openLog('/', tabOf(disk));
  assert.deepEqual(again.events, [event]);
  assert.deepEqual(again.recovery, { lost: 1, recovered: 1 });
});

const reasons = [
  ['QuotaExceededError', 'full'],
  ['UnknownError', 'broken'],
  ['InvalidStateError', 'broken'],
  ['NotFoundError', 'broken'],
  ['SecurityError', 'refused'],
] as const;

for (const [name, reason] of reasons) {
  test(`a review that ends with ${name} is kept, tried again, and keeps its id`, async () => {
    const disk = newDisk();
    let fault: string | null = null;
    const world = tabOf(disk, {
      indexedDB: failing(disk.indexedDB, (step) => (step === 'transaction' ? fault : null)),
      caches: undefined as never,
    });
    const log = await openLog('/', world);
    const before = await log.append(draft(1));
    fault = name;
    const held = [await log.append(draft(2)), await log.append(draft(3))];
    assert.deepEqual(log.saving, { state: 'unsaved', reason, pending: 2 });
    assert.deepEqual(log.events, [before, ...held]);
    assert.deepEqual(
      held.map(({ id }) => id.split('-')[1]),
      ['1', '2'],
    );
    fault = null;
    await log.append(draft(4));
    await says(log, 'saved');
    assert.deepEqual(idsOf(await openLog('/', tabOf(disk))), idsOf(log));
  });
}

test('what could not be saved is tried again after half a minute', async () => {
  const disk = newDisk();
  let fault: string | null = 'QuotaExceededError';
  const world = tabOf(disk, { indexedDB: failing(disk.indexedDB, () => fault), caches: undefined as never });
  const log = await openLog('/', world);
  const event = await log.append(draft(1));
  // The attempt that follows a review ends before the database is mended.
  for (const _ of upTo(20)) await setImmediate();
  fault = null;
  mock.timers.tick(29_999);
  for (const _ of upTo(20)) await setImmediate();
  assert.deepEqual(log.saving, { state: 'unsaved', reason: 'full', pending: 1 });
  mock.timers.tick(1);
  await says(log, 'saved');
  assert.deepEqual((await openLog('/', tabOf(disk))).events, [event]);
});

test('a database that could not be read at the opening is read when it can be', async () => {
  const disk = newDisk();
  const event = await (await openLog('/', tabOf(disk))).append(draft(1));
  let fault: string | null = 'UnknownError';
  const world = tabOf(disk, { indexedDB: failing(disk.indexedDB, () => fault), caches: undefined as never });
  const log = await openLog('/', world);
  assert.deepEqual(log.events, []);
  const held = await log.append(draft(2));
  for (const _ of upTo(20)) await setImmediate();
  fault = null;
  mock.timers.tick(30_000);
  await says(log, 'saved');
  assert.deepEqual(log.events, [event, held]);
});

test('what could not be saved is tried again when the page is looked at', async () => {
  const disk = newDisk();
  let fault: string | null = 'UnknownError';
  const world = tabOf(disk, { indexedDB: failing(disk.indexedDB, () => fault), caches: undefined as never });
  const log = await openLog('/', world);
  await log.append(draft(1));
  for (const _ of upTo(20)) await setImmediate();
  fault = null;
  world.document?.dispatchEvent(new Event('visibilitychange'));
  await says(log, 'saved');
});

test('a handle that dies twice in a row is opened anew, and nobody hears of it', async () => {
  const disk = newDisk();
  let faults = 0;
  const world = tabOf(disk, {
    indexedDB: failing(disk.indexedDB, (step) => {
      if (step === 'open' || faults === 0) return null;
      faults -= 1;
      return 'InvalidStateError';
    }),
  });
  const log = await openLog('/', world);
  await log.append(draft(1));
  faults = 2;
  assert.match((await log.append(draft(2))).id, /-2$/);
  await says(log, 'saved');
  assert.equal(faults, 0);
});

test('a handle that is dead without a word is opened anew, with all that memory holds', async () => {
  const disk = newDisk();
  const handles: IDBDatabase[] = [];
  const log = await openLog('/', tabOf(disk, { indexedDB: watched(disk, handles) }));
  await log.append(draft(1));
  disk.indexedDB = new IDBFactory();
  for (const handle of handles) handle.close();
  await log.append(draft(2));
  await says(log, 'saved');
  assert.equal(handles.length, 2);
  assert.deepEqual(idsOf(await openLog('/', tabOf(disk))), idsOf(log));
});

test('every review is on disk before it is called saved', async () => {
  const disk = newDisk();
  const handles: IDBDatabase[] = [];
  const log = await openLog('/', tabOf(disk, { indexedDB: watched(disk, handles) }));
  const asked: unknown[] = [];
  for (const handle of handles) {
    const transaction = handle.transaction.bind(handle);
    handle.transaction = (stores, mode, options) => {
      asked.push([mode, options]);
      return transaction(stores, mode, options);
    };
  }
  await log.append(draft(1));
  assert.deepEqual(asked, [['readwrite', { durability: 'strict' }]]);
});

test('rows that vanish while the page is open are put back when it is looked at', async () => {
  const disk = newDisk();
  const world = tabOf(disk);
  const log = await openLog('/', world);
  const events = [await log.append(draft(1)), await log.append(draft(2))];
  await behind(disk, 'log', (store) => store.delete(events[0]?.id ?? ''));
  world.document?.dispatchEvent(new Event('visibilitychange'));
  // Nothing tells when it is done: the page did not lose anything.
  for (const _ of upTo(50)) await setImmediate();
  assert.deepEqual((await openLog('/', tabOf(disk, { caches: undefined as never }))).events, events);
});

test('reviews that come while others are written back are written too, and other tabs hear of all', async () => {
  const disk = newDisk();
  let fault: string | null = 'UnknownError';
  const world = tabOf(disk, { indexedDB: failing(disk.indexedDB, () => fault), caches: undefined as never });
  const log = await openLog('/', world);
  const other = await openLog('/', tabOf(disk));
  await log.append(draft(1));
  fault = null;
  await Promise.all([2, 3, 4, 5].map((nth) => log.append(draft(nth))));
  while (other.events.length < 5) await setImmediate();
  await says(log, 'saved');
  assert.deepEqual(idsOf(other), idsOf(log));
  assert.deepEqual(idsOf(await openLog('/', tabOf(disk))), idsOf(log));
});

test('a database that is deleted while the page is open is filled again with all that memory holds', async () => {
  const disk = newDisk();
  const log = await openLog('/', tabOf(disk));
  for (const nth of upTo(5)) await log.append(draft(nth));
  await new Promise((resolve) => {
    disk.indexedDB.deleteDatabase('unfold:/').onsuccess = resolve;
  });
  await says(log, 'saved');
  const event = await log.append(draft(6));
  assert.match(event.id, /-1$/);
  const again = await openLog('/', tabOf(disk));
  assert.deepEqual(idsOf(again), idsOf(log));
  assert.equal(again.events.length, 6);
});

test('a handle that the browser closes is opened anew, with all that memory holds', async () => {
  const disk = newDisk();
  const handles: IDBDatabase[] = [];
  const log = await openLog('/', tabOf(disk, { indexedDB: watched(disk, handles) }));
  for (const nth of upTo(5)) await log.append(draft(nth));
  mock.timers.tick(1000);
  while (disk.puts.length === 0) await setImmediate();
  await disk.lock;
  disk.puts.length = 0;
  // Cleared, as site data are: everything is gone, and the handle is told.
  disk.indexedDB = new IDBFactory();
  disk.caches.clear();
  for (const handle of handles) forceCloseDatabase(handle as never);
  assert.deepEqual(log.saving, { state: 'saving' });
  await says(log, 'saved');
  // The second copy too.
  mock.timers.tick(1000);
  while (disk.puts.length === 0) await setImmediate();
  assert.deepEqual(
    disk.puts.map((address) => address.split('?')[1]),
    ['5'],
  );
  assert.deepEqual(idsOf(await openLog('/', tabOf(disk))), idsOf(log));
});

test('a database of a newer version is left as it is, and reviews stay in memory', async () => {
  const disk = newDisk();
  await (await openLog('/', tabOf(disk))).append(draft(1));
  const puts = disk.puts.length;
  const newer = new IDBFactory();
  await new Promise((resolve) => {
    newer.open('unfold:/', 2).onsuccess = resolve;
  });
  disk.indexedDB = newer;
  const log = await openLog('/', tabOf(disk));
  assert.deepEqual(log.saving, { state: 'unsaved', reason: 'newer', pending: 0 });
  assert.equal(log.recovery, null);
  for (const nth of upTo(30)) await log.append(draft(nth));
  assert.deepEqual(log.saving, { state: 'unsaved', reason: 'newer', pending: 30 });
  assert.equal(disk.puts.length, puts);
});

test('a page that is open while a newer version takes the database says so', async () => {
  const disk = newDisk();
  const log = await openLog('/', tabOf(disk));
  await log.append(draft(1));
  const request = disk.indexedDB.open('unfold:/', 2);
  await new Promise((resolve) => {
    request.onsuccess = resolve;
  });
  await says(log, 'unsaved');
  assert.deepEqual(log.saving, { state: 'unsaved', reason: 'newer', pending: 0 });
});

test('a browser that forgets the request to open is not waited for', async () => {
  const disk = newDisk();
  const forgetful = { open: () => ({}) } as unknown as IDBFactory;
  const logs: Log[] = [];
  const opening = openLog('/', tabOf(disk, { indexedDB: forgetful })).then((log) => logs.push(log));
  for (const _ of upTo(20)) await setImmediate();
  mock.timers.tick(9_999);
  for (const _ of upTo(20)) await setImmediate();
  assert.equal(logs.length, 0);
  mock.timers.tick(1);
  await opening;
  assert.deepEqual(logs[0]?.saving, { state: 'copied', reason: 'broken', pending: 0 });
});

test('a database that opens when nobody waits any more is closed', async () => {
  const disk = newDisk();
  const requests: { onsuccess?: () => void; result: { close: () => void } }[] = [];
  let closed = 0;
  const slow = {
    open: () => {
      const request = { result: { close: () => (closed += 1) } };
      requests.push(request);
      return request;
    },
  } as unknown as IDBFactory;
  const opening = openLog('/', tabOf(disk, { indexedDB: slow }));
  for (const _ of upTo(20)) await setImmediate();
  mock.timers.tick(10_000);
  await opening;
  assert.equal(closed, 0);
  requests[0]?.onsuccess?.();
  assert.equal(closed, 1);
});

test('a store that is missing in the database is no reason to lose a review', async () => {
  const disk = newDisk();
  await new Promise((resolve) => {
    const request = disk.indexedDB.open('unfold:/', 1);
    request.onsuccess = () => {
      request.result.close();
      resolve(undefined);
    };
  });
  const log = await openLog('/', tabOf(disk));
  const event = await log.append(draft(1));
  assert.deepEqual(log.saving, { state: 'copied', reason: 'broken', pending: 1 });
  assert.deepEqual(log.events, [event]);
});

test('answers that cannot be kept are no reason to say anything', async () => {
  const disk = newDisk();
  const log = await openLog('/', tabOf(disk));
  await behind(disk, 'answers', (store) => store.put(7, 'card r1'));
  assert.equal(await keptAnswer(log, 'card', 'r1'), null);
  await log.keepAnswer('card', 'r1', Symbol('not storable') as unknown as string);
  assert.deepEqual(log.saving, { state: 'saved' });
});
