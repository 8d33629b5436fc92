/** The page of the history beside its copies: what is kept, what is gone, beginning again, and its manners. */
import { DAY } from '../../src/core/day.ts';
import { barriers } from '../support/barriers.ts';
import { choose, download, openData, plan } from '../support/history-page.ts';
import { monthsOf, store } from '../support/months.ts';
import { places } from '../support/notes.ts';
import { rate, standing, storedEvents } from '../support/recall.ts';
import { expect, test } from '../support/test.ts';

const grind = 'How fine should the coffee be?';

test.beforeEach(({ page }) => page.clock.setFixedTime('2026-11-23T12:00:00Z'));

test('a topic begins again at a yes, and is taken back with everything it had', { tag: '@js' }, async ({
  page,
}) => {
  await page.goto(places.brewing);
  await rate(page, grind, 'Got it');
  await openData(page);
  await page.getByLabel('Topic', { exact: true }).selectOption('Coffee');
  await page.getByRole('button', { name: 'Begin again …' }).click();
  const sure = page.locator('[data-sure]');
  await expect(sure).toBeFocused();
  await expect(sure).toContainText('1 question of Coffee would count as never reviewed from now on.');
  await sure.getByRole('button', { name: 'Begin again' }).click();
  await expect(page.getByRole('status')).toHaveText(
    'You begin again with Coffee. You can take it back below.',
  );
  await page.goto(places.brewing);
  await expect(page.locator('.bar')).not.toContainText('held');
  await openData(page);
  await expect(page.locator('[data-resets]').getByRole('listitem')).toContainText([
    'Coffee, 1 question, November 23, 2026',
  ]);
  await page.getByRole('button', { name: 'Take it back: Coffee' }).click();
  await expect(page.getByRole('status')).toHaveText('Coffee is as it was, with all its reviews.');
  await page.goto(places.brewing);
  await expect(standing(page, grind)).toHaveText(' (held, due in 2 days)');
});

test('a topic of which nothing was reviewed has nothing to begin again with', {
  tag: ['@js', '@desktop'],
}, async ({ page }) => {
  await openData(page);
  await page.getByLabel('Topic', { exact: true }).selectOption('Coffee');
  await page.getByRole('button', { name: 'Begin again …' }).click();
  await expect(page.getByRole('status')).toHaveText('Nothing of Coffee was reviewed since it began.');
});

test('questions that the notes no longer have are listed and kept', { tag: ['@js', '@desktop'] }, async ({
  page,
}) => {
  await openData(page);
  const until = Date.UTC(2026, 10, 22, 12);
  await store(page, monthsOf({ cards: ['old/note#gone'], until, days: 3, newADay: 1, seed: 2 }));
  const kept = await storedEvents(page);
  await openData(page);
  await expect(page.locator('[data-gone]').getByRole('listitem')).toHaveText([
    /^old\/note#gone, \d+ reviews?$/,
  ]);
  expect(await storedEvents(page)).toEqual(kept);
});

test('a question that the notes no longer have is due nowhere', { tag: ['@js', '@desktop'] }, async ({
  page,
}) => {
  await openData(page);
  const until = Date.UTC(2026, 10, 1, 12);
  await store(page, monthsOf({ cards: ['old/note#gone'], until, days: 3, newADay: 1, seed: 2 }));
  const due = page.getByRole('link', { name: /^Review/ });
  await page.goto(places.brewing);
  // Nobody has looked yet.
  await expect(due).toHaveText('Review · 1 due');
  await page.goto(places.home);
  await expect(page.locator('.desk')).toContainText('Nothing is due');
  await expect(due).toHaveText('Review');
  await page.goto(places.brewing);
  await rate(page, grind, 'Got it');
  await page.clock.setFixedTime('2026-11-26T12:00:00Z');
  await page.goto(places.brewing);
  await expect(due).toHaveText('Review · 1 due');
});

test('after fifty reviews, or seven days, the page presses for a copy', { tag: ['@js', '@desktop'] }, async ({
  page,
}) => {
  await page.goto(places.brewing);
  await rate(page, grind, 'Got it');
  await openData(page);
  await expect(page.locator('[data-downloads]')).not.toHaveClass('pressing');
  await page.clock.setFixedTime(Date.UTC(2026, 10, 23, 12) + 8 * DAY);
  await openData(page);
  await expect(page.locator('[data-downloads]')).toHaveClass('pressing');
  await download(page);
  await expect(page.locator('[data-downloads]')).not.toHaveClass('pressing');
});

test('the home page says when it is time for a copy, and leads to it', { tag: ['@js', '@desktop'] }, async ({
  page,
}) => {
  await page.goto(places.brewing);
  await rate(page, grind, 'Got it');
  await page.clock.setFixedTime(Date.UTC(2026, 10, 23, 12) + 8 * DAY);
  await page.goto(places.home);
  await page.locator('.desk').getByRole('link', { name: '1 review in no copy yet' }).click();
  await download(page);
  await page.goto(places.home);
  await expect(page.locator('.desk')).toHaveText('1 due · fading most: Coffee · next to read: Dough');
});

test('the end of a review says when it is time for a copy, and leads to it', {
  tag: ['@js', '@desktop'],
}, async ({ page }) => {
  await page.goto(places.brewing);
  await rate(page, grind, 'Got it');
  await page.clock.setFixedTime(Date.UTC(2026, 10, 23, 12) + 8 * DAY);
  await page.goto('review/?state=missed');
  await page.getByRole('link', { name: '1 review in no copy yet' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Your history');
});

test('the browser is asked for its promise by a button, and what it says is told', {
  tag: ['@js', '@desktop'],
}, async ({ page }) => {
  await page.addInitScript(() => {
    let promised = false;
    Object.assign(navigator.storage, {
      persisted: () => Promise.resolve(promised),
      persist: () => {
        promised = true;
        return Promise.resolve(true);
      },
    });
  });
  await openData(page);
  await expect(page.locator('[data-promise]')).toHaveText(
    'The browser has not promised to keep it: when room gets scarce it may delete it.',
  );
  await page.getByRole('button', { name: 'Ask the browser to keep it' }).click();
  await expect(page.getByRole('status')).toHaveText('The browser keeps it from now on.');
  await expect(page.locator('[data-promise]')).toHaveText(
    'The browser has promised to keep it until you delete it yourself.',
  );
  await expect(page.getByRole('button', { name: 'Ask the browser to keep it' })).toBeHidden();
});

test('all of it is done by keyboard alone', { tag: ['@js', '@desktop'] }, async ({ page }) => {
  await page.goto(places.brewing);
  await rate(page, grind, 'Got it');
  await openData(page);
  const reach = async (name: string) => {
    const button = page.getByRole('button', { name, exact: true });
    for (let press = 0; press < 40; press += 1) {
      if (await button.evaluate((element) => element === document.activeElement)) return;
      await page.keyboard.press('Tab');
    }
    throw new Error(`Tab does not reach ${name}.`);
  };
  await reach('Make a link');
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('The link')).toBeFocused();
  await reach('Begin again …');
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.type('Coffee');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await reach('Begin again');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('status')).toHaveText(
    'You begin again with Coffee. You can take it back below.',
  );
  await reach('Take it back: Coffee');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('status')).toHaveText('Coffee is as it was, with all its reviews.');
  await expect(page.getByLabel('Topic', { exact: true })).toBeFocused();
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`the page has no barrier that axe knows, in ${colorScheme}`, { tag: '@js' }, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    await openData(page);
    await choose(
      page,
      '{"format":"unfold-history","version":1,"site":"x","created":"?","count":9}\nbroken\n',
    );
    await expect(plan(page)).toBeVisible();
    await page.getByRole('button', { name: 'Make a link' }).click();
    await expect(page.getByLabel('The link')).toBeVisible();
    expect(await barriers(page)).toEqual([]);
  });
}

test('without scripts the page says why it is empty, and where a history lives', { tag: '@no-js' }, async ({
  page,
}) => {
  await page.goto('data/');
  await expect(
    page.getByText(
      'Your history needs JavaScript: it lives in this browser. Every note can be read without.',
    ),
  ).toBeVisible();
  await expect(page.getByRole('heading', { level: 2 })).toHaveText(['Where it lives, and when it goes']);
});
