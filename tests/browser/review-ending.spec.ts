/** The end of a review: what it came to, and where it leads. */
import type { Page } from '@playwright/test';
import { DAY } from '../../src/core/day.ts';
import type { LogEvent, Rating } from '../../src/core/event.ts';
import { barriers } from '../support/barriers.ts';
import { openData } from '../support/history-page.ts';
import { store } from '../support/months.ts';
import { places } from '../support/notes.ts';
import { rate, storedEvents } from '../support/recall.ts';
import { Writer } from '../support/study.ts';
import { expect, test } from '../support/test.ts';

const grind = 'How fine should the coffee be?';
const bitter = 'Why does a fine grind taste bitter in a press?';
const NOON = Date.UTC(2026, 10, 23, 12);

const ending = (page: Page) => page.locator('[data-ending]');
const title = (page: Page) => page.getByRole('heading', { level: 1 });

test.beforeEach(({ page }) => page.clock.setFixedTime(NOON));

/** Lets no new questions into a review. */
async function noNewOnes(page: Page): Promise<void> {
  await page.goto('settings/');
  const field = page.getByLabel('New questions a day');
  await field.fill('0');
  await field.blur();
  await expect(page.getByRole('status')).toHaveText('Saved.');
}

test('a question that comes back in minutes is told in minutes', { tag: '@js' }, async ({ page }) => {
  await page.goto(places.brewing);
  await rate(page, grind, 'Missed');
  await noNewOnes(page);
  await page.goto('review/');
  await expect(title(page)).toHaveText('Nothing is due');
  await expect(ending(page).getByText('The next one comes back in 10 min.')).toBeVisible();
});

test('what comes back next is told of what the address asks for', { tag: ['@js', '@desktop'] }, async ({
  page,
}) => {
  await page.goto(places.brewing);
  await rate(page, grind, 'Got it');
  await noNewOnes(page);
  await page.goto('review/?topic=1-bread');
  await expect(ending(page).locator('.lead')).toHaveText(
    'Read a note, open its questions and say how it went: they come back here.',
  );
  await page.goto('review/?topic=2-coffee');
  await expect(ending(page).locator('.lead')).toHaveText('The next one comes back in 2 days.');
});

test('the last turn is taken back and looked back at by buttons too', { tag: '@js' }, async ({ page }) => {
  await page.goto('review/?topic=2-coffee&n=1');
  await page.getByRole('button', { name: 'Show the answer' }).click();
  await page.getByRole('button', { name: 'Got it' }).click();
  await expect(title(page)).toHaveText('Done');
  await expect(ending(page).getByText('The next one comes back in 2 days.')).toBeVisible();
  await ending(page).getByRole('button', { name: 'Look back' }).click();
  await expect(title(page)).toHaveText(grind);
  await expect(title(page)).toBeFocused();
  await page.getByRole('button', { name: 'Forward' }).click();
  await expect(title(page)).toHaveText('Done');
  await ending(page).getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByRole('status')).toHaveText('Taken back. Question 1 of 1.');
  await expect(page.getByRole('button', { name: 'Got it' })).toBeVisible();
  expect((await storedEvents(page)).map(({ t }) => t).sort()).toEqual(['review', 'undo']);
});

test('what was skipped and put aside is told, and leads to where it is taken back', { tag: '@js' }, async ({
  page,
}) => {
  await page.goto('review/?topic=2-coffee&n=3');
  for (const [turn, name] of ['Suspend', 'Not today', 'Skip'].entries()) {
    await expect(page.getByText(`${turn + 1} of 3`, { exact: true })).toBeVisible();
    await page.getByRole('button', { name, exact: true }).click();
  }
  await expect(title(page)).toHaveText('Done');
  await expect(ending(page).locator('.lead')).toHaveText('1 skipped, 1 put off until tomorrow, 1 suspended.');
  await ending(page).getByRole('link', { name: '1 put off until tomorrow, 1 suspended' }).click();

  const aside = page.locator('[data-aside]');
  await expect(aside.getByRole('heading')).toBeInViewport();
  await expect(aside.getByRole('listitem')).toHaveText([
    `${grind}, suspendedAsk again`,
    `${bitter}, put off until tomorrowAsk again`,
  ]);
  await expect(aside.getByRole('link', { name: grind })).toHaveAttribute(
    'href',
    '/2-coffee/1-brewing/#how-fine-should-the-coffee-be',
  );
  await aside.getByRole('button', { name: `Ask again: ${grind}` }).click();
  await expect(page.getByRole('status')).toHaveText(`It is asked again: ${grind}`);
  await expect(aside.getByRole('button', { name: `Ask again: ${bitter}` })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('status')).toHaveText(`It is asked again: ${bitter}`);
  await expect(aside).toBeHidden();
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  await page.goto('review/?topic=2-coffee');
  await expect(title(page)).toHaveText(grind);
});

test('where all is put aside the review says so', { tag: ['@js', '@desktop'] }, async ({ page }) => {
  await page.goto('review/?topic=2-coffee');
  for (let turn = 1; turn <= 5; turn += 1) {
    await expect(page.getByText(`${turn} of 5`, { exact: true })).toBeVisible();
    await page.getByRole('button', { name: 'Suspend' }).click();
  }
  await expect(title(page)).toHaveText('Done');
  await page.goto('review/?topic=2-coffee');
  await expect(title(page)).toHaveText('Nothing is due');
  await expect(ending(page).locator('.lead')).toHaveText('What there is was put aside.');
  await expect(ending(page).getByRole('link', { name: '5 suspended' })).toBeVisible();
});

/** A question that was missed nine times after it had been learned, and is due. */
async function leech(page: Page): Promise<void> {
  const writer = new Writer('long');
  const card = '2-coffee/1-brewing#how-fine-should-the-coffee-be';
  const give = (rating: Rating, days: number) => writer.review(card, rating, NOON - days * DAY);
  for (let nth = 9; nth > 0; nth -= 1) {
    give(3, nth * 10);
    give(1, nth * 10 - 5);
  }
  give(3, 4);
  await openData(page);
  await store(page, writer.events as LogEvent[]);
}

test('a question that is missed again and again is suspended where that is advised', { tag: '@js' }, async ({
  page,
}) => {
  await leech(page);
  await page.goto('review/?topic=2-coffee&n=1');
  await expect(title(page)).toHaveText(grind);
  await page.keyboard.press(' ');
  await page.keyboard.press('1');
  await page.getByRole('button', { name: 'Not today' }).click();
  await expect(ending(page).getByRole('heading', { name: 'Missed again and again' })).toBeVisible();
  await ending(page)
    .getByRole('button', { name: `Suspend: ${grind}` })
    .click();
  await expect(page.getByRole('status')).toHaveText('You suspended it.');
  const back = ending(page).getByRole('button', { name: `Ask again: ${grind}` });
  await expect(back).toBeFocused();
  expect(await barriers(page)).toEqual([]);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('status')).toHaveText(`It is asked again: ${grind}`);
  const said = (await storedEvents(page)).filter(({ name }) => name === 'suspend');
  expect(said.map(({ value }) => value)).toEqual([true, false]);
});

test('the weak ones are led to only where there are some', { tag: ['@js', '@desktop'] }, async ({ page }) => {
  await page.goto('review/?topic=2-coffee&n=1');
  await page.getByRole('button', { name: 'Skip' }).click();
  await expect(ending(page).getByRole('link', { name: 'Cram up to 20, without a trace' })).toBeVisible();
  await expect(ending(page).getByRole('link', { name: 'The weak ones' })).toHaveCount(0);
  await leech(page);
  await page.goto('review/?topic=2-coffee&n=1&state=new');
  await page.getByRole('button', { name: 'Skip' }).click();
  await ending(page).getByRole('link', { name: 'The weak ones' }).click();
  await expect(title(page)).toHaveText(grind);
});
