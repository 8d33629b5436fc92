import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { places } from '../support/notes.ts';
import { expect, test } from '../support/test.ts';

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice'];

test.use({ excused: [/404 \(Not Found\)/] });

for (const colorScheme of ['light', 'dark'] as const) {
  for (const [name, place] of Object.entries(places)) {
    test(`${name} has no barrier that axe knows, in ${colorScheme}`, { tag: '@js' }, async ({ page }) => {
      await page.emulateMedia({ colorScheme });
      await page.goto(place);
      expect(await barriers(page)).toEqual([]);
    });

    test(`${name} has none with everything open, in ${colorScheme}`, { tag: '@js' }, async ({ page }) => {
      await page.emulateMedia({ colorScheme });
      await page.goto(place);
      await page.evaluate(() => {
        for (const details of document.querySelectorAll('details')) details.open = true;
      });
      expect(await barriers(page)).toEqual([]);
    });
  }
}

async function barriers(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).withTags(tags).analyze();
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ html }) => `${id}: ${help}: ${html.slice(0, 200)}`),
  );
}
