/** A long log is read by bundles, and by the log itself wherever they do not tell the whole of it. */
import assert from 'node:assert/strict';
import { mock, test } from 'node:test';
import { IDBObjectStore } from 'fake-indexeddb';
import { Bundles } from '../../src/browser/log/bundles.ts';
import { type Database, databaseOf } from '../../src/browser/log/database.ts';
import { asEvent, inOrder, type LogEvent } from '../../src/core/event.ts';
import { behind, type Disk, draft, newDisk, tabOf, upTo } from '../support/log-world.ts';

mock.timers.enable({ apis: ['setTimeout'] });

/** Events of another device, as an import brings them. */
const imported = (count: number, device = 'other00000'): LogEvent[] =>
  upTo(count)
    .map((nth) => asEvent({ ...draft(nth), v: 1, id: `${device}-${nth}` }))
    .filter((event) => event !== null);

/** The database of a page that looks at all of it. */
function open(disk: Disk): Database & { bundle(): Promise<void> } {
  const bundles = new Bundles();
  const database = databaseOf(tabOf(disk), 'unfold:/', () => undefined, bundles.read);
  return { ...database, bundle: () => bundles.bundle(database) };
}
const ids = async (database: Database) => (await database.read()).events.map(({ id }) => id).sort();

/** A disk whose 5,000 events are in bundles but for the last, which this device wrote since. */
async function bundledDisk(): Promise<{ disk: Disk; expected: string[] }> {
  const disk = newDisk();
  const database = open(disk);
  await database.restore(imported(4990), false);
  for (const nth of upTo(9)) await database.append(draft(nth));
  await database.read();
  await database.bundle();
  await database.append(draft(10));
  const expected = await ids(database);
  assert.equal(expected.length, 5000);
  return { disk, expected };
}

/** How many of the log's records a reading asked for one by one, or null where it asked for all at once. */
async function asksOf(disk: Disk, work: (database: Database) => Promise<unknown>): Promise<number | null> {
  const { prototype } = IDBObjectStore;
  const all = mock.method(prototype, 'getAll');
  const one = mock.method(prototype, 'get');
  try {
    await work(open(disk));
    const asked = one.mock.calls.filter(({ arguments: [key] }) => /-\d+$/.test(String(key)));
    return all.mock.callCount() > 0 ? null : asked.length;
  } finally {
    all.mock.restore();
    one.mock.restore();
  }
}

test('a log in bundles is read by them and by what was written since', async () => {
  const { disk, expected } = await bundledDisk();
  assert.equal(await asksOf(disk, async (database) => assert.deepEqual(await ids(database), expected)), 1);
});

test('what was written since is put into bundles of its own once it is enough', async () => {
  const { disk, expected } = await bundledDisk();
  const database = open(disk);
  for (const nth of upTo(2000)) await database.append(draft(nth));
  await database.read();
  await database.bundle();
  const asked = await asksOf(disk, async (after) => assert.equal((await after.read()).events.length, 7000));
  assert.equal(asked, 0);
  assert.equal((await ids(open(disk))).filter((id) => expected.includes(id)).length, 5000);
});

test('an import is read from the log, and then bundled with the rest', async () => {
  const { disk } = await bundledDisk();
  const database = open(disk);
  await database.restore(imported(3, 'third00000'), false);
  assert.equal(await asksOf(disk, async (after) => assert.equal((await ids(after)).length, 5003)), null);
  await database.read();
  await database.bundle();
  assert.equal(await asksOf(disk, async (after) => assert.equal((await ids(after)).length, 5003)), 0);
});

test('a record that is lost from the log is missed, though a bundle still has it', async () => {
  const { disk, expected } = await bundledDisk();
  await behind(disk, 'log', (store) => store.delete('other00000-7'));
  const left = expected.filter((id) => id !== 'other00000-7');
  assert.equal(await asksOf(disk, async (database) => assert.deepEqual(await ids(database), left)), null);
});

for (const [what, damage] of Object.entries({
  'a bundle that is gone': (meta: IDBObjectStore) => meta.delete('bundle 1'),
  'a bundle with something else in it': (meta: IDBObjectStore) => meta.put([1, null], 'bundle 0'),
  'a bundle that is no list': (meta: IDBObjectStore) => meta.put({ length: 2000 }, 'bundle 0'),
  'an extent beyond all sense': (meta: IDBObjectStore) =>
    meta.put({ bundles: 1e15, count: 5000, device: '', seq: 0 }, 'bundles'),
  'an extent that is none': (meta: IDBObjectStore) => meta.put('much', 'bundles'),
}))
  test(`${what} costs time and no event`, async () => {
    const { disk, expected } = await bundledDisk();
    await behind(disk, 'meta', damage);
    assert.equal(
      await asksOf(disk, async (database) => assert.deepEqual(await ids(database), expected)),
      null,
    );
  });

test('a log that is too short for a bundle gets none', async () => {
  const disk = newDisk();
  const database = open(disk);
  await database.restore(imported(1999), false);
  await database.read();
  await database.bundle();
  assert.equal(await asksOf(disk, async (after) => assert.equal((await ids(after)).length, 1999)), null);
});

test('two tabs that bundle the same leave it once', async () => {
  const disk = newDisk();
  const tabs = [open(disk), open(disk)];
  await tabs[0]?.restore(imported(2500), false);
  for (const tab of tabs) await tab.read();
  for (const tab of tabs) await tab.bundle();
  assert.equal(await asksOf(disk, async (database) => assert.equal((await ids(database)).length, 2500)), 0);
});

test('bundles give events in the order in which they happened, whatever their names', async () => {
  const disk = newDisk();
  const database = open(disk);
  const later = imported(2100, 'another000').map((event) => ({ ...event, at: event.at + 86_400_000 }));
  await database.restore([...later, ...imported(2100)], false);
  await database.read();
  await database.bundle();
  const { events } = await open(disk).read();
  assert.deepEqual(events, [...events].sort(inOrder));
  assert.equal(events.length, 4200);
  assert.equal(events[0]?.id, 'other00000-1');
});
