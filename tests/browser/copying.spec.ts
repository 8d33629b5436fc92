import type { Page } from '@playwright/test';
import { places, summary } from '../support/notes.ts';
import { expect, test } from '../support/test.ts';

const js = { tag: ['@js', '@desktop'] };
const copied = (page: Page): Promise<string> => page.evaluate(() => navigator.clipboard.readText());
const button = (page: Page) => page.getByRole('article').getByRole('button', { name: 'Copy as Markdown' });

const BLOOM = `<details>
<summary>What is the bloom?</summary>

The first pour: a little water lets the gas out, so that the rest can get in.

</details>`;

test.beforeEach(({ context }) => context.grantPermissions(['clipboard-read', 'clipboard-write']));

test('a question is copied as its author wrote it, by the keyboard alone', js, async ({ page }) => {
  await page.goto(places.brewing);
  await summary(page, 'What is the bloom?').focus();
  await page.keyboard.press('Enter');
  await expect(button(page)).toHaveCount(1);
  await button(page).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('status')).toHaveText('Copied');
  expect(await copied(page)).toBe(BLOOM);
  await expect(page.getByRole('article').getByRole('button', { name: 'Copied' })).toBeFocused();
  await expect(button(page)).toHaveCount(1);
});

test('a question that was opened by its address is copied too', js, async ({ page }) => {
  await page.goto(`${places.brewing}#what-is-the-bloom`);
  await page.getByText('The first pour').hover();
  await button(page).click();
  await expect(page.getByRole('status')).toHaveText('Copied');
  expect(await copied(page)).toBe(BLOOM);
});

test('the whole note is copied at its foot', js, async ({ page, request }) => {
  await page.goto(places.brewing);
  await page.getByRole('heading', { level: 1 }).hover();
  await page
    .getByRole('contentinfo')
    .or(page.locator('footer'))
    .getByRole('button', { name: 'Copy as Markdown' })
    .click();
  await expect(page.getByRole('status')).toHaveText('Copied');
  const source = await request.get(page.url().replace(/\/$/, '.md'));
  expect(await copied(page)).toBe(await source.text());
});

test('code is copied without the rest of its answer', js, async ({ page }) => {
  await page.goto(places.rising);
  await page.getByRole('button', { name: 'Open all' }).click();
  const code = page.locator('.code').first();
  await code.hover();
  await code.getByRole('button', { name: 'Copy' }).click();
  await expect(code.getByRole('button')).toHaveText('Copied');
  expect(await copied(page)).toBe((await code.locator('pre').textContent())?.trimEnd());
});

test('nothing of copying is fetched before there is a hand to copy', js, async ({ page }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await page.goto(places.brewing);
  await page.waitForFunction(() =>
    performance.getEntriesByType('resource').some(({ name }) => name.includes('note-recall')),
  );
  expect(asked.filter((path) => /copying|\.json|\.md$/.test(path))).toEqual([]);
  await summary(page, 'What is the bloom?').click();
  await expect(button(page)).toBeVisible();
  expect(asked.filter((path) => /\.json|\.md$/.test(path))).toEqual([]);
});

test.describe('where copying fails', () => {
  test.use({ excused: [/the server responded with a status of 404/] });

  test(
    'the button says that the Markdown could not be fetched, and tries again when it is pressed again',
    js,
    async ({ page }) => {
      await page.goto(places.brewing);
      await page.route('**/*.questions.json', (route) => route.fulfill({ status: 404 }), { times: 1 });
      await summary(page, 'What is the bloom?').click();
      await button(page).click();
      await expect(page.getByRole('status')).toHaveText('Not copied: the Markdown could not be fetched');
      await button(page).click();
      await expect(page.getByRole('status')).toHaveText('Copied');
      expect(await copied(page)).toBe(BLOOM);
    },
  );

  test('the button says that the browser refused', js, async ({ page }) => {
    await page.addInitScript(() => {
      navigator.clipboard.write = () => Promise.reject(new DOMException('no', 'NotAllowedError'));
    });
    await page.goto(places.brewing);
    await summary(page, 'What is the bloom?').click();
    await button(page).click();
    await expect(page.getByRole('status')).toHaveText('Not copied: the browser refused');
  });

  test('without a clipboard there is no button', js, async ({ page }) => {
    await page.addInitScript(() => Object.defineProperty(navigator, 'clipboard', { value: undefined }));
    await page.goto(places.brewing);
    const loaded = page.waitForResponse(/copying/);
    await summary(page, 'What is the bloom?').click();
    await loaded;
    await expect(page.getByRole('link', { name: 'Link', exact: true })).toBeVisible();
    await expect(page.getByRole('button', { name: /^Copy/ })).toHaveCount(0);
  });
});

test.describe('structured data', () => {
  test.use({ excused: [/^console error: Executing inline script violates/] });

  test('breaks no policy, which is at work on the same page', js, async ({ page, served }) => {
    await page.goto(served.below + places.brewing);
    const data = await page.locator('script[type="application/ld+json"]').textContent();
    expect(JSON.parse(data ?? '')).toMatchObject({ '@type': 'Quiz', name: 'Brewing' });
    const refused = await page.evaluate(() => {
      const told = new Promise<string>((resolve) => {
        const tell = (event: SecurityPolicyViolationEvent): void => {
          event.stopImmediatePropagation();
          resolve(event.effectiveDirective);
        };
        document.addEventListener('securitypolicyviolation', tell, { capture: true, once: true });
      });
      const script = document.createElement('script');
      script.textContent = '1';
      document.head.append(script);
      return told;
    });
    expect(refused).toBe('script-src-elem');
  });
});
