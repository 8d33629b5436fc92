/** The learner's history as their own: copies and other devices. */
import type { LogEvent } from '../../src/core/event.ts';
import { choose, download, openData, plan, restore } from '../support/history-page.ts';
import { places } from '../support/notes.ts';
import { rate, standing, storedEvents } from '../support/recall.ts';
import { expect, test } from '../support/test.ts';

const grind = 'How fine should the coffee be?';
const told = 'A history of this site, written November 23, 2026.';

test.beforeEach(({ page }) => page.clock.setFixedTime('2026-11-23T12:00:00Z'));

test('a history that is downloaded, wiped and brought back is the same, to the event and the day', {
  tag: '@js',
}, async ({ page, browser, served }) => {
  await page.goto(places.brewing);
  await rate(page, grind, 'Got it');
  await openData(page);
  await expect(page.locator('[data-kept]')).toHaveText('1 review of 1 question since November 23, 2026.');
  await expect(page.locator('[data-downloads]')).toHaveText('No copy was taken yet of 1 review.');
  const file = await download(page);
  const before = await storedEvents(page);
  await expect(page.getByRole('status')).toHaveText('2 entries in unfold-history-2026-11-23.jsonl.');
  await expect(page.locator('[data-downloads]')).toHaveText(
    'The last copy was taken November 23, 2026. It has every review.',
  );

  const other = await (await browser.newContext({ baseURL: served.notes, timezoneId: 'UTC' })).newPage();
  await other.clock.setFixedTime('2026-11-23T12:00:00Z');
  await openData(other);
  await expect(other.locator('[data-kept]')).toHaveText('Nothing yet: you have not rated a question.');
  await choose(other, file);
  await expect(plan(other).locator('[data-plan-words]')).toHaveText(
    `${told} It is whole. Entries: 2 new, 0 already here, 0 unreadable.`,
  );
  await expect(plan(other)).toBeFocused();
  expect(await storedEvents(other)).toEqual([]);
  await plan(other).getByRole('button', { name: 'Add 2 entries' }).click();
  await expect(other.getByRole('status')).toHaveText(
    '2 entries added. Everything that was here is as it was.',
  );
  expect(await storedEvents(other)).toEqual(before);
  // The file that it came from is a copy of it.
  await expect(other.locator('[data-downloads]')).toHaveText(
    'The last copy was taken November 23, 2026. It has every review.',
  );

  await choose(other, file);
  await expect(plan(other).locator('[data-plan-words]')).toHaveText(
    `${told} It is whole. Entries: 0 new, 2 already here, 0 unreadable.`,
  );
  await expect(plan(other).getByRole('button')).toHaveText(['Close']);
  await other.goto(places.brewing);
  await expect(standing(other, grind)).toHaveText(' (held, due in 2 days)');
  await other.context().close();
});

test('of a file that was cut off every whole line is offered, and the other is named', {
  tag: '@js',
}, async ({ page }) => {
  await page.goto(places.brewing);
  await rate(page, grind, 'Got it');
  await openData(page);
  const file = await download(page);
  const [header = '', event = ''] = file.split('\n');
  const other = event.replace(/"id":"\w+-/, '"id":"elsewhere-');
  await choose(page, `${header}\n${event}\n${other}\n${other.slice(0, 30)}`);
  await expect(plan(page).locator('[data-plan-words]')).toHaveText(
    `${told} Its end is missing. What is left of it can be added. Entries: 1 new, 1 already here, 1 unreadable (line 4).`,
  );
  await expect(plan(page).getByRole('listitem')).toHaveText(['Line 4: it is cut off or damaged.']);
  await plan(page).getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByRole('status')).toHaveText('Nothing was changed.');
  await expect(page.getByLabel('A file with a history')).toBeFocused();
  expect((await storedEvents(page)).filter(({ id }) => id === 'elsewhere-1')).toEqual([]);
});

const refused = {
  'an empty file': [
    '',
    'This file is empty. Choose a file with a history that was downloaded from a site like this one.',
  ],
  'a page': [
    '<!doctype html><title>Hello</title>',
    'This file holds no history. Choose a file with a history that was downloaded from a site like this one.',
  ],
  'a file of a later version': [
    '{"format":"unfold-history","version":2,"site":"x","created":"2026-11-23T12:00:00.000Z","count":0}\n{"count":0}\n',
    'This file was written by a later version of the site (format 2, known here: 1). Reload the site and try again; nothing was changed.',
  ],
} as const;

for (const [name, [text, message]] of Object.entries(refused)) {
  test(`${name} changes nothing and says why`, { tag: ['@js', '@desktop'] }, async ({ page }) => {
    await openData(page);
    await choose(page, text);
    await expect(plan(page).locator('[data-plan-words]')).toHaveText(message);
    await expect(plan(page).getByRole('button')).toHaveText(['Close']);
    expect(await storedEvents(page)).toEqual([]);
  });
}

test('a history of another site needs a yes of its own', { tag: '@js' }, async ({ page }) => {
  const event =
    '{"at":1795000000000,"card":"x","id":"elsewhere-1","ms":0,"rating":3,"rev":"","t":"review","tz":0,"v":1}';
  const header =
    '{"format":"unfold-history","version":1,"site":"https://notes.example/","created":"2026-11-20T12:00:00.000Z","count":1}';
  await openData(page);
  await choose(page, `${header}\n${event}\n{"count":1}\n`);
  await expect(plan(page).locator('[data-plan-words]')).toHaveText(
    'A history of https://notes.example/, written November 20, 2026. It is whole. Entries: 1 new, 0 already here, 0 unreadable.',
  );
  const add = plan(page).getByRole('button', { name: 'Add 1 entry' });
  await expect(add).toBeDisabled();
  await plan(page).getByLabel('Add it although it comes from another site').check();
  await add.click();
  await expect(page.getByRole('status')).toHaveText('1 entry added. Everything that was here is as it was.');
  // The notes here have no such question.
  await expect(page.locator('[data-gone]').getByRole('listitem')).toHaveText(['x, 1 review']);
});

test('adding that is cancelled half-way has changed nothing', { tag: ['@js', '@desktop'] }, async ({
  page,
}) => {
  const events = Array.from({ length: 20_000 }, (_, n) =>
    JSON.stringify({
      v: 1,
      id: `far-${n + 1}`,
      t: 'review',
      card: `c${n % 50}`,
      at: 1.7e12 + n,
      tz: 0,
      rating: 3,
    }),
  );
  await openData(page);
  const site = page.url().replace('data/', '');
  const header = `{"format":"unfold-history","version":1,"site":"${site}","created":"2026-11-20T12:00:00.000Z","count":20000}`;
  await choose(page, `${header}\n${events.join('\n')}\n{"count":20000}\n`);
  const add = plan(page).getByRole('button', { name: 'Add 20,000 entries' });
  await expect(add).toBeEnabled();
  // The bar moves at every thousandth entry: at its first move the button is pressed.
  await page.evaluate(() => {
    const bar = document.querySelector('[data-plan] progress');
    const seen = new MutationObserver(() => {
      if (bar?.getAttribute('value') === '0') return;
      seen.disconnect();
      document.querySelector<HTMLElement>('[data-do="cancel"]')?.click();
    });
    if (bar) seen.observe(bar, { attributes: true });
  });
  await add.click();
  await expect(page.getByRole('status')).toHaveText('Cancelled. Nothing was changed.');
  expect(await storedEvents(page)).toEqual([]);
});

test('reading that is cancelled half-way has changed nothing', { tag: ['@js', '@desktop'] }, async ({
  page,
}) => {
  await openData(page);
  // The bar moves at every five thousandth line: at its first move the button is pressed.
  const pressed = page.evaluate(
    () =>
      new Promise<string | null | undefined>((resolve) => {
        const bar = document.querySelector('[data-plan] progress');
        const seen = new MutationObserver(() => {
          if (Number(bar?.getAttribute('value')) === 0) return;
          seen.disconnect();
          const button = document.querySelector<HTMLElement>('[data-do="cancel"]');
          button?.click();
          resolve(button?.textContent);
        });
        if (bar) seen.observe(bar, { attributes: true });
      }),
  );
  await choose(page, 'nothing\n'.repeat(200_000));
  expect(await pressed).toBe('Cancel');
  await expect(page.getByRole('status')).toHaveText('Nothing was changed.');
  await expect(plan(page)).toBeHidden();
  expect(await storedEvents(page)).toEqual([]);
});

test('a link brings the history to another device, and leaves no trace in the address', {
  tag: '@js',
}, async ({ page, browser, served }) => {
  await page.goto(places.brewing);
  await rate(page, grind, 'Got it');
  await openData(page);
  await page.getByRole('button', { name: 'Make a link' }).click();
  await expect(page.getByLabel('The link')).toHaveValue(/\/data\/#history=[\w-]+$/);
  const link = await page.getByLabel('The link').inputValue();
  const other = await (await browser.newContext({ baseURL: served.notes, timezoneId: 'UTC' })).newPage();
  await openData(other, link);
  await expect(plan(other).locator('[data-plan-words]')).toContainText(
    'It is whole. Entries: 1 new, 0 already here, 0 unreadable.',
  );
  expect(other.url()).toBe(`${served.notes}data/`);
  await plan(other).getByRole('button', { name: 'Add 1 entry' }).click();
  await expect(other.getByRole('status')).toHaveText('1 entry added. Everything that was here is as it was.');
  expect(await storedEvents(other)).toEqual(await storedEvents(page));
  await other.context().close();
});

test('a link that is followed on the page itself is read too', { tag: ['@js', '@desktop'] }, async ({
  page,
  browser,
  served,
}) => {
  await page.goto(places.brewing);
  await rate(page, grind, 'Got it');
  await openData(page);
  await page.getByRole('button', { name: 'Make a link' }).click();
  await expect(page.getByLabel('The link')).toHaveValue(/#history=/);
  const link = await page.getByLabel('The link').inputValue();
  const other = await (await browser.newContext({ baseURL: served.notes, timezoneId: 'UTC' })).newPage();
  await openData(other);
  await other.evaluate((fragment) => location.assign(fragment), new URL(link).hash);
  await expect(plan(other).getByRole('button', { name: 'Add 1 entry' })).toBeVisible();
  expect(other.url()).toBe(`${served.notes}data/`);
  await other.context().close();
});

for (const fragment of [
  '#history=',
  '#history=%E0%A4%A',
  '#history=AAAA',
  '#history=<script>alert(1)</script>',
]) {
  test(`a link that ends in ${fragment} changes nothing and says so`, { tag: ['@js', '@desktop'] }, async ({
    page,
  }) => {
    await openData(page, `data/${fragment}`);
    await expect(plan(page).locator('[data-plan-words]')).toHaveText(
      /^(This is no history, or only a part of one, and cannot be read\. Nothing was changed\.|This file is empty\.)/,
    );
    expect(await storedEvents(page)).toEqual([]);
  });
}

test('events of the same id that differ are both kept, from a whole file', {
  tag: ['@js', '@desktop'],
}, async ({ page }) => {
  await page.goto(places.brewing);
  await rate(page, grind, 'Got it');
  await openData(page);
  const file = await download(page);
  const [header = '', event = ''] = file.split('\n');
  await restore(page, `${header}\n${event.replace('"rating":3', '"rating":1')}\n{"count":1}\n`);
  const reviews = (await storedEvents(page)) as unknown as LogEvent[];
  expect(reviews.filter(({ t }) => t === 'review')).toHaveLength(2);
});
