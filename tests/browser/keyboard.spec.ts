import type { Page } from '@playwright/test';
import { places, summary } from '../support/notes.ts';
import { expect, test } from '../support/test.ts';

test('the first stop skips to the content', async ({ page }) => {
  await page.goto(places.brewing);
  await page.keyboard.press('Tab');
  const skip = page.getByRole('link', { name: /skip/i });
  await expect(skip).toBeFocused();
  await expect(skip).toBeInViewport();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  expect(await page.evaluate(() => document.activeElement?.closest('main') !== null)).toBe(true);
});

test('a question opens and closes with Enter and with Space', async ({ page }) => {
  await page.goto(places.brewing);
  const answer = page.getByText('As fine as the method is quick');
  await summary(page, 'How fine should the coffee be?').focus();
  await page.keyboard.press('Enter');
  await expect(answer).toBeVisible();
  await page.keyboard.press('Space');
  await expect(answer).toBeHidden();
});

test('one can read from topics to an answer and on to the next note without a pointer', async ({ page }) => {
  await page.goto(places.home);
  await tabTo(page, /^Bread/);
  await page.keyboard.press('Enter');
  await tabTo(page, /^Dough/);
  await page.keyboard.press('Enter');
  await tabTo(page, /What does gluten do\?/, 'summary');
  await page.keyboard.press('Enter');
  await expect(page.getByText('It forms a net of proteins')).toBeVisible();
  await tabTo(page, /^Next/i);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Rising and baking');
});

test('whatever has the focus shows it', { tag: '@desktop' }, async ({ page }) => {
  await page.goto(places.rising);
  for (let stop = 0; stop < 200; stop += 1) {
    await page.keyboard.press('Tab');
    const focus = await page.evaluate(() => {
      const element = document.activeElement;
      if (!element || element === document.body) return null;
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element);
      const shown = (outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2) || boxShadow !== 'none';
      return { shown, element: element.outerHTML.slice(0, 120) };
    });
    if (!focus) return;
    expect(focus.shown, focus.element).toBe(true);
  }
  throw new Error('The focus never left the page.');
});

/** Presses Tab until the focus is on the element of that name. */
async function tabTo(page: Page, name: RegExp, tag = 'a'): Promise<void> {
  for (let stop = 0; stop < 100; stop += 1) {
    await page.keyboard.press('Tab');
    const focused = page.locator(`main ${tag}:focus, nav ${tag}:focus`);
    if ((await focused.count()) > 0 && name.test(((await focused.first().textContent()) ?? '').trim()))
      return;
  }
  throw new Error(`Tab never reached ${name}.`);
}
