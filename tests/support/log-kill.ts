/** Kills a browser while it writes reviews, again and again, and counts what is missing. */
import { performance } from 'node:perf_hooks';
import type { BrowserContext, Page } from '@playwright/test';
import {
  dropProfile,
  type LogWindow,
  newProfile,
  openPage,
  serveLog,
  startBrowser,
  type Told,
  told,
} from './log-page.ts';

/** What came of the kills. */
export interface Durability {
  kills: number;
  /** Reviews that the page was told to be saved, before the kills. */
  acknowledged: number;
  /** Reviews that are there in the end: those on their way to disk are among them. */
  stored: number;
  /** Acknowledged reviews that are not there. */
  missing: number;
  /** Openings at which the browser had thrown its database away, and all came from the second copy. */
  emptied: number;
  /** Numbers of a device that no review has; after such an opening, those that were on their way may have none. */
  gaps: number;
  /** Openings that told of damage where none was. */
  alarms: number;
  seconds: number;
}

/** Kills a browser `kills` times, each time after two tabs were told that `reviews` more reviews are saved. */
export async function killWhileWriting(kills: number, reviews: number): Promise<Durability> {
  const start = performance.now();
  const server = await serveLog();
  const folder = await newProfile();
  const acknowledged = new Set<string>();
  let emptied = 0;
  let alarms = 0;
  const heed = ({ ids, recovery }: Told) => {
    if (recovery && recovery.recovered === ids.length) emptied += 1;
    else if (recovery) alarms += 1;
  };
  try {
    for (let round = 0; round < kills; round += 1) {
      const browser = await startBrowser(folder);
      try {
        const pages = [
          await openPage(browser.context, server.url),
          await openPage(browser.context, server.url),
        ];
        heed(await told(pages[0] as Page));
        await writeUntil(browser.context, pages, acknowledged, acknowledged.size + reviews);
      } finally {
        await browser.kill();
      }
    }
    const browser = await startBrowser(folder);
    const page = await openPage(browser.context, server.url);
    // A busy machine may take so long to open the database that the page goes on without it, and tries again.
    await page.waitForFunction(
      () => (window as unknown as LogWindow).log.saving.state === 'saved',
      undefined,
      { timeout: 120_000 },
    );
    const said = await told(page).finally(browser.close);
    heed(said);
    const { ids } = said;
    const stored = new Set(ids);
    return {
      kills,
      acknowledged: acknowledged.size,
      stored: stored.size,
      missing: [...acknowledged].filter((id) => !stored.has(id)).length,
      emptied,
      gaps: emptied > 0 ? 0 : gapsOf(ids),
      alarms,
      seconds: Math.round((performance.now() - start) / 1000),
    };
  } finally {
    await server.close();
    await dropProfile(folder);
  }
}

/** Lets all pages write without pause, and returns while they still do. */
async function writeUntil(
  context: BrowserContext,
  pages: Page[],
  acknowledged: Set<string>,
  enough: number,
): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  await context.exposeFunction('acknowledge', (id: string) => {
    acknowledged.add(id);
    if (acknowledged.size >= enough) resolve();
  });
  for (const page of pages) {
    page.on('pageerror', reject);
    await page.evaluate(() => {
      const own = window as unknown as LogWindow;
      const write = async (): Promise<void> => {
        for (let nth = 0; ; nth += 1) {
          const card = `card-${nth}`;
          const event = await own.log.append({
            t: 'review',
            card,
            at: Date.now(),
            tz: 0,
            rating: 3,
            ms: 0,
            rev: '',
          });
          if (own.log.saving.state === 'unsaved') throw new Error(JSON.stringify(own.log.saving));
          own.acknowledge(event.id);
        }
      };
      write();
    });
  }
  await promise;
}

function gapsOf(ids: readonly string[]): number {
  const last = new Map<string, number>();
  for (const id of ids) {
    const [device = '', number] = id.split('-');
    last.set(device, Math.max(last.get(device) ?? 0, Number(number)));
  }
  return [...last.values()].reduce((sum, number) => sum + number, 0) - ids.length;
}
