/** What a learner may choose about when questions come back. */
import { barriers } from '../support/barriers.ts';
import { places } from '../support/notes.ts';
import { attempt, rate, storedEvents } from '../support/recall.ts';
import { expect, test } from '../support/test.ts';

const grind = 'How fine should the coffee be?';

test('the home page leads to the settings', { tag: '@js' }, async ({ page }) => {
  await page.goto(places.home);
  await page.getByRole('link', { name: 'Settings' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Settings');
  await expect(page.getByLabel('Recall to aim for')).toHaveValue('90');
});

test('a setting is saved, counts at once and comes back', { tag: '@js' }, async ({ page }) => {
  await page.goto('settings/');
  await page.getByLabel('Recall to aim for').fill('70');
  await page.getByLabel('Recall to aim for').blur();
  await expect(page.getByRole('status')).toHaveText('Saved.');
  await page.getByLabel('Four ratings').check();
  await expect
    .poll(async () => (await storedEvents(page)).map(({ name, value }) => [name, value]))
    .toEqual([
      ['retention', 0.7],
      ['fourRatings', true],
    ]);
  await page.goto(places.brewing);
  const row = await attempt(page, grind);
  await expect(row.getByRole('button', { name: 'Easy' })).toHaveText(/2\.5 months/);
  await page.goto('settings/');
  await expect(page.getByLabel('Recall to aim for')).toHaveValue('70');
  await expect(page.getByLabel('Four ratings')).toBeChecked();
});

test('a setting out of range is not taken', { tag: '@js' }, async ({ page }) => {
  await page.goto('settings/');
  await page.getByLabel('A day begins at').fill('24');
  await page.getByLabel('A day begins at').blur();
  await page.getByLabel('New questions a day').fill('5');
  await page.getByLabel('New questions a day').blur();
  await expect(page.getByRole('status')).toHaveText('Saved.');
  expect((await storedEvents(page)).map(({ name, value }) => [name, value])).toEqual([['newCards', 5]]);
});

test('a day that begins later makes an early rating belong to the day before', { tag: '@js' }, async ({
  page,
}) => {
  await page.clock.setFixedTime('2026-11-23T05:00:00Z');
  await page.goto(places.brewing);
  await rate(page, grind, 'Got it');
  await page.goto('settings/');
  await page.getByLabel('A day begins at').fill('6');
  await page.getByLabel('A day begins at').blur();
  await expect(page.getByRole('status')).toHaveText('Saved.');
  await page.clock.setFixedTime('2026-11-24T06:30:00Z');
  await page.goto(places.brewing);
  await expect(page.locator('.bar')).toContainText('0 of 3 held');
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`the settings have no barrier that axe knows, in ${colorScheme}`, { tag: '@js' }, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    await page.goto('settings/');
    await expect(page.getByLabel('Recall to aim for')).toHaveValue('90');
    expect(await barriers(page)).toEqual([]);
  });
}

test('without scripts the settings say why they are not there', { tag: '@no-js' }, async ({ page }) => {
  await page.goto('settings/');
  await expect(page.getByText('Settings need JavaScript: your history lives in this browser.')).toBeVisible();
});
