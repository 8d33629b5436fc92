/** A learner reviews on thirty days, on a laptop and on another machine, and then brings the two histories together. */
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Page } from '@playwright/test';
import { DAY } from '../../src/core/day.ts';
import { DOWNLOADED } from '../../src/core/download.ts';
import { isRemark, type LogEvent, union } from '../../src/core/event.ts';
import { Memories } from '../../src/core/memory.ts';
import { dueCount } from '../../src/core/standing.ts';
import { download, openData, restore } from '../support/history-page.ts';
import { storedEvents } from '../support/recall.ts';
import { sites } from '../support/sites.ts';
import { expect, test } from '../support/test.ts';

const MONDAY = Date.UTC(2026, 10, 23, 12);
const DAYS = 30;
/** In ms, from one rating to the next. */
const A_TURN = 20_000;

/** A browser of its own, with storage and a clock of its own, on a site that gives two new cards a day. */
async function device(browser: Browser, baseURL: string): Promise<Page> {
  const page = await (await browser.newContext({ baseURL, timezoneId: 'UTC' })).newPage();
  await page.clock.setFixedTime(MONDAY - DAY);
  await page.goto('settings/');
  const field = page.getByLabel('New questions a day');
  await field.fill('2');
  await field.blur();
  await expect(page.getByRole('status')).toHaveText('Saved.');
  return page;
}

/** Answers by the keys whatever the review asks, and returns when it says that it is done and all is stored. */
async function sit(page: Page, at: number, isMissed: (turn: number) => boolean): Promise<number> {
  await page.clock.setFixedTime(at);
  await page.goto('review/');
  const ending = page.locator('[data-ending] h1');
  for (let turn = 1; ; turn += 1) {
    await expect(
      ending.or(page.getByRole('status').filter({ hasText: `Question ${turn} of` })).first(),
    ).toBeVisible();
    if (await ending.isVisible()) return turn - 1;
    await page.clock.setFixedTime(at + turn * A_TURN);
    await page.keyboard.press(' ');
    await page.keyboard.press(isMissed(turn) ? '1' : '2');
  }
}

const historyOf = async (page: Page) => (await storedEvents(page)) as unknown as LogEvent[];

type Schedule = [card: string, dueDay: number, dueAt: number | null, stability: string, reviews: number][];

/** What the scripts of the page make of the history that the browser has. */
async function scheduleOf(page: Page): Promise<Schedule> {
  const scripts = await readdir(join(sites.notes.folder, '_astro'));
  const script = scripts.find((name) => /^history\..*\.js$/.test(name));
  return page.evaluate(async (address) => {
    const parts: Record<string, unknown> = await import(address);
    const isHistory = (part: unknown): part is { open(base: string): Promise<{ memories: Memories }> } =>
      typeof part === 'function' && 'open' in part;
    const { memories } = (await Object.values(parts).find(isHistory)?.open('/')) ?? {};
    return [...(memories?.entries() ?? [])]
      .map(([card, { dueDay, dueAt, stability, reviews }]): Schedule[number] => [
        card,
        dueDay,
        dueAt,
        stability.toFixed(6),
        reviews,
      ])
      .sort(([one], [other]) => (one < other ? -1 : 1));
  }, `/_astro/${script}`);
}

test('thirty days on two devices, merged by a file, end with the schedule that the log demands', {
  tag: ['@js', '@desktop'],
}, async ({ browser, served }) => {
  test.setTimeout(180_000);
  const site = served.notes;
  const laptop = await device(browser, site);
  const phone = await device(browser, site);
  let turns = 0;
  for (let day = 0; day < DAYS; day += 1) {
    const noon = MONDAY + day * DAY;
    const isMissed = (turn: number) => (day + turn) % 5 === 0;
    if (day % 3 !== 1) turns += await sit(laptop, noon, isMissed);
    // In the evening, or in the night that still is the same study day.
    if (day % 3 !== 0) turns += await sit(phone, noon + (day % 2 === 0 ? 7 : 15) * 3_600_000, isMissed);
  }
  expect(turns).toBeGreaterThan(150);

  const histories = [await historyOf(laptop), await historyOf(phone)];
  const all = union(histories[0] ?? [], histories[1] ?? []);
  const reviews = all.filter(({ t }) => t === 'review');
  expect(reviews).toHaveLength(turns);

  const created = MONDAY + DAYS * DAY;
  const files: string[] = [];
  for (const page of [laptop, phone]) {
    await openData(page);
    files.push(await download(page));
  }
  const memories = new Memories(all);
  const expected = [...memories.entries()]
    .map(([card, { dueDay, dueAt, stability, reviews }]) => [
      card,
      dueDay,
      dueAt,
      stability.toFixed(6),
      reviews,
    ])
    .sort(([one], [other]) => (String(one) < String(other) ? -1 : 1));
  const due = dueCount(memories, { at: created, tz: 0 }, new Set());
  for (const [page, file] of [
    [laptop, files[1]],
    [phone, files[0]],
  ] as const) {
    expect(await scheduleOf(page)).not.toEqual(expected);
    await openData(page);
    await restore(page, file ?? '');
    await page.clock.setFixedTime(created);
    await page.goto('review/');
    await expect(page.getByRole('link', { name: `Review · ${due} due` })).toBeVisible();
    expect(await scheduleOf(page)).toEqual(expected);
    // Beside all of that it only has the word that a copy was taken.
    const stored = (await historyOf(page)).filter((event) => !(isRemark(event) && event.name === DOWNLOADED));
    expect(stored.map(({ id }) => id).sort()).toEqual(all.map(({ id }) => id).sort());
    await page.context().close();
  }
});
