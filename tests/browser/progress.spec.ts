/** Progress, and the desk on the home and topic pages. */
import type { Page } from '@playwright/test';
import { DAY } from '../../src/core/day.ts';
import { barriers } from '../support/barriers.ts';
import { monthsOf, store } from '../support/months.ts';
import { places } from '../support/notes.ts';
import { rate, storedEvents } from '../support/recall.ts';
import { expect, test } from '../support/test.ts';

const NOON = Date.UTC(2026, 10, 23, 12);
const grind = 'How fine should the coffee be?';

const part = (page: Page, heading: string) =>
  page.locator('section').filter({ has: page.getByRole('heading', { name: heading }) });
const words = (page: Page, heading: string) => part(page, heading).locator('[data-words]');
const rows = (page: Page, heading: string) => part(page, heading).locator('tbody tr');

/** By how many px the page is wider than its window. */
const overhang = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/** Opens the page and waits until it shows all it has to say. */
async function open(page: Page, query = ''): Promise<void> {
  await page.goto(`progress/${query}`);
  await expect(page.locator('study-progress')).toHaveAttribute('data-ready', '');
}

/** Half a year of evenings until the one before, with all cards of the fixture notes but the last four. */
async function study(page: Page): Promise<void> {
  await page.clock.setFixedTime(NOON);
  await page.goto(places.home);
  const ids = await page.evaluate(async () => {
    const decks = ['1-bread', '2-coffee', '3-tea'].map(async (topic) => {
      const deck: { cards: { id: string }[] } = await (await fetch(`decks/${topic}.json`)).json();
      return deck.cards.map(({ id }) => id);
    });
    return (await Promise.all(decks)).flat();
  });
  // The page has made its database once it has looked for a history.
  await open(page);
  const until = NOON - (2 * DAY) / 3;
  await store(page, monthsOf({ cards: ids.slice(0, -4), until, days: 180, newADay: 1, idle: 0.2 }));
}

test('without a history the page says what will be there', { tag: '@js' }, async ({ page }) => {
  await open(page);
  await expect(page.getByText('There is nothing to show yet: you have not rated a question.')).toBeVisible();
  await expect(page.getByRole('heading', { level: 2 })).toHaveCount(0);
  await page.getByRole('main').getByRole('link', { name: 'review' }).click();
  await expect(page).toHaveURL(/\/review\/$/);
});

test('a rating is counted in its topic, in what comes and in the year', { tag: '@js' }, async ({ page }) => {
  await page.clock.setFixedTime(NOON);
  await page.goto(places.brewing);
  await rate(page, grind, 'Got it');
  await page.getByRole('link', { name: 'Progress' }).click();
  await expect(words(page, 'What you hold')).toHaveText(/^1 of \d+ questions held\.$/);
  await expect(page.getByRole('listitem').filter({ hasText: 'Coffee' })).toContainText('1 held · 4 new');
  await expect(words(page, 'The coming 30 days')).toHaveText(
    'Nothing today, 1 within a week, 1 within 30 days, if nothing is reviewed before. New questions are not in it.',
  );
  await expect(words(page, 'The past year')).toHaveText(
    '1 review on 1 day, each counted where and when you gave it.',
  );
  await part(page, 'The coming 30 days').getByText('As a table').click();
  await expect(rows(page, 'The coming 30 days')).toHaveCount(30);
  await expect(rows(page, 'The coming 30 days').nth(2)).toHaveText(/^Wednesday, November 25, 2026\s*1$/);
  await expect(rows(page, 'The past year')).toHaveText([/^Monday, November 23, 2026\s*1$/]);
  await page.getByRole('link', { name: 'Review Coffee' }).click();
  await expect(page).toHaveURL(/\/review\/\?topic=2-coffee$/);
});

test('too few reviews say how many are missing, and no share', { tag: '@js' }, async ({ page }) => {
  await page.clock.setFixedTime(NOON);
  await page.goto(places.brewing);
  await rate(page, grind, 'Got it');
  await open(page, '?exam=2027-01-15');
  await expect(words(page, 'How honest the schedule is')).toHaveText(
    'This is told from 50 reviews of questions that were held: 50 to go. Shares of fewer would say little.',
  );
  await expect(words(page, 'Exam on a date')).toHaveText(
    'This is told from 50 reviews of questions that were held: 50 to go.',
  );
  await expect(part(page, 'Exam on a date').getByText('As a table')).toBeHidden();
});

test('after months predictions stand beside what was recalled', { tag: '@js' }, async ({ page }) => {
  await study(page);
  await open(page);
  await expect(words(page, 'How honest the schedule is')).toHaveText(
    /^\d\d% recalled, \d\d% predicted, in \d{3} reviews of questions that were held\. The schedule can be believed\.$/,
  );
  const told = await words(page, 'How honest the schedule is').textContent();
  await part(page, 'How honest the schedule is').getByText('As a table').click();
  const counts = await rows(page, 'How honest the schedule is').locator('td:nth-child(2)').allTextContents();
  const sum = counts.reduce((all, count) => all + Number(count), 0);
  expect(told).toContain(`in ${sum} reviews`);
});

test('an exam is looked ahead to, from the field and from the address', { tag: '@js' }, async ({ page }) => {
  await study(page);
  await open(page);
  const field = page.getByLabel('Day of the exam');
  await expect(words(page, 'Exam on a date')).toHaveText('');
  await field.fill('2027-01-15');
  await field.blur();
  await expect(page).toHaveURL(/\?exam=2027-01-15$/);
  await expect(words(page, 'Exam on a date')).toHaveText(
    /^Friday, January 15, 2027\. If nothing more is done, \d\d% of \d+ questions will be recalled on that day\. About \d+ minutes? a day for 53 days, with \d+ questions? a day, 1 of them new, would make it 9\d%\.$/,
  );
  const told = await words(page, 'Exam on a date').textContent();
  await expect(rows(page, 'Exam on a date')).toHaveText([/^Bread/, /^Coffee\s*5\s*\d\d%$/, /^Tea/]);
  // This browser keeps the date; another gets it with the address.
  await open(page);
  await expect(field).toHaveValue('2027-01-15');
  expect(await words(page, 'Exam on a date').textContent()).toBe(told);
  await open(page, '?exam=2026-11-22');
  await expect(words(page, 'Exam on a date')).toHaveText('That day is over. Choose one that comes.');
  await open(page, '?exam=%3Cb%3Esoon');
  await expect(words(page, 'Exam on a date')).toHaveText('“<b>soon” is no date. Write it as 2026-12-23.');
  await field.fill('');
  await expect(page).toHaveURL(/\/progress\/$/);
});

test('what is suspended does not come', { tag: '@js' }, async ({ page }) => {
  await page.clock.setFixedTime(NOON);
  await page.goto(places.brewing);
  await rate(page, grind, 'Got it');
  await page.clock.setFixedTime(NOON + 2 * DAY);
  await page.goto('review/');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(grind);
  await page.getByRole('button', { name: 'Suspend' }).click();
  await expect(page.getByRole('heading', { level: 1 })).not.toHaveText(grind);
  // Leaving the page takes back what is not on disk yet.
  await expect.poll(async () => (await storedEvents(page)).length).toBe(2);
  await open(page);
  await expect(words(page, 'The coming 30 days')).toHaveText('Nothing comes back in the coming 30 days.');
  await expect(page.getByText('1 suspended question left out of what comes and of the exam.')).toBeVisible();
  await page.getByRole('link', { name: '1 suspended question' }).click();
  await expect(page.getByRole('button', { name: `Ask again: ${grind}` })).toBeInViewport();
});

test('a rating in another tab is counted here', { tag: ['@js', '@desktop'] }, async ({ page, context }) => {
  await open(page);
  const other = await context.newPage();
  await other.goto(places.brewing);
  await rate(other, grind, 'Got it');
  await expect(words(page, 'What you hold')).toHaveText(/^1 of \d+ questions held\.$/);
});

test('the page fits a window of 320 px, and the year moves by itself', { tag: ['@js', '@desktop'] }, async ({
  page,
}) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await study(page);
  await open(page, '?exam=2027-01-15');
  for (const table of await page.getByText('As a table').all()) await table.click();
  expect(await overhang(page)).toBeLessThanOrEqual(0);
  const year = page.getByRole('group', { name: 'The past year' });
  const shown = await year.evaluate((place) => place.scrollLeft);
  expect(shown).toBeGreaterThan(300);
  await year.focus();
  await page.keyboard.press('ArrowLeft');
  await expect.poll(() => year.evaluate((place) => place.scrollLeft)).toBeLessThan(shown);
});

test('a table is opened by keys', { tag: ['@js', '@desktop'] }, async ({ page }) => {
  await study(page);
  await open(page);
  await page.getByRole('link', { name: 'Review Tea' }).focus();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(rows(page, 'What you hold').last()).toContainText('All');
  await expect(rows(page, 'What you hold').last()).toBeVisible();
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`progress has no barrier that axe knows, in ${colorScheme}`, { tag: '@js' }, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    await open(page);
    expect(await barriers(page)).toEqual([]);
    await study(page);
    await open(page, '?exam=2027-01-15');
    expect(await barriers(page)).toEqual([]);
    for (const table of await page.getByText('As a table').all()) await table.click();
    expect(await barriers(page)).toEqual([]);
  });
}

test('with forced colours the parts of a bar differ', { tag: ['@js', '@desktop'] }, async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active' });
  await study(page);
  await open(page);
  const fills = await page
    .locator('.legend rect')
    .evaluateAll((drawn) => drawn.map((part) => getComputedStyle(part).fill));
  expect(new Set(fills).size).toBe(4);
});

test('without scripts the page says why it is empty', { tag: '@no-js' }, async ({ page }) => {
  await page.goto('progress/');
  await expect(
    page.getByText('Progress needs JavaScript: your history lives in this browser.'),
  ).toBeVisible();
  await expect(page.getByRole('heading', { level: 2 })).toHaveCount(0);
});

test('the desk is empty until something was rated', { tag: '@js' }, async ({ page }) => {
  await page.goto(places.home);
  await expect(page.locator('.desk')).toHaveText('');
});

test('home says what is due, what fades and what to read next, and nothing moves', { tag: '@js' }, async ({
  page,
}) => {
  const topics = page.locator('#_topics');
  await page.clock.setFixedTime(NOON);
  await page.goto(places.home);
  const before = await topics.boundingBox();
  await page.goto(places.brewing);
  await rate(page, grind, 'Got it');
  await page.goto(places.home);
  await expect(page.locator('.desk')).toHaveText('Nothing is due · next to read: Dough');
  await page.clock.setFixedTime(NOON + 2 * DAY);
  await page.goto(places.home);
  await expect(page.locator('.desk')).toHaveText('1 due · fading most: Coffee · next to read: Dough');
  expect(await topics.boundingBox()).toEqual(before);
  await page.locator('.desk').getByRole('link', { name: '1 due' }).click();
  await expect(page).toHaveURL(/\/review\/$/);
});

test('a topic says the same of its notes', { tag: '@js' }, async ({ page }) => {
  await page.clock.setFixedTime(NOON);
  await page.goto(places.brewing);
  await rate(page, grind, 'Got it');
  await page.clock.setFixedTime(NOON + 2 * DAY);
  await page.goto('2-coffee/');
  await expect(page.locator('.desk')).toHaveText('1 due · fading most: Brewing · next to read: Brewing');
  await page.goto(places.topic);
  await expect(page.locator('.desk')).toHaveText('Nothing is due · next to read: Dough');
  await page.goto('2-coffee/');
  await page.locator('.desk').getByRole('link', { name: '1 due' }).click();
  await expect(page).toHaveURL(/\/review\/\?topic=2-coffee$/);
});

test('the masthead fits a window of 320 px with something due', { tag: ['@js', '@desktop'] }, async ({
  page,
}) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await page.clock.setFixedTime(NOON);
  await page.goto(places.brewing);
  await rate(page, grind, 'Got it');
  await page.clock.setFixedTime(NOON + 2 * DAY);
  await page.goto(places.home);
  await expect(page.getByRole('link', { name: 'Review · 1 due' })).toBeVisible();
  expect(await overhang(page)).toBeLessThanOrEqual(0);
  const lines = await page
    .locator('.masthead')
    .locator('.home, nav, nav > a, theme-switch')
    .evaluateAll(
      (parts) => new Set(parts.map((each) => Math.round(each.getBoundingClientRect().bottom / 20))).size,
    );
  expect(lines).toBe(2);
});

test('what is due keeps the colour of memory under a pointer', { tag: ['@js', '@desktop'] }, async ({
  page,
}) => {
  await page.clock.setFixedTime(NOON);
  await page.goto(places.brewing);
  await rate(page, grind, 'Got it');
  await page.clock.setFixedTime(NOON + 2 * DAY);
  await page.goto(places.home);
  for (const name of ['Review · 1 due', '1 due']) {
    const link = page.getByRole('link', { name, exact: true });
    const before = await link.evaluate((each) => getComputedStyle(each).color);
    expect(before).toBe('rgb(11, 107, 93)');
    await link.hover();
    await expect(link).toHaveCSS('color', before);
  }
});
