/** A long log is read by one record, and by the log itself wherever that does not tell the whole of it. */
import assert from 'node:assert/strict';
import { mock, test } from 'node:test';
import { IDBObjectStore } from 'fake-indexeddb';
import { databaseOf } from '../../src/browser/log/database.ts';
import { openLog } from '../../src/browser/log/log.ts';
import { merge } from '../../src/browser/log/merge.ts';
import { Snapshots } from '../../src/browser/log/snapshot.ts';
import { EventStore } from '../../src/browser/log/storage.ts';
import { toColumns } from '../../src/core/columns.ts';
import { asEvent, inOrder, type LogEvent } from '../../src/core/event.ts';
import { behind, type Disk, draft, newDisk, tabOf, upTo } from '../support/log-world.ts';

mock.timers.enable({ apis: ['setTimeout'] });

/** Events of another device, as an import brings them. */
const imported = (count: number, device = 'other00000'): LogEvent[] =>
  upTo(count)
    .map((nth) => asEvent({ ...draft(nth), v: 1, id: `${device}-${nth}` }))
    .filter((event) => event !== null);

/** The store of a page that looks at all of it. */
async function open(disk: Disk): Promise<EventStore & { keepUp(): Promise<void> }> {
  const snapshots = new Snapshots();
  const nothing = () => undefined;
  const store = new EventStore('/', tabOf(disk), nothing, nothing, snapshots.read);
  await store.open();
  return Object.assign(store, { keepUp: () => snapshots.keepUp(store) });
}
const ids = ({ known }: EventStore) => known.events.map(({ id }) => id).sort();

/** A disk whose 5,000 events are in the record but for the last, which this device wrote since. */
async function recordedDisk(): Promise<{ disk: Disk; expected: string[] }> {
  const disk = newDisk();
  const { database } = await open(disk);
  await database.restore(imported(4990), false);
  for (const nth of upTo(9)) await database.append(draft(nth));
  await (await open(disk)).keepUp();
  await database.append(draft(10));
  const expected = (await readAll(disk)).sort();
  assert.equal(expected.length, 5000);
  return { disk, expected };
}

/** The ids in the log itself. */
const readAll = async (disk: Disk) =>
  (await databaseOf(tabOf(disk), 'unfold:/', () => undefined).read()).events.map(({ id }) => id);

/** What a page knows, and how many of the log's records it asked for one by one, or null where for all at once. */
async function opened(disk: Disk): Promise<{ found: string[]; asked: number | null }> {
  const { prototype } = IDBObjectStore;
  const all = mock.method(prototype, 'getAll');
  const one = mock.method(prototype, 'get');
  try {
    const found = ids(await open(disk));
    const asked = one.mock.calls.filter(({ arguments: [key] }) => /-\d+$/.test(String(key)));
    return { found, asked: all.mock.callCount() > 0 ? null : asked.length };
  } finally {
    all.mock.restore();
    one.mock.restore();
  }
}

test('a long log is read by one record and by what was written since', async () => {
  const { disk, expected } = await recordedDisk();
  assert.deepEqual(await opened(disk), { found: expected, asked: 1 });
});

test('the record is written anew once it is five hundred events behind', async () => {
  const { disk } = await recordedDisk();
  const { database } = await open(disk);
  for (const nth of upTo(498)) await database.append(draft(nth));
  await (await open(disk)).keepUp();
  assert.equal((await opened(disk)).asked, 499);
  await database.append(draft(1));
  await (await open(disk)).keepUp();
  const { found, asked } = await opened(disk);
  assert.deepEqual([found.length, asked], [5499, 0]);
});

test('what is merged into the log, or given back to it, is read from the log and then from the record', async () => {
  const merged = await recordedDisk();
  const log = await openLog('/', tabOf(merged.disk));
  await merge(log, imported(3, 'third00000'));
  const restored = await recordedDisk();
  await (await open(restored.disk)).database.restore(imported(3, 'third00000'), false);
  for (const { disk } of [merged, restored]) {
    const before = await opened(disk);
    assert.deepEqual([before.found.length, before.asked], [5003, null]);
    await (await open(disk)).keepUp();
    const after = await opened(disk);
    assert.deepEqual([after.found.length, after.asked], [5003, 0]);
  }
});

test('an event that is lost from the log comes back to it from the record', async () => {
  const { disk, expected } = await recordedDisk();
  await behind(disk, 'log', (store) => store.delete('other00000-7'));
  assert.equal((await readAll(disk)).length, 4999);
  await (await open(disk)).keepUp();
  assert.deepEqual((await readAll(disk)).sort(), expected);
});

test('an event that came into the log without the knowledge of the record is found soon after', async () => {
  const { disk } = await recordedDisk();
  const [stranger] = imported(1, 'third00000');
  await behind(disk, 'log', (store) => store.add(stranger));
  const page = await open(disk);
  assert.equal(ids(page).includes('third00000-1'), false);
  await page.keepUp();
  assert.equal(ids(page).includes('third00000-1'), true);
  assert.equal((await opened(disk)).asked, null);
});

test('a page that has not brought everything to disk leaves the record alone', async () => {
  const { disk, expected } = await recordedDisk();
  const page = await open(disk);
  const appending = page.append(draft(11));
  await page.keepUp();
  await appending;
  const { found, asked } = await opened(disk);
  assert.deepEqual([found.length, asked], [expected.length + 1, 2]);
});

for (const [what, damage] of Object.entries({
  'a record that is gone': (meta: IDBObjectStore) => meta.delete('snapshot'),
  'a record with something else in it': (meta: IDBObjectStore) => meta.put('much', 'snapshot'),
  'a record of another device': (meta: IDBObjectStore) =>
    meta.put({ columns: toColumns(imported(5000)), device: 'stranger00', seq: 5000 }, 'snapshot'),
  'a record without columns': (meta: IDBObjectStore) =>
    meta.put({ columns: { at: [1] }, device: '', seq: 0 }, 'snapshot'),
  'a record that claims more than was written': (meta: IDBObjectStore) =>
    meta.put({ columns: toColumns([]), device: '', seq: 1e15 }, 'snapshot'),
}))
  test(`${what} costs time and no event`, async () => {
    const { disk, expected } = await recordedDisk();
    await behind(disk, 'meta', damage);
    assert.deepEqual(await opened(disk), { found: expected, asked: null });
  });

test('an event that this device wrote since and that is gone sends the page to the log', async () => {
  const { disk, expected } = await recordedDisk();
  const lost = expected.filter((id) => !id.startsWith('other')).find((id) => id.endsWith('-10'));
  await behind(disk, 'log', (store) => store.delete(lost ?? ''));
  assert.equal((await opened(disk)).asked, null);
});

test('a log that is too short for a record gets none', async () => {
  const disk = newDisk();
  await (await open(disk)).database.restore(imported(1999), false);
  await (await open(disk)).keepUp();
  assert.equal((await opened(disk)).asked, null);
});

test('the record gives events in the order in which they happened, whatever their names', async () => {
  const disk = newDisk();
  const later = imported(2100, 'another000').map((event) => ({ ...event, at: event.at + 86_400_000 }));
  await (await open(disk)).database.restore([...later, ...imported(2100)], false);
  await (await open(disk)).keepUp();
  const { known } = await open(disk);
  assert.deepEqual(known.events, [...known.events].sort(inOrder));
  assert.equal(known.events.length, 4200);
  assert.equal(known.events[0]?.id, 'other00000-1');
});
