/** The log in a real browser: two tabs, storage that is full, cleared, refused or newer than the page. */
import { expect, type Page, test } from '@playwright/test';
import { append, copied, type LogWindow, openPage, serveLog, told } from '../support/log-page.ts';
import type { Served } from '../support/serve.ts';

const once = { tag: ['@js', '@desktop'] };
const patience = { timeout: 30_000 };

let server: Served;

test.beforeEach(async () => {
  test.setTimeout(90_000);
  server = await serveLog();
});

test.afterEach(() => server.close());

const savingOf = async (page: Page) => (await told(page)).saving;

const numbersOf = (ids: readonly string[]) =>
  ids.map((id) => Number(id.split('-')[1])).sort((one, other) => one - other);

const upTo = (last: number) => Array.from({ length: last }, (_, index) => index + 1);

test(
  'two tabs that rate 300 cards each at once number 600 reviews without a gap',
  once,
  async ({ context }) => {
    const tabs = [await openPage(context, server.url), await openPage(context, server.url)] as const;
    const ids = (await Promise.all(tabs.map((tab) => append(tab, 300)))).flat();
    expect(new Set(ids.map((id) => id.split('-')[0])).size).toBe(1);
    expect(numbersOf(ids)).toEqual(upTo(600));
    for (const tab of tabs) await expect.poll(async () => (await told(tab)).ids.length, patience).toBe(600);
    const { recovery, saving, ids: stored } = await told(await openPage(context, server.url));
    expect({ recovery, saving }).toEqual({ recovery: null, saving: { state: 'saved' } });
    expect(stored.sort()).toEqual(ids.sort());
  },
);

test(
  'reviews of a page that is left at once reach the second copy with the next page',
  once,
  async ({ context }) => {
    const page = await openPage(context, server.url);
    await append(page, 7);
    await page.goto('about:blank');
    const next = await openPage(context, server.url);
    await expect.poll(() => copied(next), patience).toBe(7);
  },
);

test('without room reviews are kept in memory, and saved when there is some', once, async ({ context }) => {
  const blank = await context.newPage();
  await blank.goto(server.url);
  const session = await context.newCDPSession(blank);
  const { origin } = new URL(server.url);
  // Before the database is used: Chromium remembers for a while how much room there was.
  await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 1 });
  const page = await openPage(context, server.url);
  const held = await append(page, 3);
  expect(await told(page)).toEqual({
    ids: held,
    saving: { state: 'unsaved', reason: 'full', pending: 3 },
    recovery: null,
  });
  await session.send('Storage.overrideQuotaForOrigin', { origin });
  const after = await append(page, 1);
  await expect.poll(() => savingOf(page), patience).toEqual({ state: 'saved' });
  const { ids, recovery } = await told(await openPage(context, server.url));
  expect(ids).toEqual([...held, ...after]);
  expect(recovery).toBe(null);
});

for (const [storages, what] of [
  ['indexeddb', 'the database is'],
  ['all', 'all data of the site are'],
] as const) {
  test(
    `when ${what} cleared while the page is open, the page writes back what it knows`,
    once,
    async ({ context }) => {
      const page = await openPage(context, server.url);
      const before = await append(page, 25);
      const session = await context.newCDPSession(page);
      const { origin } = new URL(server.url);
      await session.send('Storage.clearDataForOrigin', { origin, storageTypes: storages });
      const stored = () =>
        page.evaluate(async () => {
          const own = window as unknown as LogWindow;
          return (await own.openLog('/')).events.map(({ id }) => id).sort();
        });
      const after = await append(page, 1);
      await expect.poll(() => savingOf(page), patience).toEqual({ state: 'saved' });
      await expect.poll(stored, patience).toEqual([...before, ...after].sort());
      await expect.poll(() => copied(page), patience).toBe(26);
      expect(after[0]).toMatch(/-1$/);
    },
  );
}

test(
  'a database newer than the page is left as it is, and reviews stay in memory',
  once,
  async ({ context }) => {
    const page = await openPage(context, server.url);
    await append(page, 2);
    const newer = await context.newPage();
    await newer.goto(server.url);
    await newer.evaluate(
      () =>
        new Promise((resolve, reject) => {
          const request = indexedDB.open('unfold:/', 2);
          request.onerror = () => reject(request.error);
          request.onsuccess = () => {
            request.result.close();
            resolve(true);
          };
        }),
    );
    // The page that was open lets go of the database, and says so without being asked.
    await expect
      .poll(() => savingOf(page), patience)
      .toEqual({ state: 'unsaved', reason: 'newer', pending: 0 });
    await append(page, 1);
    expect(await savingOf(page)).toEqual({ state: 'unsaved', reason: 'newer', pending: 1 });
    const late = await openPage(context, server.url);
    expect(await savingOf(late)).toEqual({ state: 'unsaved', reason: 'newer', pending: 0 });
  },
);

test('in a browser without a database the second copy keeps the reviews', once, async ({ context }) => {
  await context.addInitScript(() => Object.defineProperty(window, 'indexedDB', { value: undefined }));
  const page = await openPage(context, server.url);
  const ids = await append(page, 2);
  expect(await savingOf(page)).toEqual({ state: 'copied', reason: 'missing', pending: 2 });
  expect((await told(await openPage(context, server.url))).ids).toEqual(ids);
});

test('in a browser that refuses every storage reviews are kept in memory', once, async ({ context }) => {
  await context.addInitScript(() => {
    for (const name of ['indexedDB', 'caches', 'localStorage', 'BroadcastChannel']) {
      Object.defineProperty(window, name, {
        get() {
          throw new DOMException('The operation is insecure.', 'SecurityError');
        },
      });
    }
  });
  const page = await openPage(context, server.url);
  const ids = await append(page, 2);
  expect(await told(page)).toEqual({
    ids,
    saving: { state: 'unsaved', reason: 'refused', pending: 2 },
    recovery: null,
  });
});
