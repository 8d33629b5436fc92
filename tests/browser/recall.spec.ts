/** Rating where one reads: attempts, ratings, marks, undo. */
import type { BrowserContext } from '@playwright/test';
import { contentsOf, places, summary, toggle } from '../support/notes.ts';
import { attempt, rate, ratingRow, standing, storedEvents } from '../support/recall.ts';
import { expect, test } from '../support/test.ts';

const grind = 'How fine should the coffee be?';
const bloom = 'What is the bloom?';

test.beforeEach(({ page }) => page.clock.setFixedTime('2026-11-23T12:00:00Z'));

test('a click on a summary is an attempt, and asks how it went', { tag: '@js' }, async ({ page }) => {
  await page.goto(places.brewing);
  const row = await attempt(page, grind);
  await expect(row.getByRole('button')).toHaveText([
    /^\s*Missed\s+10 min\s*$/,
    /^\s*Got it\s+2 days\s*$/,
    'Skip',
    'Four ratings',
  ]);
});

test('a key on a summary is an attempt as well', { tag: '@js' }, async ({ page }) => {
  await page.goto(places.brewing);
  await summary(page, grind).press('Enter');
  await expect(ratingRow(page, grind)).toBeVisible();
});

test('an answer opened by a link or with all others asks for no rating', { tag: '@js' }, async ({ page }) => {
  await page.goto(`${places.brewing}#what-is-the-bloom`);
  await rate(page, grind, 'Got it');
  await expect(toggle(page, bloom)).toHaveAttribute('open', '');
  await expect(ratingRow(page, bloom)).toHaveCount(0);
  await page.getByRole('button', { name: 'Close all' }).click();
  await page.getByRole('button', { name: 'Open all' }).click();
  await expect(toggle(page, bloom)).toHaveAttribute('open', '');
  await expect(page.locator('.rating')).toHaveCount(0);
});

test('a rating is saved, and marks the question, the contents and the note', { tag: '@js' }, async ({
  page,
}) => {
  await page.goto(places.brewing);
  await rate(page, grind, 'Got it');
  await expect(page.getByRole('status')).toHaveText('Got it: back in 2 days. Saved.');
  await expect(standing(page, grind)).toHaveText(' (held, due in 2 days)');
  await expect(page.locator('.bar')).toContainText('1 of 3 held');
  const entry = (await contentsOf(page)).getByRole('link', { name: /How fine .*\(held, due in 2 days\)/ });
  await expect(entry).toBeVisible();
  expect(await storedEvents(page)).toEqual([
    {
      v: 1,
      id: expect.stringMatching(/^\w+-1$/),
      t: 'review',
      card: '2-coffee/1-brewing#how-fine-should-the-coffee-be',
      at: Date.UTC(2026, 10, 23, 12),
      tz: 0,
      rating: 3,
      ms: 0,
      rev: expect.stringMatching(/^\w{6,12}$/),
    },
  ]);
});

test('marks are there again after a reload, and fade when the day comes', { tag: '@js' }, async ({
  page,
}) => {
  await page.goto(places.brewing);
  await rate(page, grind, 'Got it');
  await rate(page, bloom, 'Missed');
  await page.reload();
  await expect(standing(page, grind)).toHaveText(' (held, due in 2 days)');
  await expect(standing(page, bloom)).toHaveText(' (being learned, comes back today)');
  await page.clock.setFixedTime('2026-11-25T12:00:00Z');
  await page.reload();
  await expect(standing(page, grind)).toHaveText(' (fading, due now)');
  await expect(page.locator('.bar')).toContainText('0 of 3 held');
});

test('a second rating of the same attempt replaces the first', { tag: '@js' }, async ({ page }) => {
  await page.goto(places.brewing);
  await rate(page, grind, 'Got it');
  const row = ratingRow(page, grind);
  await row.getByRole('button', { name: 'Missed' }).click();
  await expect(page.getByRole('status')).toHaveText('Missed: back in 10 min. Saved.');
  await expect(row.getByRole('button', { name: 'Missed' })).toHaveAttribute('aria-pressed', 'true');
  await expect(row.getByRole('button', { name: 'Got it' })).toHaveAttribute('aria-pressed', 'false');
  expect((await storedEvents(page)).map(({ t, rating }) => [t, rating])).toEqual([
    ['review', 3],
    ['undo', undefined],
    ['review', 1],
  ]);
});

test('what is suggested is filled until a rating is given, and then that one', { tag: '@js' }, async ({
  page,
}) => {
  await page.goto(places.brewing);
  const row = await attempt(page, grind);
  const gotIt = row.getByRole('button', { name: 'Got it' });
  const missed = row.getByRole('button', { name: 'Missed' });
  const none = 'rgba(0, 0, 0, 0)';
  await expect(gotIt).not.toHaveAttribute('aria-pressed');
  await expect(gotIt).not.toHaveCSS('background-color', none);
  await expect(missed).toHaveCSS('background-color', none);
  await missed.click();
  await expect(missed).not.toHaveCSS('background-color', none);
  await expect(gotIt).toHaveCSS('background-color', none);
  await row.getByRole('button', { name: 'Undo' }).click();
  await expect(gotIt).not.toHaveCSS('background-color', none);
  await expect(missed).toHaveCSS('background-color', none);
});

test('a rating can be taken back, also after a reload, until none is left', { tag: '@js' }, async ({
  page,
}) => {
  await page.goto(places.brewing);
  await rate(page, grind, 'Got it');
  await summary(page, grind).click();
  await rate(page, grind, 'Missed');
  await page.reload();
  const row = await attempt(page, grind);
  await row.getByRole('button', { name: 'Undo' }).click();
  await expect(standing(page, grind)).toHaveText(' (held, due in 2 days)');
  await row.getByRole('button', { name: 'Undo' }).click();
  await expect(standing(page, grind)).toHaveText('');
  await expect(row.getByRole('button', { name: 'Undo' })).toBeHidden();
});

test('skipping leaves no trace', { tag: '@js' }, async ({ page }) => {
  await page.goto(places.brewing);
  const row = await attempt(page, grind);
  await row.getByRole('button', { name: 'Skip' }).click();
  await expect(row).toHaveCount(0);
  await expect(summary(page, grind)).toBeFocused();
  expect(await storedEvents(page)).toEqual([]);
});

test('four ratings are offered on demand, and stay', { tag: '@js' }, async ({ page }) => {
  await page.goto(places.brewing);
  await (await attempt(page, grind)).getByRole('button', { name: 'Four ratings' }).click();
  const shown = [
    /^\s*Again\s+10 min\s*$/,
    /^\s*Hard\s+15 min\s*$/,
    /^\s*Good\s+2 days\s*$/,
    /^\s*Easy\s+8 days\s*$/,
  ];
  await expect(ratingRow(page, grind).locator('[data-rate]')).toHaveText(shown);
  await page.reload();
  const row = await attempt(page, bloom);
  await expect(row.locator('[data-rate]')).toHaveText(shown);
  await row.getByRole('button', { name: 'Two ratings' }).click();
  await expect(row.locator('[data-rate]:visible')).toHaveCount(2);
});

test('a topic is learned with the keys alone', { tag: ['@js', '@desktop'] }, async ({ page }) => {
  await page.goto(places.brewing);
  await summary(page, grind).focus();
  await page.keyboard.press('Enter');
  await expect(ratingRow(page, grind)).toBeVisible();
  await page.keyboard.press('2');
  await expect(standing(page, grind)).toHaveText(' (held, due in 2 days)');
  await page.keyboard.press('j');
  await expect(summary(page, 'Why does a fine grind')).toBeFocused();
  await page.keyboard.press('j');
  await page.keyboard.press(' ');
  await expect(ratingRow(page, bloom)).toBeVisible();
  await page.keyboard.press('1');
  await expect(standing(page, bloom)).toHaveText(' (being learned, comes back today)');
  await page.keyboard.press('u');
  await expect(page.getByRole('status')).toHaveText(`Taken back: ${bloom}`);
  await page.keyboard.press('u');
  await expect(standing(page, grind)).toHaveText('');
  await page.keyboard.press('u');
  await expect(page.getByRole('status')).toHaveText('Nothing to take back.');
});

test('keys do nothing outside a question', { tag: ['@js', '@desktop'] }, async ({ page }) => {
  await page.goto(places.brewing);
  await attempt(page, grind);
  await page.getByRole('button', { name: 'Open all' }).focus();
  await page.keyboard.press('2');
  await rate(page, bloom, 'Got it');
  expect(await storedEvents(page)).toHaveLength(1);
});

test('ticking the bullets one recalled suggests the rating', { tag: '@js' }, async ({ page }) => {
  await page.goto(places.thirty);
  const first = page.locator('details.question').first();
  await first.locator('> summary').click();
  const ticks = first.getByRole('checkbox', { name: /^Recalled: / });
  await expect(ticks).toHaveCount(2);
  const suggested = first.locator('.suggested');
  await expect(suggested).toHaveText(/Got it/);
  await ticks.first().check();
  await expect(suggested).toHaveText(/Missed/);
  await ticks.last().check();
  await expect(suggested).toHaveText(/Got it/);
  await ticks.last().press('1');
  await expect(page.getByRole('status')).toHaveText('Missed: back in 10 min. Saved.');
  await expect(ticks).toHaveCount(0);
});

test('two windows see each other’s ratings at once', { tag: '@js' }, async ({ page, context }) => {
  const other = await context.newPage();
  await page.goto(places.brewing);
  await other.goto(places.brewing);
  await rate(other, bloom, 'Got it');
  await rate(page, grind, 'Got it');
  await expect(page.locator('.bar')).toContainText('2 of 3 held');
  await expect(other.locator('.bar')).toContainText('2 of 3 held');
});

test('lists of notes and topics show how much is held', { tag: '@js' }, async ({ page }) => {
  await page.goto(places.brewing);
  await rate(page, grind, 'Got it');
  await page.goto(places.home);
  await expect(page.getByRole('listitem').getByRole('link', { name: /Brewing/ })).toContainText(
    '1 of 3 held',
  );
  await expect(page.locator('.topic', { hasText: 'Coffee' }).locator('.head')).toContainText('1 of 5 held');
  await expect(page.getByRole('link', { name: /The bean/ })).toContainText('2 questions');
  await page.goto('2-coffee/');
  await expect(page.getByRole('listitem').getByRole('link', { name: /Brewing/ })).toContainText(
    '1 of 3 held',
  );
});

test('an answer that changed since it was learned says so, and shows what changed', { tag: '@js' }, async ({
  page,
}) => {
  await page.goto(places.brewing);
  await rate(page, bloom, 'Got it');
  await page.route('**/2-coffee/1-brewing/', async (route) => {
    const answer = await route.fetch();
    const body = (await answer.text())
      .replace('The first pour: a little water', 'The first pour: hot water')
      .replace(/(id="what-is-the-bloom"[^>]*data-revision=")[^"]+/, '$1changed1');
    await route.fulfill({ response: answer, body });
  });
  await page.reload();
  const changed = toggle(page, bloom);
  await expect(changed).toHaveAttribute('data-changed', '');
  await summary(page, bloom).click();
  await changed.getByRole('button', { name: 'Show the difference' }).click();
  await expect(changed.locator('.difference del')).toHaveText(' a little');
  await expect(changed.locator('.difference ins')).toHaveText(' hot');
  await changed.getByRole('button', { name: 'Ask me again soon' }).click();
  await expect(changed).not.toHaveAttribute('data-changed');
  await expect(standing(page, bloom)).toHaveText(' (fading, due now)');
  await page.reload();
  await expect(standing(page, bloom)).toHaveText(' (fading, due now)');
  await expect(changed).not.toHaveAttribute('data-changed');
});

/** Keeps the database busy by a tab of its own, as bringing a long history back does, until the returned function is called. */
async function busyDatabase(context: BrowserContext): Promise<() => Promise<void>> {
  const tab = await context.newPage();
  await tab.goto('settings/');
  await tab.evaluate(
    () =>
      new Promise<void>((resolve) => {
        const opening = indexedDB.open('unfold:/');
        opening.onsuccess = () => {
          const log = opening.result.transaction('log', 'readwrite').objectStore('log');
          const look = () => {
            log.count().onsuccess = () => {
              if (document.body.dataset['busy'] !== 'over') look();
            };
            resolve();
          };
          look();
        };
      }),
  );
  return () =>
    tab.evaluate(() => {
      document.body.dataset['busy'] = 'over';
    });
}

test('who leaves while a rating cannot be written yet is asked to stay, and later leaves unasked', {
  tag: ['@js', '@desktop'],
}, async ({ page, context }) => {
  await page.goto(places.brewing);
  const row = await attempt(page, grind);
  const release = await busyDatabase(context);
  await row.getByRole('button', { name: 'Got it' }).click();
  const asked: string[] = [];
  page.on('dialog', (dialog) => {
    asked.push(dialog.type());
    return dialog.dismiss();
  });
  await page.getByRole('link', { name: 'Progress' }).click({ noWaitAfter: true });
  await expect.poll(() => asked).toEqual(['beforeunload']);
  await release();
  await expect(row).toContainText('Saved.');
  await page.getByRole('link', { name: 'Progress' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Progress');
  expect(asked).toHaveLength(1);
  expect(await storedEvents(page)).toHaveLength(1);
});

test('without scripts nothing asks for a rating', { tag: '@no-js' }, async ({ page }) => {
  await page.goto(places.brewing);
  await summary(page, grind).click();
  await expect(page.getByText('As fine as the method is quick')).toBeVisible();
  await expect(page.locator('.rating, .notice')).toHaveCount(1);
  await expect(page.locator('.notice')).toBeHidden();
});

test('ratings in quick succession are one rating, the last', { tag: '@js' }, async ({ page }) => {
  await page.goto(places.brewing);
  await rate(page, grind, 'Got it');
  await summary(page, grind).click();
  const row = await attempt(page, grind);
  await row.evaluate((element) => {
    for (const rating of ['1', '1', '3', '1']) {
      element.querySelector<HTMLButtonElement>(`[data-rate="${rating}"]`)?.click();
    }
  });
  await expect(row).toContainText('Saved.');
  const counting = async () => {
    const events = await storedEvents(page);
    const undone = events.map(({ of }) => of);
    return events.filter(({ t, id }) => t === 'review' && !undone.includes(id)).map(({ rating }) => rating);
  };
  await expect.poll(counting).toEqual([3, 1]);
});
