/** How soon a saved note shows in the browser that has it open, in the development server over a large folder. */
import { chromium } from '@playwright/test';
import { findBrowser, launchArguments } from '../support/chromium.ts';
import { startDev } from '../support/dev-server.ts';
import type { Course } from './course.ts';
import { type Measured, quantile, rounded } from './figure.ts';

const SAVES = 7;
/** In ms; the first reading of a large folder takes its time. */
const PATIENCE = 600_000;

export async function dev(course: Course): Promise<Measured> {
  const server = await startDev(await course.folder());
  const { path, env } = await findBrowser();
  const browser = await chromium.launch({
    executablePath: path,
    args: launchArguments,
    env: { ...process.env, ...env } as Record<string, string>,
  });
  try {
    const page = await browser.newPage();
    page.setDefaultTimeout(PATIENCE);
    const start = performance.now();
    await page.goto(`${server.url}1-topic/1-note/`, { timeout: PATIENCE });
    const first = performance.now() - start;
    const saves: number[] = [];
    for (let save = 1; save <= SAVES; save += 1) {
      const title = `Saved ${save} times`;
      const saved = performance.now();
      await course.title(title);
      await page.waitForFunction((wanted) => document.querySelector('h1')?.textContent === wanted, title, {
        polling: 'raf',
      });
      saves.push(performance.now() - saved);
    }
    // The first save finds much that was never asked for.
    const [, ...later] = saves;
    return {
      figures: [
        { name: `dev, ${course.notes} notes: first page`, value: rounded(first / 1000, 1), unit: 's' },
        { name: 'from save to repaint', value: rounded(quantile(later, 0.5)), unit: 'ms', most: 300 },
      ],
      details: { notes: course.notes, first, saves },
    };
  } finally {
    await browser.close();
    await server.close();
  }
}
