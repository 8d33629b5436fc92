/** A schedule fitted to the learner: offered on the page of progress, told in the settings, and taken back. */
import type { Page } from '@playwright/test';
import { DAY } from '../../src/core/day.ts';
import type { LogEvent } from '../../src/core/event.ts';
import { USUAL } from '../../src/core/schedule.ts';
import { barriers } from '../support/barriers.ts';
import { monthsOf, store } from '../support/months.ts';
import { places } from '../support/notes.ts';
import { attempt, storedEvents } from '../support/recall.ts';
import { expect, test } from '../support/test.ts';

const NOON = Date.UTC(2026, 10, 23, 12);
const TODAY = 'Monday, November 23, 2026';
const grind = 'How fine should the coffee be?';
const cards = Array.from({ length: 500 }, (_, n) => `9-other/note#${n}`);

const section = (page: Page) =>
  page.locator('section').filter({ has: page.getByRole('heading', { name: 'A schedule fitted to you' }) });
const words = (page: Page) => section(page).getByRole('status');
const press = (page: Page, name: string) => page.getByRole('button', { name }).click();
const honesty = (page: Page) => page.locator('[data-part="honesty"] [data-words]');
/** The parameters in the history, the earliest first. */
const fits = async (page: Page) =>
  (await storedEvents(page))
    .filter(({ name }) => name === 'parameters')
    .sort((one, other) => Number(one['at']) - Number(other['at']))
    .map(({ value }) => value);

async function open(page: Page): Promise<void> {
  await page.goto('progress/');
  await expect(page.locator('study-progress')).toHaveAttribute('data-ready', '');
}

/** Opens the page with so many days of a learner who forgets three times as fast as the schedule thinks. */
async function study(page: Page, days: number, more: LogEvent[] = [], base = '/'): Promise<void> {
  await page.clock.setFixedTime(NOON);
  // The page has made its database once it has looked for a history.
  await open(page);
  const months = monthsOf({ cards, until: NOON - (2 * DAY) / 3, days, newADay: 4, fading: 3 });
  await store(page, [...months, ...more], base);
  await open(page);
}

const remark = (value: string | null): LogEvent => ({
  v: 1,
  id: 'elsewhere-1',
  t: 'note',
  at: NOON - DAY / 24,
  tz: 0,
  card: null,
  name: 'parameters',
  value,
});

test('too few reviews say what a fit takes, and offer nothing', { tag: '@js' }, async ({ page }) => {
  await study(page, 15);
  await expect(words(page)).toHaveText(
    /^When you have given 400 reviews on a later day than the one before, on 20 days, the schedule can be fitted to your memory\. So far there are \d\d, on 1\d days\.$/,
  );
  await expect(section(page).getByRole('button')).toHaveCount(0);
});

test('a fit shows what would change, is written on a yes only, and is taken back', { tag: '@js' }, async ({
  page,
}) => {
  await study(page, 80);
  await expect(words(page)).toHaveText(
    /^The usual schedule takes your memory for that of people on average\. From your \d,\d{3} reviews it can learn how you remember\. That happens in this browser, and changes nothing until you say so\.$/,
  );
  const before = await honesty(page).textContent();
  expect(before).toMatch(/You recall less than it predicts/);
  await press(page, 'See what would change');
  await expect(words(page)).toHaveText(
    /^Tried on your latest \d+ reviews, which it had not seen, the fitted schedule came closer to what you recalled\. It asks more often, because you forget sooner than was thought\.$/,
  );
  const cells = await section(page).locator('tbody td').allTextContents();
  const [predicted = 0, fitted = 0, recalled = 0, , asked = 0, asks = 0] = cells.map(Number.parseFloat);
  expect(cells).toHaveLength(6);
  expect(Math.abs(fitted - recalled)).toBeLessThan(Math.abs(predicted - recalled));
  expect(asks).toBeGreaterThan(asked);
  expect(await fits(page)).toEqual([]);
  await press(page, 'Leave it as it is');
  await expect(words(page)).toContainText('changes nothing until you say so.');
  expect(await fits(page)).toEqual([]);

  await press(page, 'See what would change');
  await press(page, 'Use the fitted schedule');
  await expect(words(page)).toHaveText(`The schedule is fitted to you since ${TODAY}.`);
  const [text] = await fits(page);
  expect(String(text).split(' ')).toHaveLength(21);
  await expect(honesty(page)).not.toHaveText(before ?? '');
  await expect(honesty(page)).toContainText('The schedule can be believed.');
  await open(page);
  await expect(words(page)).toHaveText(`The schedule is fitted to you since ${TODAY}.`);

  await press(page, 'Back to the usual schedule');
  await expect(words(page)).toContainText(
    'The usual schedule takes your memory for that of people on average.',
  );
  await expect(honesty(page)).toHaveText(before ?? '');
  expect(await fits(page)).toEqual([text, null]);
});

test('a fit that is stopped changes nothing', { tag: ['@js', '@desktop'] }, async ({ page }) => {
  // A worker that never answers leaves all the time to stop it.
  await page.route('**/fit-worker*', (route) =>
    route.fulfill({ contentType: 'text/javascript', body: 'postMessage({ share: 0.5 });' }),
  );
  await study(page, 80);
  await press(page, 'See what would change');
  await expect(words(page)).toHaveText('Fitting the schedule to your reviews …');
  await expect(
    page.getByRole('progressbar', { name: 'Fitting the schedule to your reviews' }),
  ).toHaveAttribute('value', '0.5');
  await press(page, 'Cancel');
  await expect(words(page)).toContainText('Stopped; nothing has changed.');
  await expect(page.getByRole('button', { name: 'See what would change' })).toBeFocused();
  expect(await fits(page)).toEqual([]);
});

test('a fit that fails says so, and can be tried again', { tag: ['@js', '@desktop'] }, async ({ page }) => {
  await page.route('**/fit-worker*', (route) =>
    route.fulfill({ contentType: 'text/javascript', body: 'throw new Error("no room");' }),
  );
  await study(page, 80);
  await press(page, 'See what would change');
  await expect(words(page)).toContainText(
    'The schedule could not be fitted (Uncaught Error: no room); nothing has changed. Reload the page and try again.',
  );
  await page.unroute('**/fit-worker*');
  await press(page, 'See what would change');
  await expect(words(page)).toContainText('Tried on your latest');
});

test('below a path the worker is found too, and the schedule of a note follows', {
  tag: ['@js', '@desktop'],
}, async ({ page, served }) => {
  await page.clock.setFixedTime(NOON);
  await page.goto(`${served.below}progress/`);
  await expect(page.locator('study-progress')).toHaveAttribute('data-ready', '');
  const months = monthsOf({ cards, until: NOON - (2 * DAY) / 3, days: 80, newADay: 4, fading: 3 });
  await store(page, months, '/a/b/');
  await page.reload();
  await press(page, 'See what would change');
  await press(page, 'Use the fitted schedule');
  await expect(words(page)).toContainText('fitted to you');
  await page.goto(`${served.below}${places.brewing}`);
  const row = await attempt(page, grind);
  await expect(row.getByRole('button', { name: 'Got it' })).toHaveText(/1 day/);
});

test('keys alone fit the schedule and take it back', { tag: ['@js', '@desktop'] }, async ({ page }) => {
  await study(page, 80);
  const button = (name: string) => page.getByRole('button', { name });
  await button('See what would change').focus();
  await page.keyboard.press('Enter');
  await expect(button('Use the fitted schedule')).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(button('Leave it as it is')).toBeFocused();
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Space');
  await expect(button('Back to the usual schedule')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(button('See what would change')).toBeFocused();
});

test('the settings tell of a fitted schedule and take it back', { tag: '@js' }, async ({ page }) => {
  const fitted = USUAL.map((value, n) => (n < 4 ? value / 2 : value)).join(' ');
  await study(page, 5, [remark(fitted)]);
  await page.goto('settings/');
  await expect(page.getByText(`The schedule is fitted to you since ${TODAY}.`)).toBeVisible();
  await press(page, 'Back to the usual schedule');
  await expect(page.getByRole('status')).toHaveText('Saved.');
  await expect(page.getByText('The schedule is the usual one.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Back to the usual schedule' })).toBeHidden();
  expect(await fits(page)).toEqual([fitted, null]);
});

test('parameters that nobody can read are passed over, and the settings say so', { tag: '@js' }, async ({
  page,
}) => {
  await study(page, 5, [remark(USUAL.map(() => 1e9).join(' '))]);
  await expect(section(page)).not.toContainText('fitted to you since');
  await page.goto('settings/');
  await expect(
    page.getByText(
      'The schedule is the usual one. Your history has a fitted schedule that cannot be read here; it is passed over.',
    ),
  ).toBeVisible();
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`a fit has no barrier that axe knows, in ${colorScheme}`, { tag: '@js' }, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    await study(page, 80);
    expect(await barriers(page)).toEqual([]);
    await press(page, 'See what would change');
    await expect(page.getByRole('button', { name: 'Use the fitted schedule' })).toBeVisible();
    expect(await barriers(page)).toEqual([]);
    await press(page, 'Use the fitted schedule');
    await expect(words(page)).toContainText('fitted to you');
    await page.goto('settings/');
    await expect(page.getByRole('button', { name: 'Back to the usual schedule' })).toBeVisible();
    expect(await barriers(page)).toEqual([]);
  });
}

test('what a fit would change fits a window of 320 px', { tag: ['@js', '@desktop'] }, async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await study(page, 80);
  await press(page, 'See what would change');
  await expect(page.getByRole('button', { name: 'Use the fitted schedule' })).toBeVisible();
  const overhang = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overhang).toBeLessThanOrEqual(0);
});
