/** The log as a page uses it: what is appended is there, in every tab and after every opening. */
import assert from 'node:assert/strict';
import { mock, test } from 'node:test';
import { keptAnswer } from '../../src/browser/log/kept-answer.ts';
import { openLog } from '../../src/browser/log/log.ts';
import { persisted } from '../../src/browser/log/persisted.ts';
import type { Draft, LogEvent } from '../../src/core/event.ts';
import { behind, draft, newDisk, numbersOf, tabOf, upTo } from '../support/log-world.ts';

// What is done later, such as the second copy, is done in another test.
mock.timers.enable({ apis: ['setTimeout'] });

const devicesOf = (events: readonly LogEvent[]) => new Set(events.map(({ id }) => id.split('-')[0]));

test('an appended review has the id of the device and its number, and is there at the next opening', async () => {
  const disk = newDisk();
  const log = await openLog('/', tabOf(disk));
  const one = await log.append(draft(1));
  const two = await log.append(draft(2));
  assert.match(one.id, /^[a-z0-9]{10}-1$/);
  assert.equal(two.id, one.id.replace(/1$/, '2'));
  assert.deepEqual(one, { ...draft(1), v: 1, id: one.id });
  assert.deepEqual(log.events, [one, two]);
  assert.deepEqual(log.saving, { state: 'saved' });
  const again = await openLog('/', tabOf(disk));
  assert.deepEqual(again.events, [one, two]);
  assert.equal(again.recovery, null);
  assert.match((await again.append(draft(3))).id, /-3$/);
});

test('two tabs that append 300 events each at once give 600 numbers without a gap', async () => {
  const disk = newDisk();
  const tabs = [await openLog('/', tabOf(disk)), await openLog('/', tabOf(disk))];
  await Promise.all(tabs.flatMap((tab) => upTo(300).map((nth) => tab.append(draft(nth)))));
  const { events } = await openLog('/', tabOf(disk));
  assert.equal(devicesOf(events).size, 1);
  assert.deepEqual(numbersOf(events), upTo(600));
});

test('what one tab appends, the other tells at once', async () => {
  const disk = newDisk();
  const [here, there] = [await openLog('/', tabOf(disk)), await openLog('/', tabOf(disk))];
  const told = new Promise<readonly LogEvent[]>((resolve) => {
    there.subscribe(({ added }) => resolve(added));
  });
  const event = await here.append(draft(1));
  assert.deepEqual(await told, [event]);
  assert.deepEqual(there.events, [event]);
});

test('a tab that heard nothing takes what is new when it is looked at again', async () => {
  const disk = newDisk();
  const deaf = tabOf(disk, { BroadcastChannel: undefined as never });
  const log = await openLog('/', deaf);
  const event = await (await openLog('/', tabOf(disk))).append(draft(1));
  const told = new Promise<readonly LogEvent[]>((resolve) => {
    log.subscribe(({ added }) => resolve(added));
  });
  deaf.document?.dispatchEvent(new Event('visibilitychange'));
  assert.deepEqual(await told, [event]);
});

test('sites below two paths of one host have two logs', async () => {
  const disk = newDisk();
  await (await openLog('/one/', tabOf(disk))).append(draft(1));
  assert.deepEqual((await openLog('/two/', tabOf(disk))).events, []);
});

test('events come in the order of their time, whatever the clock did', async () => {
  const disk = newDisk();
  const log = await openLog('/', tabOf(disk));
  for (const nth of [5, -300_000_000, 3, 300_000_000, 4]) await log.append(draft(nth));
  const times = (events: readonly LogEvent[]) =>
    events.map(({ at }) => (at - Date.UTC(2026, 10, 23, 12)) / 1000);
  assert.deepEqual(times(log.events), [-300_000_000, 3, 4, 5, 300_000_000]);
  assert.deepEqual(times((await openLog('/', tabOf(disk))).events), times(log.events));
});

test('a listener hears that a review is being saved, and then of the review', async () => {
  const log = await openLog('/', tabOf(newDisk()));
  const heard: unknown[] = [];
  const stop = log.subscribe(({ added }) => heard.push([log.saving.state, added.length]));
  const appending = log.append(draft(1));
  assert.deepEqual(log.saving, { state: 'saving' });
  await appending;
  stop();
  await log.append(draft(2));
  assert.deepEqual(heard, [
    ['saving', 0],
    ['saved', 1],
  ]);
});

test('a listener that throws harms neither the review nor the other listeners', async (t) => {
  const thrown: unknown[] = [];
  t.mock.method(globalThis, 'queueMicrotask', (task: () => void) => {
    try {
      task();
    } catch (error) {
      thrown.push(error);
    }
  });
  const log = await openLog('/', tabOf(newDisk()));
  const fault = new Error('in the page');
  let heard = 0;
  const stop = log.subscribe(() => {
    throw fault;
  });
  log.subscribe(({ added }) => {
    heard += added.length;
  });
  await log.append(draft(1));
  stop();
  assert.equal(heard, 1);
  assert.deepEqual(thrown, [fault, fault]);
});

test('of what another page says in the channel only events are taken', async () => {
  const disk = newDisk();
  const world = tabOf(disk);
  const log = await openLog('/', world);
  const told = new Promise<readonly LogEvent[]>((resolve) => {
    log.subscribe(({ added }) => resolve(added));
  });
  const event = { ...draft(1), v: 1, id: 'other-1' };
  const channel = world.BroadcastChannel && new world.BroadcastChannel('unfold:/');
  for (const said of ['x', null, { length: 1, 0: event }, [7], [{ ...event, rating: 9 }], [event]]) {
    channel?.postMessage(said);
  }
  assert.deepEqual(await told, [event]);
  assert.deepEqual(log.events, [event]);
});

test('an event of a later version is kept as it is', async () => {
  const disk = newDisk();
  await (await openLog('/', tabOf(disk))).append(draft(1));
  const later = { v: 2, id: 'other-1', t: 'dream', at: Date.UTC(2027, 0), depth: 3 };
  await behind(disk, 'log', (store) => store.add(later));
  assert.deepEqual((await openLog('/', tabOf(disk))).events.at(-1), later);
});

test('what is no event is left out when it is read, and left alone where it stands', async () => {
  const disk = newDisk();
  const event = await (await openLog('/', tabOf(disk))).append(draft(1));
  await behind(disk, 'log', (store) => {
    store.add({ ...event, id: 'other-1', rating: 9 });
    store.add({ ...event, id: 'other-2', at: Number.NaN });
    store.add({ id: 'whatever' });
  });
  assert.deepEqual((await openLog('/', tabOf(disk))).events, [event]);
  let count = 0;
  await behind(disk, 'log', (store) => {
    const request = store.count();
    request.onsuccess = () => {
      count = request.result;
    };
  });
  assert.equal(count, 4);
});

test('a draft that is no event is refused, and nothing is said about storage', async () => {
  const log = await openLog('/', tabOf(newDisk()));
  const wrong = { ...draft(1), rating: 9 } as unknown as Draft;
  await assert.rejects(log.append(wrong), {
    name: 'TypeError',
    message: `This is no event: ${JSON.stringify(wrong)}`,
  });
  assert.deepEqual(log.saving, { state: 'saved' });
  assert.match((await log.append(draft(1))).id, /-1$/);
});

test('the answer that was reviewed is kept for each revision', async () => {
  const log = await openLog('/', tabOf(newDisk()));
  await log.keepAnswer('card', 'r1', 'Flour, water and salt.');
  await log.keepAnswer('card', 'r2', 'Flour, water, salt and time.');
  assert.equal(await keptAnswer(log, 'card', 'r1'), 'Flour, water and salt.');
  assert.equal(await keptAnswer(log, 'card', 'r2'), 'Flour, water, salt and time.');
  assert.equal(await keptAnswer(log, 'card', 'r3'), null);
});

test('the browser is asked to keep the storage after the first review, and once', async () => {
  const disk = newDisk();
  const world = tabOf(disk);
  const log = await openLog('/', world);
  await log.append({ t: 'note', card: null, name: 'new-cards', value: 20, at: Date.UTC(2026, 10), tz: 0 });
  assert.equal(disk.asked, 0);
  assert.equal(await persisted(world), false);
  await log.append(draft(1));
  await log.append(draft(2));
  assert.equal(disk.asked, 1);
  assert.equal(await persisted(world), true);
});

test('a browser that does not say whether it keeps the storage has promised nothing', async () => {
  assert.equal(await persisted({}), null);
});
