/** Kills a browser while it takes a history in, again and again, and looks whether a part of it is there. */
import type { LogEvent } from '../../src/core/event.ts';
import {
  append,
  dropProfile,
  type LogWindow,
  newProfile,
  openPage,
  serveLog,
  startBrowser,
  told,
} from './log-page.ts';

/** What came of the kills. */
export interface ImportKills {
  kills: number;
  /** Imports of which nothing was there after the kill. */
  rolledBack: number;
  /** Imports of which everything was there. */
  whole: number;
  /** Imports of which a part was there. */
  torn: number;
  /** Reviews of before that were missing. */
  missing: number;
}

/** Entries of one import. */
const MANY = 20_000;
const BEFORE = 25;

/**
 * Kills a browser `kills` times, each time a little further into an import of 20,000 entries. The entries of every
 * import are those of a device of its own.
 */
export async function killWhileImporting(kills: number): Promise<ImportKills> {
  const server = await serveLog();
  const folder = await newProfile();
  const came: ImportKills = { kills, rolledBack: 0, whole: 0, torn: 0, missing: 0 };
  try {
    const first = await startBrowser(folder);
    const own = await append(await openPage(first.context, server.url), BEFORE);
    await first.close();
    for (let round = 1; round <= kills; round += 1) {
      const browser = await startBrowser(folder);
      try {
        const page = await openPage(browser.context, server.url);
        const { promise, resolve, reject } = Promise.withResolvers<void>();
        page.on('pageerror', reject);
        await page.exposeFunction('reached', (share: number) => {
          if (share >= round / (kills + 1)) resolve();
        });
        const events: LogEvent[] = Array.from({ length: MANY }, (_, n) => {
          const id = `import${round}-${n + 1}`;
          const card = `card-${n % 300}`;
          return { v: 1, id, t: 'review', card, at: 1.7e12 + n, tz: 0, rating: 3, ms: 0, rev: '' };
        });
        await page.evaluate((added) => {
          const window = globalThis as unknown as LogWindow & { reached(share: number): void };
          window.merge(window.log, added, (share) => window.reached(share));
        }, events);
        await promise;
      } finally {
        await browser.kill();
      }
      const after = await startBrowser(folder);
      const { ids } = await told(await openPage(after.context, server.url)).finally(after.close);
      const there = ids.filter((id) => id.startsWith(`import${round}-`)).length;
      if (there === 0) came.rolledBack += 1;
      else if (there === MANY) came.whole += 1;
      else came.torn += 1;
      const known = new Set(ids);
      came.missing += own.filter((id) => !known.has(id)).length;
    }
    return came;
  } finally {
    await server.close();
    await dropProfile(folder);
  }
}
