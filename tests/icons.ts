/**
 * Draws the icons of the installed site from `public/favicon.svg`, on paper and, for browsers that cut a shape out of
 * it, with room around.
 *
 * Run by hand after a change to the favicon: `node tests/icons.ts`.
 */
import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { findBrowser, launchArguments } from './support/chromium.ts';
import { root } from './support/step.ts';

/** Name, size in pixels, and how much of it the drawing takes. */
const icons = [
  ['192', 192, 0.75],
  ['512', 512, 0.75],
  ['maskable', 512, 0.55],
  ['apple', 180, 0.65],
] as const;

const drawing = (await readFile(join(root, 'public', 'favicon.svg'))).toString('base64');
const { path, env } = await findBrowser();
const browser = await chromium.launch({
  executablePath: path,
  args: launchArguments,
  env: { ...process.env, ...env } as Record<string, string>,
});
const folder = join(root, 'public', 'icons');
await mkdir(folder, { recursive: true });
for (const [name, size, share] of icons) {
  const page = await browser.newPage({ viewport: { width: size, height: size }, colorScheme: 'light' });
  await page.setContent(
    `<body style="margin:0;height:100vh;display:grid;place-items:center;background:#fdfcf9"><img style="width:${share * 100}%" src="data:image/svg+xml;base64,${drawing}">`,
  );
  await page.locator('img').evaluate((image: HTMLImageElement) => image.decode());
  await page.screenshot({ path: join(folder, `${name}.png`) });
  await page.close();
}
await browser.close();
console.log(`${icons.length} icons`);
