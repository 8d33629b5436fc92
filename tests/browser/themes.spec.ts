import type { Page } from '@playwright/test';
import { places } from '../support/notes.ts';
import { expect, test } from '../support/test.ts';

test('the page follows the system', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'light' });
  await page.goto(places.brewing);
  expect(lightness(await paper(page))).toBeGreaterThan(200);
  await page.emulateMedia({ colorScheme: 'dark' });
  expect(lightness(await paper(page))).toBeLessThan(60);
});

test('the switch is kept on the next page and the next visit', { tag: '@js' }, async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'light' });
  await page.goto(places.brewing);
  await chooseDark(page);
  expect(lightness(await paper(page))).toBeLessThan(60);
  await page.goto(places.dough);
  expect(lightness(await paper(page))).toBeLessThan(60);
  await page.reload();
  expect(lightness(await paper(page))).toBeLessThan(60);
});

test('the switch names the other theme, and nothing moves when that changes', { tag: '@js' }, async ({
  page,
}) => {
  await page.emulateMedia({ colorScheme: 'light' });
  await page.goto(places.brewing);
  const parts = page.locator('.masthead a, theme-switch button');
  const boxes = () => parts.evaluateAll((all) => all.map((each) => each.getBoundingClientRect().toJSON()));
  const before = await boxes();
  const theme = page.locator('theme-switch button');
  await expect(theme).toHaveAccessibleName('Dark theme');
  await theme.click();
  await expect(theme).toHaveAccessibleName('Light theme');
  expect(await boxes()).toEqual(before);
  await theme.click();
  await expect(theme).toHaveAccessibleName('Dark theme');
  await page.emulateMedia({ colorScheme: 'dark' });
  await expect(theme).toHaveAccessibleName('Light theme');
  expect(await boxes()).toEqual(before);
});

test('a stored choice is there before the first paint', { tag: '@js' }, async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'light' });
  await page.goto(places.brewing);
  await chooseDark(page);
  // Frames from the first on: what the page would have shown at each.
  await page.addInitScript(() => {
    const papers: string[] = [];
    Reflect.set(globalThis, 'papers', papers);
    const look = () => {
      if (document.body) papers.push(getComputedStyle(document.documentElement).backgroundColor);
      if (papers.length < 20) requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
  await page.goto(places.dough);
  await page.waitForFunction(() => Reflect.get(globalThis, 'papers').length >= 20);
  const papers = (await page.evaluate(() => Reflect.get(globalThis, 'papers'))) as string[];
  expect(new Set(papers).size).toBe(1);
  expect(lightness(papers[0] ?? '')).toBeLessThan(60);
});

test('motion is none when the reader asks for none', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.goto(places.brewing);
  const moving = await page.evaluate(
    () =>
      [...document.querySelectorAll('*')].filter((element) => {
        const { transitionDuration, animationDuration } = getComputedStyle(element);
        return [transitionDuration, animationDuration].some((value) =>
          value.split(',').some((each) => Number.parseFloat(each) > 0.01),
        );
      }).length,
  );
  expect(moving).toBe(0);
});

async function chooseDark(page: Page): Promise<void> {
  await page.getByRole('button', { name: /theme|dark/i }).click();
}

function paper(page: Page): Promise<string> {
  return page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
}

/** 0 for black, 255 for white. */
function lightness(colour: string): number {
  const [red = 0, green = 0, blue = 0] = (colour.match(/\d+(\.\d+)?/g) ?? []).map(Number);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

test('a browser without light-dark() shows black on white, whatever the system prefers', async ({ page }) => {
  await page.route('**/*.css', async (route) => {
    const response = await route.fetch();
    const body = (await response.text()).replaceAll('light-dark(', 'unknown(');
    await route.fulfill({ response, body });
  });
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.goto(places.dough);
  const shown = await page.evaluate(() => {
    const { color, backgroundColor, colorScheme } = getComputedStyle(document.documentElement);
    return { color, backgroundColor, colorScheme };
  });
  // Nothing is painted on the ground that goes with the scheme.
  expect(shown).toEqual({
    color: 'rgb(0, 0, 0)',
    backgroundColor: 'rgba(0, 0, 0, 0)',
    colorScheme: 'light',
  });
});
