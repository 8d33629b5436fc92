import { aid, names, places } from '../support/aids.ts';
import { barriers } from '../support/barriers.ts';
import { expect, test } from '../support/test.ts';

test.use({ baseURL: ({ served }, use) => use(served.course) });

test('every aid says what its numbers rest on, and from when they are', async ({ page }) => {
  await page.goto(places.compute);
  await expect(aid(page, names.size)).toContainText(/prices of us-east-1 as of\s+\w+ 2026/);
  await expect(aid(page, names.breakEven)).toContainText(/EC2 as of\s+\w+ 2026/);
  await expect(aid(page, names.compute)).toContainText('checked November 2026');
  await page.goto(places.storage);
  await expect(aid(page, names.storage)).toContainText('checked November 2026');
  await page.goto(places.rolling);
  await expect(aid(page, names.rolling)).toContainText('checked November 2026');
});

test('only notes with an aid load what aids need', { tag: '@desktop' }, async ({ page }) => {
  const requests: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  await page.goto(places.none, { waitUntil: 'load' });
  expect(requests.filter((url) => /aid|chooser|picker|deployment|breakeven/i.test(url))).toEqual([]);
  expect(requests.length).toBeLessThanOrEqual(6);
});

test('where nothing runs there are no controls, only tables', { tag: '@no-js' }, async ({ page }) => {
  for (const place of [places.compute, places.storage, places.rolling]) {
    await page.goto(place);
    const aids = page.locator('.aid');
    await expect(aids.getByText(/An example|Ask from the top/).first()).toBeVisible();
    for (const control of await aids.locator('input, select, summary').all()) {
      await expect(control).toBeHidden();
    }
  }
});

test('an aid can be used with the keys alone', { tag: ['@js', '@desktop'] }, async ({ page }) => {
  await page.goto(places.rolling);
  const rolling = aid(page, names.rolling);
  await rolling.getByLabel('Desired tasks').focus();
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type('1');
  await page.keyboard.press('Tab');
  await page.keyboard.type('100');
  await page.keyboard.press('Tab');
  await page.keyboard.type('150');
  await expect(rolling.getByRole('status')).toContainText('Stuck');
  for (const label of ['Seconds to start', 'Seconds to drain', 'New tasks fail']) {
    await page.keyboard.press('Tab');
    await expect(rolling.getByLabel(label)).toBeFocused();
  }
  await page.keyboard.press('Space');
  await expect(rolling.getByLabel('New tasks fail')).toBeChecked();
});

test('opening all answers leaves the prices of an aid folded', { tag: '@js' }, async ({ page }) => {
  await page.goto(places.compute);
  await page.getByRole('button', { name: 'Open all' }).click();
  await expect(aid(page, names.size).getByLabel('A vCPU-hour', { exact: true })).toBeHidden();
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`aids have no barrier that axe knows, in ${colorScheme}`, { tag: '@js' }, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    for (const place of [places.compute, places.storage, places.rolling, 'help/']) {
      await page.goto(place);
      expect(await barriers(page), place).toEqual([]);
    }
  });
}

test('aids are never wider than the window', { tag: '@phone' }, async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 700 });
  for (const place of [places.compute, places.storage, places.rolling, 'help/']) {
    await page.goto(place);
    const excess = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(excess, place).toBeLessThanOrEqual(0);
  }
});

test('the home page leads to how to use the notes, and that page leads back', async ({ page, served }) => {
  for (const home of [served.notes, served.below]) {
    await page.goto(home);
    await page.getByRole('link', { name: 'How to use these notes' }).click();
    await expect(page).toHaveURL(`${home}help/`);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('How to use these notes');
    await page.getByRole('link', { name: 'Back to the topics' }).click();
    await expect(page).toHaveURL(home);
  }
});
