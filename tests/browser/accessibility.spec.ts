import { barriers } from '../support/barriers.ts';
import { places } from '../support/notes.ts';
import { expect, test } from '../support/test.ts';

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
