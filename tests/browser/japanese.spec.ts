/** A site in Japanese: its own words, and a note in Arabic within it. */
import type { Page } from '@playwright/test';
import { barriers } from '../support/barriers.ts';
import { expect, test } from '../support/test.ts';

test.use({ baseURL: ({ served }, use) => use(served.japanese) });
test.beforeEach(({ page }) => page.clock.setFixedTime('2026-11-23T12:00:00Z'));

const sencha = '1-お茶/1-煎茶/';
const coffee = '2-コーヒー/1-القهوة/';
const own = [
  '',
  'review/',
  'progress/',
  'search/',
  'settings/',
  'data/',
  'offline/',
  'print/',
  '404.html',
  '1-お茶/',
  sencha,
];

/** Words in Latin letters that belong to Japanese, too. */
const NAMES =
  /JavaScript|Markdown|Anki|CSV|JSON|A4|Letter|Safari|Dock|Space|Enter|Esc|EFS|coffee|KB|kB|MB|\b[a-z]\b/g;

/** What of the page's own words is in Latin letters. */
async function latin(page: Page): Promise<string[]> {
  const words = await page.evaluate(() => {
    const copy = document.body.cloneNode(true) as HTMLElement;
    for (const code of copy.querySelectorAll('pre, script')) code.remove();
    const named = [...copy.querySelectorAll('[aria-label], [placeholder]')].flatMap((element) => [
      element.getAttribute('aria-label') ?? '',
      element.getAttribute('placeholder') ?? '',
    ]);
    return [copy.textContent, ...named].join('\n');
  });
  return words.replace(NAMES, '').match(/[A-Za-z]{2,}/g) ?? [];
}

for (const path of own) {
  test(`“/${path}” speaks Japanese only, and is open to everyone`, { tag: '@js' }, async ({ page }) => {
    await page.goto(encodeURI(path));
    // A page that the history fills shows nothing before.
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(page.locator('html')).toHaveAttribute('lang', 'ja');
    await expect(page.locator('html')).not.toHaveAttribute('dir');
    expect(await latin(page)).toEqual([]);
    expect(await barriers(page)).toEqual([]);
  });
}

test('one reads, rates and reviews in Japanese', { tag: '@js' }, async ({ page }) => {
  await page.goto(encodeURI(sencha));
  await expect(page.getByRole('navigation', { name: 'サイト' })).toContainText('トピック');
  const prompt = '煎茶は何度で入れますか？';
  await page.locator('summary', { hasText: prompt }).click();
  await page.getByRole('button', { name: /^正解\s+2 日$/ }).click();
  await expect(page.getByRole('status')).toHaveText('正解：次の出題は2 日後です。 保存しました。');
  await expect(page.locator('summary', { hasText: prompt }).locator('.stand')).toHaveText(
    ' (定着、2 日後に復習)',
  );
  await expect(page.locator('.bar')).toContainText('2問中1問が定着');

  await page.getByRole('link', { name: '復習', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'なぜ二煎目は短く入れますか？' })).toBeVisible();
  await page.getByRole('button', { name: '解答を表示' }).click();
  await page.getByRole('button', { name: /^不正解/ }).click();
  await expect(page.locator('study-review [role="status"]')).toContainText('不正解：次の出題は10 分後です。');
});

test('progress, history and a search without a hit are told in Japanese', { tag: '@js' }, async ({
  page,
}) => {
  await page.goto(encodeURI(sencha));
  await page.locator('summary', { hasText: '煎茶は' }).click();
  await page.getByRole('button', { name: /^正解/ }).click();
  await expect(page.getByRole('status')).toContainText('保存しました。');
  await page.goto('progress/');
  await expect(page.locator('[data-part="topics"] [data-words]')).toHaveText('3問中1問が定着しています。');
  expect(await latin(page)).toEqual([]);
  await page.goto('data/');
  await expect(page.locator('[data-kept]')).toHaveText('2026年11月23日から、問題1問の復習1回。');
  expect(await latin(page)).toEqual([]);
  await page.goto(`search/?q=${encodeURIComponent('紅茶牛乳')}`);
  await expect(page.locator('[data-said]')).toHaveText('「紅茶牛乳」は見つかりませんでした。');
  await page.goto('review/?topic=x');
  await expect(page.locator('[data-complaints]')).toHaveText(
    '「x」というトピックはありません。 選べるもの：1-お茶、2-コーヒー。',
  );
});

test('a note in Arabic says so and is read from the right, wherever its words stand', { tag: '@js' }, async ({
  page,
}) => {
  await page.goto(encodeURI(coffee));
  for (const place of ['h1', 'article.note', '.contents.beside a > span']) {
    await expect(page.locator(place).first()).toHaveAttribute('lang', 'ar');
    await expect(page.locator(place).first()).toHaveAttribute('dir', 'rtl');
  }
  expect(await page.locator('article.note').evaluate((note) => getComputedStyle(note).direction)).toBe('rtl');
  expect(await page.locator('pre').evaluate((code) => getComputedStyle(code).direction)).toBe('ltr');
  expect(await barriers(page)).toEqual([]);
  await page.goto(encodeURI(sencha));
  await expect(page.locator('.ways .next bdi')).toHaveAttribute('lang', 'ar');
  await page.goto('');
  await expect(page.locator('.notes bdi', { hasText: 'القهوة' })).toHaveAttribute('lang', 'ar');
  await expect(page.locator('.notes bdi', { hasText: '煎茶' })).not.toHaveAttribute('lang');
});

test('the site’s own words in a note in Arabic say that they are Japanese', { tag: '@js' }, async ({
  page,
}) => {
  await page.goto(encodeURI(coffee));
  await page.locator('summary', { hasText: 'EFS' }).click();
  for (const part of ['.ending', '.rating']) {
    await expect(page.locator(`article ${part}`)).toHaveAttribute('lang', 'ja');
    await expect(page.locator(`article ${part}`)).toHaveAttribute('dir', 'ltr');
  }
});
