/** Recall for everyone, and when storage fails. */
import { barriers } from '../support/barriers.ts';
import { places, summary } from '../support/notes.ts';
import { attempt, rate, ratingRow, standing } from '../support/recall.ts';
import { expect, test } from '../support/test.ts';

const grind = 'How fine should the coffee be?';
const bloom = 'What is the bloom?';

for (const colorScheme of ['light', 'dark'] as const) {
  test(`rating has no barrier that axe knows, in ${colorScheme}`, { tag: '@js' }, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    await page.goto(places.thirty);
    await page.locator('details.question').nth(2).locator('> summary').click();
    await page.goto(places.brewing);
    await rate(page, grind, 'Missed');
    await (await attempt(page, bloom)).getByRole('button', { name: 'Four ratings' }).click();
    await expect(ratingRow(page, bloom).getByRole('button', { name: 'Hard' })).toBeVisible();
    expect(await barriers(page)).toEqual([]);
    await page.goto(places.thirty);
    const third = page.locator('details.question').nth(2);
    await third.locator('> summary').click();
    await third.getByRole('checkbox').first().check();
    expect(await barriers(page)).toEqual([]);
  });
}

test('what a mark says is in the name of its question', { tag: ['@js', '@desktop'] }, async ({ page }) => {
  await page.goto(places.brewing);
  await rate(page, grind, 'Got it');
  await expect(standing(page, grind)).toHaveText(' (held, due in 2 days)');
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  const names = nodes
    .filter(({ role }) => role?.value === 'DisclosureTriangle')
    .map(({ name }) => name?.value);
  expect(names).toContain('1 How fine should the coffee be? (held, due in 2 days)');
});

test('with forced colours marks are words that can be seen', { tag: '@js' }, async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active' });
  await page.goto(places.brewing);
  await rate(page, grind, 'Got it');
  const box = await standing(page, grind).boundingBox();
  expect(box?.width ?? 0).toBeGreaterThan(100);
});

test('paper shows no controls of recall', { tag: '@js' }, async ({ page }) => {
  await page.goto(places.brewing);
  await rate(page, grind, 'Got it');
  await page.emulateMedia({ media: 'print' });
  await expect(ratingRow(page, grind).getByRole('button').first()).toBeHidden();
  await expect(standing(page, grind)).toBeHidden();
  await expect(page.getByText('As fine as the method is quick')).toBeVisible();
});

const refusals = {
  missing: "Object.defineProperty(window, 'indexedDB', { value: undefined });",
  refused:
    "Object.defineProperty(window, 'indexedDB', { get() { throw new DOMException('no', 'SecurityError'); } });",
};
const words = {
  missing:
    'Not saved: this browser has no storage for websites. Kept in this window and tried again while it is open: 1.',
  refused:
    'Not saved: the browser stores nothing for this site, as in a private window. Kept in this window and tried again while it is open: 1.',
};

for (const reason of ['missing', 'refused'] as const) {
  test(`a browser whose storage is ${reason} says so and keeps the rating in the window`, {
    tag: '@js',
  }, async ({ page }) => {
    await page.addInitScript(refusals[reason]);
    await page.addInitScript("Object.defineProperty(window, 'caches', { value: undefined });");
    await page.goto(places.brewing);
    const row = await attempt(page, grind);
    await row.getByRole('button', { name: 'Got it' }).click();
    await expect(row).toContainText('Not saved yet.');
    await expect(page.locator('[data-storage]')).toHaveText(words[reason]);
    await expect(standing(page, grind)).toHaveText(' (held, due in 2 days)');
    await summary(page, grind).click();
    expect(await barriers(page)).toEqual([]);
  });
}

test('a clock that is beyond all sense loses no rating', { tag: '@js' }, async ({ page }) => {
  await page.clock.setFixedTime('1980-01-01T00:00:00Z');
  await page.goto(places.brewing);
  await rate(page, grind, 'Got it');
  await page.reload();
  await page.clock.setFixedTime('2026-11-23T12:00:00Z');
  await page.reload();
  await expect(standing(page, grind)).toHaveText(' (fading, due now)');
});
