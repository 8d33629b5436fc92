/** What a real browser does with damaged files of its database, and that the log notices. */
import { appendFile, glob, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { killWhileWriting } from '../support/log-kill.ts';
import {
  append,
  copied,
  dropProfile,
  type LogBrowser,
  newProfile,
  openPage,
  serveLog,
  startBrowser,
  type Told,
  told,
} from '../support/log-page.ts';
import type { Served } from '../support/serve.ts';

const once = { tag: ['@js', '@desktop'] };
const patience = { timeout: 30_000 };
const reviews = 60;

let server: Served;
let folder: string;

test.beforeEach(async () => {
  test.setTimeout(120_000);
  server = await serveLog();
  folder = await newProfile();
});

test.afterEach(async () => {
  await server.close();
  await dropProfile(folder);
});

/** Lets a browser run on the folder as long as the work takes. */
async function withBrowser<T>(work: (browser: LogBrowser) => Promise<T>): Promise<T> {
  const browser = await startBrowser(folder);
  try {
    return await work(browser);
  } finally {
    await browser.close();
  }
}

/** Writes reviews, and returns their ids once the second copy has them. */
function write(): Promise<string[]> {
  return withBrowser(async ({ context }) => {
    const page = await openPage(context, server.url);
    const ids = await append(page, reviews);
    await expect.poll(() => copied(page), patience).toBe(reviews);
    return ids.sort();
  });
}

/** What the next opening says. */
function reopen(): Promise<Told> {
  return withBrowser(async ({ context }) => {
    const said = await told(await openPage(context, server.url));
    return { ...said, ids: said.ids.sort() };
  });
}

/** The paths of the database's files that match. */
async function files(pattern: string): Promise<string[]> {
  const found: string[] = [];
  for await (const file of glob(`**/*.indexeddb.leveldb/${pattern}`, { cwd: folder })) {
    found.push(join(folder, file));
  }
  expect(found).not.toEqual([]);
  return found;
}

test('a database whose files were overwritten is filled from the second copy', once, async () => {
  const ids = await write();
  for (const file of await files('*')) {
    const { size } = await stat(file);
    await writeFile(file, Buffer.alloc(size, 0x5a));
  }
  expect(await reopen()).toEqual({
    ids,
    saving: { state: 'saved' },
    recovery: { lost: reviews, recovered: reviews },
  });
  expect(await reopen()).toEqual({ ids, saving: { state: 'saved' }, recovery: null });
});

test('a database whose newest file was cut in half gets the rest from the second copy', once, async () => {
  const ids = await write();
  for (const file of await files('*.log')) await truncate(file, Math.floor((await stat(file)).size / 2));
  const more = await withBrowser(async ({ context }) => {
    const page = await openPage(context, server.url);
    const said = await told(page);
    expect(said.ids.sort()).toEqual(ids);
    expect(said.saving).toEqual({ state: 'saved' });
    expect(said.recovery?.lost).toBeGreaterThan(0);
    expect(said.recovery?.recovered).toBe(said.recovery?.lost);
    const added = await append(page, 3);
    await expect.poll(() => copied(page), patience).toBe(reviews + 3);
    return added;
  });
  // Chromium has written on behind the cut. Its next start finds that, and throws everything away.
  const again = await reopen();
  expect(again.ids).toEqual([...ids, ...more].sort());
  expect(again.recovery?.recovered).toBe(again.recovery?.lost);
});

test(
  'reviews behind the place where a killed browser stopped writing come back, to the last that was acknowledged',
  once,
  async () => {
    const ids = await write();
    // The head of a record of 100 bytes: Chromium writes it apart from the record, and may be killed between.
    for (const file of await files('*.log')) await appendFile(file, Buffer.from([1, 2, 3, 4, 100, 0, 1]));
    const browser = await startBrowser(folder);
    const more = await openPage(browser.context, server.url)
      .then((page) => append(page, 3))
      .finally(browser.kill);
    expect(await reopen()).toEqual({
      ids: [...ids, ...more].sort(),
      saving: { state: 'saved' },
      recovery: { lost: reviews + 3, recovered: reviews + 3 },
    });
  },
);

test('a database whose folder is gone is filled from the second copy', once, async () => {
  const ids = await write();
  for (const file of await files('.')) await rm(file, { recursive: true });
  expect(await reopen()).toEqual({
    ids,
    saving: { state: 'saved' },
    recovery: { lost: reviews, recovered: reviews },
  });
  expect(await reopen()).toEqual({ ids, saving: { state: 'saved' }, recovery: null });
});

test('with a database that opens no more, reviews go to the second copy', once, async () => {
  const ids = await write();
  for (const file of await files('MANIFEST-*')) await rm(file);
  const more = await withBrowser(async ({ context }) => {
    const page = await openPage(context, server.url);
    expect(await told(page)).toMatchObject({
      saving: { state: 'copied', reason: 'broken', pending: 0 },
      recovery: { lost: reviews, recovered: reviews },
    });
    const held = await append(page, 3);
    expect((await told(page)).saving).toEqual({ state: 'copied', reason: 'broken', pending: 3 });
    return held;
  });
  expect((await reopen()).ids).toEqual([...ids, ...more].sort());
});

test(
  'no acknowledged review is missing after the browser was killed four times while writing',
  once,
  async () => {
    const { acknowledged, ...rest } = await killWhileWriting(4, 100);
    expect(acknowledged).toBeGreaterThanOrEqual(400);
    expect(rest).toMatchObject({ kills: 4, missing: 0, gaps: 0, alarms: 0 });
  },
);
