/** A note of five hundred questions: only what is near the window is laid out, and a reader notices nothing of it. */
import type { Locator, Page } from '@playwright/test';
import { expect, test } from '../support/test.ts';

const MANY = 500;
const once = { tag: ['@js', '@desktop'] };

let note: string;

test.beforeEach(({ served }) => {
  note = `${served.crowded}7-many/1-many/`;
});

/** What is said of the questions. */
async function saidOfQuestions(page: Page): Promise<string[]> {
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  return nodes
    .filter(({ role }) => role?.value === 'DisclosureTriangle')
    .map(({ name }) => String(name?.value))
    .filter((name) => name.includes('Why does'));
}

test('questions near the window are laid out, and no others', once, async ({ page }) => {
  await page.goto(note);
  const places = await page
    .locator('.question > summary')
    .evaluateAll((all) =>
      all
        .filter((each) => each.checkVisibility({ contentVisibilityAuto: true }))
        .map((each) => each.getBoundingClientRect().top / innerHeight),
    );
  expect(places.length).toBeGreaterThan(10);
  // A browser counts one and a half windows below as near; the last of them may begin just there.
  expect(Math.max(...places)).toBeLessThanOrEqual(2.5);
});

test('every question is there for those who hear the page', once, async ({ browser, launchOptions }) => {
  // As where a screen reader runs.
  const args = [...(launchOptions.args ?? []), '--force-renderer-accessibility'];
  const hearing = await browser.browserType().launch({ ...launchOptions, args });
  const page = await hearing.newPage();
  await page.goto(note);
  expect(await saidOfQuestions(page)).toHaveLength(MANY);
  await hearing.close();
});

test('a link to a question far below leads to it, and so does one back up', async ({ page }) => {
  const ids = await idsOf(page);
  for (const place of [400, 120, 499]) {
    const id = ids[place] ?? '';
    await page.goto('about:blank');
    await page.goto(`${note}#${id}`);
    const question = page.locator(`[id="${id}"]`);
    await expect(question.locator('summary').first()).toBeInViewport({ ratio: 1 });
    await expect(question.locator('.answer')).toBeInViewport();
  }
});

test('numbers go on from one part of the note to the next', async ({ page }) => {
  await page.goto(note);
  const numbers = await page
    .locator('.question > summary')
    .evaluateAll((all) => all.map((each) => getComputedStyle(each, '::before').content));
  expect(numbers).toEqual(Array.from({ length: MANY }, (_, place) => `"${place + 1}"`));
});

test('nothing moves while a reader goes through it', once, async ({ page }) => {
  await page.addInitScript(() => {
    const shifts: number[] = [];
    Object.assign(window, { shifts });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries())
        shifts.push((entry as PerformanceEntry & { value: number }).value);
    }).observe({ type: 'layout-shift', buffered: true });
  });
  await page.goto(note);
  const end = page.getByRole('link', { name: 'Back to topics' }).last();
  await page.mouse.move(600, 400);
  await expect(async () => {
    await page.mouse.wheel(0, 700);
    await expect(end).toBeInViewport({ timeout: 50 });
  }).toPass({ intervals: [0] });
  expect(await page.evaluate(() => (window as unknown as { shifts: number[] }).shifts)).toEqual([]);
});

test('the keyboard goes from question to question through all of the note', once, async ({ page }) => {
  await page.goto(note);
  const summaries = page.locator('.question > summary');
  await summaries.nth(9).focus();
  for (let place = 10; place < 40; place += 1) {
    await page.keyboard.press('Tab');
    await expect(summaries.nth(place)).toBeFocused();
  }
  await expect(summaries.nth(39)).toBeInViewport({ ratio: 1 });
});

test('all answers are opened and closed', once, async ({ page }) => {
  const open = await openAll(page);
  await page.getByRole('button', { name: 'Close all' }).click();
  await expect(open).toHaveCount(0);
});

test('an answer that is opened right after all were closed stays open', once, async ({ page }) => {
  const open = await openAll(page);
  await page.evaluate(() => {
    const tenth = document.querySelectorAll<HTMLElement>('.question > summary')[9];
    tenth?.click();
    document.querySelector<HTMLElement>('[data-do="close"]')?.click();
    // Before the page comes to close those that are out of sight.
    tenth?.click();
  });
  await expect(open).toHaveCount(1);
});

test('an answer that is opened right after “As before” stays open', once, async ({ page }) => {
  const open = await openAll(page);
  await page.evaluate(() => {
    document.querySelector<HTMLElement>('[data-do="restore"]')?.click();
    // Before the page comes to turn those back that are out of sight.
    const tenth = document.querySelectorAll<HTMLElement>('.question > summary')[9];
    tenth?.click();
    tenth?.click();
  });
  await expect(open).toHaveCount(1);
});

test('the theme changes without laying the page out', once, async ({ page }) => {
  await page.goto(note);
  const thereAndBack = () =>
    page.locator('theme-switch button').evaluate(async (button: HTMLButtonElement) => {
      for (const _ of ['there', 'back']) {
        button.click();
        await new Promise((shown) => requestAnimationFrame(() => setTimeout(shown)));
      }
    });
  // As soon as the page has had nothing else to do.
  await expect(async () => expect(await layoutsDuring(page, thereAndBack)).toBe(0)).toPass();
});

test('an answer is laid out as soon as its question is pressed', once, async ({ page }) => {
  // A browser lays out what is asked for its place.
  await page.addInitScript(() => {
    const asked: Element[] = [];
    const { getBoundingClientRect } = Element.prototype;
    Element.prototype.getBoundingClientRect = function () {
      asked.push(this);
      return getBoundingClientRect.call(this);
    };
    Object.assign(window, { asked });
  });
  await page.goto(note);
  const answer = page.locator('.question').nth(200).locator('.answer');
  const isAsked = () =>
    answer.evaluate((each) => (window as unknown as { asked: Element[] }).asked.includes(each));
  expect(await isAsked()).toBe(false);
  await answer.evaluate((each) =>
    each.previousElementSibling?.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true })),
  );
  await expect.poll(isAsked).toBe(true);
  await expect(answer).toBeHidden();
});

test('on paper every question is laid out', once, async ({ page }) => {
  await page.goto(note);
  await page.emulateMedia({ media: 'print' });
  const runs = page.locator('.run, .run-16, .run-64');
  expect(await runs.count()).toBeGreaterThan(MANY / 20);
  expect(
    await runs.evaluateAll((all) => [
      ...new Set(all.map((each) => getComputedStyle(each).contentVisibility)),
    ]),
  ).toEqual(['visible']);
});

/** How often the page is laid out while something is done. */
async function layoutsDuring(page: Page, act: () => Promise<void>): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  const count = async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    return metrics.find(({ name }) => name === 'LayoutCount')?.value ?? Number.NaN;
  };
  const before = await count();
  await act();
  const after = await count();
  await session.detach();
  return after - before;
}

async function idsOf(page: Page): Promise<string[]> {
  await page.goto(note);
  return page.locator('.question').evaluateAll((all) => all.map(({ id }) => id));
}

/** Opens all answers of the note; what is open. */
async function openAll(page: Page): Promise<Locator> {
  await page.goto(note);
  const open = page.locator('.question[open]');
  await page.getByRole('button', { name: 'Open all' }).click();
  await expect(open).toHaveCount(MANY);
  return open;
}
