import type { Page } from '@playwright/test';
import { barriers } from '../support/barriers.ts';
import { places } from '../support/notes.ts';
import {
  cacheNames,
  goOffline,
  goOnline,
  isKept,
  keptPaths,
  test,
  update,
  visit,
} from '../support/offline.ts';
import { pagesOf } from '../support/pages.ts';
import { rate, standing, storedEvents } from '../support/recall.ts';
import { later, sites } from '../support/sites.ts';
import { expect } from '../support/test.ts';

const tag = ['@js', '@desktop'];
const SALT = 'Why does bread need salt?';

/** Opens the page about reading offline and waits until it knows what is kept. */
async function openOffline(page: Page) {
  await page.goto('offline/');
  await expect(page.locator('study-offline')).toHaveAttribute('data-ready', '');
}

/** Keeps the whole course. */
async function keepAll(page: Page) {
  await openOffline(page);
  await page.getByRole('button', { name: 'Keep this course offline' }).click();
  await expect(page.getByRole('status')).toHaveText('All of it is here now.');
}

test('all notes of the course can be read offline once it is kept', { tag }, async ({ page, host }) => {
  host.sites = [sites.course];
  await visit(page);
  await openOffline(page);
  await expect(page.locator('[data-course]')).toHaveText(
    /^Every note with its pictures, the review, progress and search: \d[\d.]* [kM]B more than the \d+ kB that are here\.$/,
  );
  await keepAll(page);
  await expect(page.locator('[data-kept]')).toHaveText(
    /^All 22 notes, [\d.]+ MB with all that belongs to them\./,
  );
  await goOffline(page, host);
  const notes = (await pagesOf(sites.course)).filter(({ html }) => html.includes('<study-note'));
  expect(notes.length).toBeGreaterThanOrEqual(22);
  for (const { address, html } of notes) {
    await page.goto(address);
    await expect(page.locator('study-note')).toHaveAttribute(
      'data-route',
      html.match(/data-route="([^"]+)"/)?.[1] ?? '',
    );
  }
});

test('keeping can be stopped, goes on where it was, and what came is there', { tag }, async ({
  page,
  host,
}) => {
  await visit(page, places.dough);
  await openOffline(page);
  await page.evaluate(() => {
    // The first file that comes stops it.
    new MutationObserver(() =>
      document.querySelector<HTMLElement>('[data-do="cancel"]:not([hidden])')?.click(),
    ).observe(document.querySelector('progress') as Element, {
      attributes: true,
      attributeFilter: ['value'],
    });
  });
  await page.getByRole('button', { name: 'Keep this course offline' }).click();
  await expect(page.getByRole('status')).toHaveText('Stopped. What is here stays, and can be read.');
  const some = await keptPaths(page);
  expect(some).not.toContain('/offline.json');
  await page.reload();
  host.asked.length = 0;
  await keepAll(page);
  expect(host.asked.filter((path) => path.includes('/_astro/') && some.includes(path))).toEqual([]);
  expect(await keptPaths(page)).toEqual(expect.arrayContaining(['/offline.json', `/${places.thirty}`]));
});

test('a network that breaks off while the course is kept is named, and nothing is half broken', {
  tag,
}, async ({ page, host }) => {
  await visit(page, places.dough);
  await openOffline(page);
  host.missing.add(`/${places.brewing}`);
  await page.getByRole('button', { name: 'Keep this course offline' }).click();
  await expect(page.getByRole('status')).toHaveText(
    `It could not go on: Error: /${places.brewing} cannot be kept: status 404. Go on when there is a network. What is here stays, and can be read.`,
  );
  await goOffline(page, host);
  await page.goto(places.dough);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Dough');
  await goOnline(page, host);
  host.missing.clear();
  await keepAll(page);
});

test('a browser without room says how much is missing before it begins', { tag }, async ({ page }) => {
  await page.addInitScript(() => {
    navigator.storage.estimate = () => Promise.resolve({ quota: 4_000_000, usage: 1_000_000 });
  });
  await visit(page, places.dough);
  await openOffline(page);
  const before = await keptPaths(page);
  await page.getByRole('button', { name: 'Keep this course offline' }).click();
  await expect(page.getByRole('status')).toHaveText(
    /^There is too little room: it takes \d+ kB more, and 2\.1 MB are missing, with some left for your history\. Free some room on this device, and try again\.$/,
  );
  expect(await keptPaths(page)).toEqual(before);
});

test('a browser that runs out of room says what is missing, and still saves the history', {
  tag,
}, async ({ page, visitor, root }) => {
  await visit(page, places.dough);
  await openOffline(page);
  const session = await visitor.newCDPSession(page);
  const { origin } = new URL(root);
  const { usage } = await session.send('Storage.getUsageAndQuota', { origin });
  await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: usage + 1_030_000 });
  await page.getByRole('button', { name: 'Keep this course offline' }).click();
  await expect(page.getByRole('status')).toHaveText(
    /^There is too little room: \d+ kB of the course are missing here\. Free some room on this device, and go on\. What is here stays, and can be read\.$/,
  );
  expect(await keptPaths(page)).not.toContain('/offline.room');
  await page.goto(places.dough);
  await rate(page, SALT, 'Got it');
  expect(await storedEvents(page)).toHaveLength(1);
});

test('a page for which there is no room is shown, and not kept', { tag }, async ({ page, visitor, root }) => {
  await visit(page, places.dough);
  const session = await visitor.newCDPSession(page);
  const { origin } = new URL(root);
  const { usage } = await session.send('Storage.getUsageAndQuota', { origin });
  await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: usage + 1000 });
  await page.goto(places.thirty);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Tea in 30 questions');
  expect(await keptPaths(page)).not.toContain(`/${places.thirty}`);
});

test('a course that is kept is brought up to date by a visit to any page', { tag }, async ({
  page,
  host,
}) => {
  await visit(page);
  await keepAll(page);
  host.sites = [later];
  await page.goto('');
  await update(page);
  await goOffline(page, host);
  await page.goto(places.dough);
  await expect(page.getByText('What a bowl is for')).toBeVisible();
  await openOffline(page);
  await expect(page.locator('[data-course]')).toHaveText(
    /^The whole course is kept here: \d+ kB\. A visit with a network brings it up to date\.$/,
  );
});

test('what is kept can be removed after a yes, and the history stays', { tag }, async ({ page, host }) => {
  await visit(page, places.dough);
  await rate(page, SALT, 'Got it');
  await isKept(page, `/${places.dough}`);
  await expect.poll(() => cacheNames(page)).toContain('unfold-history:/');
  await openOffline(page);
  await page.getByRole('button', { name: 'Remove what is kept …' }).click();
  await page.getByRole('button', { name: 'Leave them here' }).click();
  expect(await keptPaths(page)).toContain(`/${places.dough}`);
  await page.getByRole('button', { name: 'Remove what is kept …' }).click();
  await page.getByRole('button', { name: 'Remove them' }).click();
  await expect(page.getByRole('status')).toHaveText('Removed. Your history is as it was.');
  expect(await keptPaths(page)).not.toContain(`/${places.dough}`);
  await goOffline(page, host);
  await page.goto(places.dough);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('This page is not kept here');
  expect(await storedEvents(page)).toHaveLength(1);
  expect(await cacheNames(page)).toContain('unfold-history:/');
  await goOnline(page, host);
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(standing(page, SALT)).toContainText('due');
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`the page about reading offline has no barrier that axe knows, in ${colorScheme}`, {
    tag,
  }, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    await visit(page, places.dough);
    await openOffline(page);
    expect(await barriers(page)).toEqual([]);
    await page.getByRole('button', { name: 'Remove what is kept …' }).click();
    expect(await barriers(page)).toEqual([]);
  });
}
