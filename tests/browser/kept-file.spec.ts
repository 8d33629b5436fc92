/** A file on disk that is kept up to date, where the browser can write to one. */
import type { Page } from '@playwright/test';
import { choose, download, openData, plan } from '../support/history-page.ts';
import { places } from '../support/notes.ts';
import { rate, storedEvents } from '../support/recall.ts';
import { expect, test } from '../support/test.ts';

const grind = 'How fine should the coffee be?';
const bloom = 'What is the bloom?';

// No test can answer the browser's window for files: a file of the browser's own takes the place of one on disk.
test.beforeEach(({ page }) =>
  page.addInitScript(() => {
    Object.assign(window, {
      showSaveFilePicker: async () =>
        (await navigator.storage.getDirectory()).getFileHandle('history.jsonl', { create: true }),
    });
  }),
);

const onDisk = (page: Page) =>
  page.evaluate(async () => {
    const folder = await navigator.storage.getDirectory();
    return (await (await folder.getFileHandle('history.jsonl')).getFile()).text();
  });

const toDisk = (page: Page, text: string) =>
  page.evaluate(async (words) => {
    const folder = await navigator.storage.getDirectory();
    const stream = await (await folder.getFileHandle('history.jsonl', { create: true })).createWritable();
    await stream.write(words);
    await stream.close();
  }, text);

const idsIn = (text: string) => [...text.matchAll(/"id":"([^"]+)"/g)].map(([, id]) => id).sort();

async function keep(page: Page): Promise<void> {
  await openData(page);
  await page.getByRole('button', { name: 'Keep a file up to date …' }).click();
}

test('a file that is kept gets every rating, from any page that shows the lists', {
  tag: ['@js', '@desktop'],
}, async ({ page }) => {
  await page.goto(places.brewing);
  await rate(page, grind, 'Got it');
  await keep(page);
  await expect(page.locator('[data-file]')).toHaveText('history.jsonl is up to date.');
  expect(idsIn(await onDisk(page))).toHaveLength(1);
  await page.goto(places.brewing);
  await rate(page, bloom, 'Missed');
  const stored = async () => (await storedEvents(page)).map(({ id }) => id).sort();
  expect(await stored()).toHaveLength(2);
  await page.goto(places.home);
  await expect.poll(async () => idsIn(await onDisk(page))).toEqual(await stored());
});

test('what only the file has stays in it, and can be brought in', { tag: ['@js', '@desktop'] }, async ({
  page,
}) => {
  await page.goto(places.brewing);
  await rate(page, grind, 'Got it');
  await openData(page);
  const file = await download(page);
  const [header = '', event = ''] = file.split('\n');
  const elsewhere = event.replace(/"id":"\w+-/, '"id":"elsewhere-');
  const shared = `${header}\n${elsewhere}\n{"count":1}\n`;
  await toDisk(page, shared);
  await keep(page);
  await expect(page.locator('[data-file]')).toHaveText(
    'history.jsonl is up to date. 1 entry of it is not here yet: choose it below to bring it in.',
  );
  expect(idsIn(await onDisk(page))).toContain('elsewhere-1');
  expect((await storedEvents(page)).map(({ id }) => id)).not.toContain('elsewhere-1');
  await choose(page, await onDisk(page));
  await plan(page).getByRole('button', { name: 'Add 1 entry' }).click();
  await expect(page.getByRole('status')).toContainText('1 entry added.');
  await expect(page.locator('[data-file]')).toHaveText('history.jsonl is up to date.');
});

test('a file that holds something else is left as it is, and the page says so', {
  tag: ['@js', '@desktop'],
}, async ({ page }) => {
  await openData(page);
  await toDisk(page, 'My shopping list: flour.\n');
  await keep(page);
  await expect(page.locator('[data-file]')).toHaveText(
    'history.jsonl could not be brought up to date: This file holds no history. Choose a file with a history that was downloaded from a site like this one. It is as it was. Choose another file, or download a copy.',
  );
  expect(await onDisk(page)).toBe('My shopping list: flour.\n');
});

test('while a file is kept nothing presses for another copy', { tag: ['@js', '@desktop'] }, async ({
  page,
}) => {
  await page.clock.setFixedTime('2026-11-23T12:00:00Z');
  await page.goto(places.brewing);
  await rate(page, grind, 'Got it');
  await page.clock.setFixedTime('2026-12-23T12:00:00Z');
  await openData(page);
  const downloads = page.locator('[data-downloads]');
  await expect(downloads).toHaveText('No copy was taken yet of 1 review.');
  await keep(page);
  await expect(page.locator('[data-file]')).toHaveText('history.jsonl is up to date.');
  await expect(downloads).toBeHidden();
  await page.goto(places.home);
  await expect(page.locator('.desk')).toHaveText('1 due · fading most: Coffee · next to read: Dough');
});

test('a file that may no longer be written is told at home, and leads to where it may be again', {
  tag: ['@js', '@desktop'],
}, async ({ page }) => {
  await page.clock.setFixedTime('2026-11-23T12:00:00Z');
  await page.goto(places.brewing);
  await rate(page, grind, 'Got it');
  await keep(page);
  await expect(page.locator('[data-file]')).toHaveText('history.jsonl is up to date.');
  // So a browser does that was started anew.
  await page.addInitScript(() =>
    Object.assign(FileSystemHandle.prototype, { queryPermission: async () => 'prompt' }),
  );
  await page.clock.setFixedTime('2026-12-23T12:00:00Z');
  await page.goto(places.home);
  await page
    .locator('.desk')
    .getByRole('link', { name: 'history.jsonl is no longer kept up to date' })
    .click();
  await expect(page.getByRole('button', { name: 'Go on keeping history.jsonl' })).toBeVisible();
});

test('a file that is kept no longer stays as it is', { tag: ['@js', '@desktop'] }, async ({ page }) => {
  await page.goto(places.brewing);
  await rate(page, grind, 'Got it');
  await keep(page);
  await expect(page.locator('[data-file]')).toHaveText('history.jsonl is up to date.');
  const before = await onDisk(page);
  await page.getByRole('button', { name: 'Stop keeping it' }).click();
  await expect(page.getByRole('button', { name: 'Keep a file up to date …' })).toBeVisible();
  expect(await onDisk(page)).toBe(before);
});
