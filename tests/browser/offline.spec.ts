import type { Page } from '@playwright/test';
import { places, summary } from '../support/notes.ts';
import {
  cacheNames,
  goOffline,
  goOnline,
  isKept,
  keptPaths,
  renamed,
  test,
  update,
  visit,
} from '../support/offline.ts';
import { filesOf } from '../support/pages.ts';
import { rate, standing, storedEvents } from '../support/recall.ts';
import { later, sites } from '../support/sites.ts';
import { expect } from '../support/test.ts';

test.describe.configure({ mode: 'default' });

const SALT = 'Why does bread need salt?';
const heading = (page: Page) => page.getByRole('heading', { level: 1 });

test('a note that was visited can be read and rated offline, and what was rated is kept', {
  tag: ['@js', '@desktop'],
}, async ({ page, host }) => {
  await visit(page, places.dough);
  await goOffline(page, host);
  await page.goto(places.dough);
  await expect(heading(page)).toHaveText('Dough');
  await rate(page, SALT, 'Got it');
  await page.reload();
  await expect(standing(page, SALT)).toContainText('due');
  expect(await storedEvents(page)).toMatchObject([{ t: 'review', rating: 3 }]);
  await goOnline(page, host);
  await page.goto(places.dough);
  await expect(standing(page, SALT)).toContainText('due');
});

test('after one visit the home page, the review and progress work offline', {
  tag: ['@js', '@desktop'],
}, async ({ page, host }) => {
  await visit(page, places.dough);
  await rate(page, SALT, 'Missed');
  await goOffline(page, host);
  await page.goto('review/?state=missed');
  await expect(heading(page)).toContainText(SALT);
  await page.getByRole('button', { name: 'Show the answer' }).click();
  await expect(page.locator('[data-answer]')).toContainText('Salt slows the yeast down');
  await page.goto('progress/');
  await expect(page.getByRole('heading', { name: 'What you hold' })).toBeVisible();
  await expect(page.locator('[data-incomplete]')).toBeEmpty();
  await page.goto('');
  await expect(heading(page)).toHaveText('A kitchen notebook');
});

test('offline the review asks from the notes that are kept, and says what it leaves out', {
  tag: ['@js', '@desktop'],
}, async ({ page, host }) => {
  await visit(page, places.brewing);
  await goOffline(page, host);
  await page.goto('review/');
  await expect(heading(page)).toHaveText('How fine should the coffee be?');
  await expect(page.locator('[data-incomplete]')).toHaveText(
    'There is no network: the questions of 4 notes that are not kept here are left out.',
  );
  await page.keyboard.press('Space');
  await expect(page.locator('[data-answer]')).toContainText('As fine as the method is quick');
  await goOnline(page, host);
  await page.goto('review/');
  await expect(page.locator('[data-incomplete]')).toBeEmpty();
  await expect(heading(page)).not.toHaveText('How fine should the coffee be?');
});

test('a question whose note cannot be fetched says so in the site’s own words', {
  tag: ['@js', '@desktop'],
}, async ({ page, host }) => {
  await visit(page, places.brewing);
  host.manner = 'is away';
  await page.goto('review/');
  await expect(page.locator('[data-long]')).toHaveText(
    'It cannot be shown now. Its note could not be fetched, and is not kept here. Skip it, or try again later.',
  );
});

test('after one visit the search works offline', {
  tag: ['@js', '@desktop'],
}, async ({ page, host }) => {
  await visit(page, places.dough);
  await goOffline(page, host);
  await page.goto('search/?q=salt');
  await expect(page.getByRole('status')).toHaveText(/^Found in \d+ notes?\.$/);
  await expect(page.locator('[data-found]')).toContainText('Why does bread need salt?');
});

test('offline a page that was never seen names itself and lists what can be read', {
  tag: ['@js', '@desktop'],
}, async ({ page, host }) => {
  await visit(page, places.dough);
  await rate(page, SALT, 'Got it');
  await goOffline(page, host);
  await page.goto(places.brewing);
  await expect(heading(page)).toHaveText('This page is not kept here');
  await expect(page.locator('[data-lead]')).toHaveText(
    'Brewing could not be fetched: there is no network, or the server does not answer. Your history is safe, and these notes can be read:',
  );
  await expect(page.locator('.notes li:visible')).toHaveText([/Dough/]);
  expect(await storedEvents(page)).toHaveLength(1);
  await page.getByRole('link', { name: /^Dough/ }).click();
  await expect(standing(page, SALT)).toContainText('due');
  await page.goBack();
  await goOnline(page, host);
  await expect(page.getByRole('status')).toHaveText('The network is back. Try again.');
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(heading(page)).toHaveText('Brewing');
});

test('offline an address of any script, or one that says nothing, is named as people write it', {
  tag: ['@js', '@desktop'],
}, async ({ page, host }) => {
  await visit(page, places.dough);
  await goOffline(page, host);
  for (const [address, name] of [
    ['%E8%8C%B6/W%C3%BCrze/', '/茶/Würze/'],
    ['%E0%A4%A/', '/%E0%A4%A/'],
  ] as const) {
    await page.goto(address);
    await expect(heading(page)).toHaveText('This page is not kept here');
    await expect(page.locator('[data-lead] > bdi')).toHaveText(name);
  }
});

test('a page is kept with its pictures and with the scripts that it loads late', {
  tag: ['@js', '@desktop'],
}, async ({ page }) => {
  await visit(page, places.rising);
  await isKept(page, `/${places.rising}`);
  const kept = await keptPaths(page);
  for (const part of [/\/note-recall\./, /\/changed\./, /\/history\./, /\.css$/, /images\/.*\.\w+$/]) {
    expect(kept.filter((path) => part.test(path))).not.toEqual([]);
  }
});

test('a server that never answers is given up after three seconds for what was kept', {
  tag: ['@js', '@desktop'],
}, async ({ page, host }) => {
  await visit(page, places.rising);
  host.manner = 'hangs';
  await page.goto(places.rising, { waitUntil: 'load' });
  await expect(heading(page)).toHaveText('Rising and baking');
  await summary(page, 'What does a good crumb look like?').click();
  const picture = page.locator('article img').first();
  await picture.scrollIntoViewIfNeeded();
  await expect(picture).toHaveJSProperty('complete', true);
  await expect(picture).not.toHaveJSProperty('naturalWidth', 0);
});

test('a server that is out of order shows what was kept, and its own words for what was not', {
  tag: ['@js', '@desktop'],
}, async ({ page, host }) => {
  await visit(page, places.dough);
  host.manner = 'fails';
  await page.goto(places.dough);
  await expect(heading(page)).toHaveText('Dough');
  await page.goto(places.brewing);
  await expect(heading(page)).toHaveText('Out of order');
});

test('online the newest version is shown at once, although the host lets pages be kept for ten minutes', {
  tag: ['@js', '@desktop'],
}, async ({ page, host }) => {
  await visit(page, places.dough);
  await page.goto(places.rising);
  await page.goto(places.dough);
  await expect(page.getByText('What happens in a bowl')).toBeVisible();
  host.sites = [later];
  await page.goto(places.dough);
  await expect(page.getByText('What a bowl is for')).toBeVisible();
  await update(page);
  await goOffline(page, host);
  await page.goto(places.dough);
  await expect(page.getByText('What a bowl is for')).toBeVisible();
});

test('after a rollback the older version is shown, and its worker is at work again', {
  tag: ['@js', '@desktop'],
}, async ({ page, host }) => {
  host.sites = [later];
  await visit(page, places.dough);
  await rate(page, SALT, 'Got it');
  host.sites = [sites.notes];
  await page.goto(places.dough);
  await expect(page.getByText('What happens in a bowl')).toBeVisible();
  await update(page);
  await goOffline(page, host);
  await page.goto(places.dough);
  await expect(page.getByText('What happens in a bowl')).toBeVisible();
  await expect(standing(page, SALT)).toContainText('due');
});

test('an older page that is kept goes on with the files it was made with', {
  tag: ['@js', '@desktop'],
}, async ({ page, host }) => {
  await visit(page, places.dough);
  await isKept(page, `/${places.dough}`);
  await page.goto('');
  const before = await keptPaths(page);
  host.sites = [await renamed(later)];
  await update(page);
  await goOffline(page, host);
  await page.goto(places.dough);
  await expect(page.getByText('What happens in a bowl')).toBeVisible();
  await rate(page, SALT, 'Got it');
  const after = await keptPaths(page);
  const [recall = '', progress = ''] = [/\/note-recall\./, /\/progress\..*css/].map((part) =>
    before.find((path) => part.test(path)),
  );
  expect(after).toContain(recall);
  // What no page that is kept needs any more has gone.
  expect(before).toContain(progress);
  expect(after).not.toContain(progress);
});

test('the worker that ends all others leaves no registration and no cache but the history’s', {
  tag: ['@js', '@desktop'],
}, async ({ page, host }) => {
  host.sites = [sites.notes, sites.below];
  await visit(page, `a/b/${places.dough}`);
  await visit(page, places.dough);
  await rate(page, SALT, 'Got it');
  await expect.poll(() => cacheNames(page)).toContain('unfold-history:/');
  host.swapped.set('/sw.js', 'sw-off.js');
  await update(page);
  const caches = ['unfold-history:/', 'unfold-history:/a/b/', 'unfold:/a/b/:1'];
  await expect.poll(async () => (await cacheNames(page)).sort()).toEqual(caches);
  const scopes = await page.evaluate(async () =>
    (await navigator.serviceWorker.getRegistrations()).map(({ scope }) => new URL(scope).pathname),
  );
  expect(scopes).toEqual(['/a/b/']);
  expect(await storedEvents(page)).toHaveLength(1);
});

test('a site below a path keeps its own, apart from the site above it', {
  tag: ['@js', '@desktop'],
}, async ({ page, host }) => {
  host.sites = [sites.notes, sites.below];
  await visit(page, `a/b/${places.dough}`);
  expect(await cacheNames(page)).not.toContain('unfold:/:1');
  expect((await keptPaths(page, '/a/b/')).filter((path) => !path.startsWith('/a/b/'))).toEqual([]);
  await visit(page, places.dough);
  await page.goto(`a/b/${places.rising}`);
  await isKept(page, `/a/b/${places.rising}`);
  expect((await keptPaths(page)).filter((path) => path.startsWith('/a/b/'))).toEqual([]);
  await goOffline(page, host);
  await page.goto(`a/b/${places.dough}`);
  await expect(heading(page)).toHaveText('Dough');
  await page.goto(`a/b/${places.brewing}`);
  await expect(page.locator('study-offline')).toHaveAttribute('data-route', '/a/b/offline/');
});

test('a deck that an older version left in a cache gives way to the one of today', {
  tag: ['@js', '@desktop'],
}, async ({ page }) => {
  await visit(page, places.dough);
  await rate(page, SALT, 'Got it');
  await page.evaluate(async () => {
    const cache = await caches.open('unfold:/:1');
    const decks = [{ topic: '/1-bread/', title: 'Old', notes: [] }];
    await cache.put('/decks/_packed.json', Response.json(decks));
  });
  await page.goto('progress/');
  await expect(page.locator('study-progress')).toContainText('Bread');
  const kept = () =>
    page.evaluate(async () => {
      const decks: { title: string }[] = await (await caches.match('/decks/_packed.json'))?.json();
      return decks.map(({ title }) => title);
    });
  await expect.poll(kept).toEqual(['A kitchen notebook', 'Bread', 'Coffee', 'Tea']);
});

test('where the decks cannot be had the review and progress say so', {
  tag: ['@js', '@desktop'],
}, async ({ page, host }) => {
  host.missing.add('/decks/_packed.json');
  for (const place of ['review/', 'progress/']) {
    await page.goto(place);
    await expect(page.locator('[data-incomplete]')).toHaveText(
      'The questions of the course could not be fetched. Are you offline? Your history is safe; load this page again later.',
    );
  }
});

test('a page that is gone is kept no longer', { tag: ['@js', '@desktop'] }, async ({ page, host }) => {
  await visit(page, places.dough);
  host.missing.add(`/${places.dough}`);
  await page.goto(places.dough);
  await expect(heading(page)).toHaveText('Not here');
  await expect.poll(() => keptPaths(page)).not.toContain(`/${places.dough}`);
});

test('an address that ends with ?no-sw is left to the browser', {
  tag: ['@js', '@desktop'],
}, async ({ page, host }) => {
  await visit(page, places.dough);
  host.manner = 'fails';
  await page.goto(`${places.dough}?no-sw`);
  await expect(heading(page)).toHaveText('Out of order');
});

test.describe('a late script that has gone', () => {
  test.use({ excused: [/^Failed to fetch dynamically imported module/] });

  test('has its page loaded anew, once', { tag: ['@js', '@desktop'] }, async ({ page, host }) => {
    const script = (await filesOf(sites.notes)).find((path) => path.includes('/note-recall.'));
    host.missing.add(`/${script}`);
    const count = (path: string) => host.asked.filter((asked) => asked === path).length;
    await page.goto(places.dough);
    await expect.poll(() => count(`/${script}`)).toBe(2);
    await page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve)));
    expect(count(`/${places.dough}`)).toBe(2);
    // The new version is all there.
    host.missing.clear();
    await page.reload();
    await rate(page, SALT, 'Got it');
  });
});
