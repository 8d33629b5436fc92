/** What makes going from page to page feel like nothing. */
import type { Page } from '@playwright/test';
import { places } from '../support/notes.ts';
import { expect, test } from '../support/test.ts';

const once = { tag: ['@js', '@desktop'] };

/** Resolves with the address of the page that the browser has fetched ahead. */
async function prefetched(page: Page): Promise<string> {
  const session = await page.context().newCDPSession(page);
  const { promise, resolve } = Promise.withResolvers<string>();
  session.on('Preload.prefetchStatusUpdated', ({ status, prefetchUrl }) => {
    if (status === 'Ready') resolve(prefetchUrl);
  });
  await session.send('Preload.enable');
  return promise;
}

test(
  'a page whose link the reader points at is there before they follow it',
  once,
  async ({ page, served }) => {
    await page.goto(places.rising);
    const fetched = prefetched(page);
    const next = page.getByRole('link', { name: /^next/i });
    await next.hover();
    expect(await fetched).toBe(served.notes + places.brewing);
    await next.click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Brewing');
    const delivery = await page.evaluate(() => {
      const [navigation] = performance.getEntriesByType('navigation');
      return (navigation as PerformanceNavigationTiming & { deliveryType: string }).deliveryType;
    });
    expect(delivery).toBe('navigational-prefetch');
  },
);

test('a note is there after six requests', once, async ({ page }) => {
  const asked: string[] = [];
  page.on('requestfinished', (request) => asked.push(new URL(request.url()).pathname));
  await page.goto(places.thirty, { waitUntil: 'load' });
  expect(asked.length).toBeLessThanOrEqual(6);
});

test('what can be taken along is not fetched by pointing at it', once, async ({ page }) => {
  await page.goto(places.topic);
  const links = page.locator('a[href*="/decks/"], a[href*="/anki/"]');
  expect(await links.count()).toBeGreaterThan(0);
  const fetched = await links.evaluateAll((all) => {
    const rules = document.querySelector('script[type=speculationrules]')?.textContent ?? '';
    const patterns: string[] = JSON.parse(rules).prefetch[0].where.href_matches;
    return all.filter((link) =>
      patterns.some((pattern) =>
        new URLPattern(pattern, location.href).test((link as HTMLAnchorElement).href),
      ),
    ).length;
  });
  expect(fetched).toBe(0);
});

for (const [motion, fades] of [
  ['no-preference', 'true'],
  ['reduce', 'false'],
] as const) {
  test(
    `one page ${fades === 'true' ? 'fades' : 'does not fade'} into the next for a reader whose motion is ${motion}`,
    once,
    async ({ page }) => {
      await page.emulateMedia({ reducedMotion: motion });
      await page.addInitScript(() => {
        // Whether Chromium then shows it is between it and the machine.
        addEventListener('pageswap', (event) => {
          const { viewTransition } = event as Event & { viewTransition: object | null };
          sessionStorage.setItem('fades', String(viewTransition !== null));
        });
      });
      await page.goto(places.rising);
      // What was not painted yet has nothing to fade from.
      await page.evaluate(() => new Promise((painted) => requestAnimationFrame(() => setTimeout(painted))));
      await page.getByRole('link', { name: /^next/i }).click();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Brewing');
      expect(await page.evaluate(() => sessionStorage.getItem('fades'))).toBe(fades);
    },
  );
}

const { missing: _missing, ...notes } = places;
const own = ['review/', 'search/?q=dough', 'progress/', 'settings/', 'data/', 'offline/'];

for (const place of [...Object.values(notes), ...own]) {
  test(`nothing moves on the page /${place} while it loads`, { tag: '@js' }, async ({ page }) => {
    await page.addInitScript(() => {
      const shifts: string[] = [];
      Object.assign(window, { shifts });
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) {
          const { value, sources } = entry as PerformanceEntry & {
            value: number;
            sources: { node: Node | null }[];
          };
          shifts.push(
            `${value} by ${sources.map(({ node }) => node?.parentElement?.outerHTML.slice(0, 80)).join(', ')}`,
          );
        }
      }).observe({ type: 'layout-shift', buffered: true });
    });
    await page.goto(place, { waitUntil: 'networkidle' });
    expect(await page.evaluate(() => (window as unknown as { shifts: string[] }).shifts)).toEqual([]);
  });
}
