/** A page with nothing but the log, and browsers that can be closed, killed and started again with what they stored. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { stripTypeScriptTypes } from 'node:module';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium, type Page } from '@playwright/test';
import type { Log, Recovery, Saving } from '../../src/browser/log/log.ts';
import type { merge } from '../../src/browser/log/merge.ts';
import { findBrowser, launchArguments } from './chromium.ts';
import type { Served } from './serve.ts';
import { root } from './step.ts';

const html = `<!doctype html><html lang="en"><title>Log</title>
<script type="module">
import { openLog } from '/src/browser/log/log.ts';
import { merge } from '/src/browser/log/merge.ts';
Object.assign(window, { merge, openLog });
</script>`;

/** Serves the page, and the project's sources without their types, which browsers take as they are. */
export async function serveLog(): Promise<Served> {
  const server = createServer(async ({ url = '/' }, response) => {
    const source = url.startsWith('/src/') ? await readFile(join(root, url), 'utf8').catch(() => null) : null;
    if (source === null) return response.writeHead(200, { 'content-type': 'text/html' }).end(html);
    return response.writeHead(200, { 'content-type': 'text/javascript' }).end(stripTypeScriptTypes(source));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** A browser that keeps what it stores in a folder. */
export interface LogBrowser {
  context: BrowserContext;
  /** Ends it as people do, and waits until it has put everything away. */
  close(): Promise<void>;
  /** Ends it as a power cut does: all its processes at once. */
  kill(): Promise<void>;
}

/** A new folder for a browser to store in. */
export const newProfile = (): Promise<string> => mkdtemp(join(tmpdir(), 'unfold-log-'));

export const dropProfile = (folder: string): Promise<void> =>
  rm(folder, { recursive: true, force: true, maxRetries: 5 });

/** Starts a browser on that folder. */
export async function startBrowser(folder: string): Promise<LogBrowser> {
  const { path, env } = await findBrowser();
  const args = [
    ...launchArguments,
    '--remote-debugging-port=0',
    '--no-first-run',
    `--user-data-dir=${folder}`,
  ];
  const child = spawn(path, [...args, 'about:blank'], {
    // A process group of its own, so that all its processes can be killed at once.
    detached: true,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const ended = once(child, 'exit');
  const browser = await chromium.connectOverCDP(await addressOf(child));
  const [context = await browser.newContext()] = browser.contexts();
  return {
    context,
    async close() {
      const session = await browser.newBrowserCDPSession();
      await session.send('Browser.close').catch(() => undefined);
      await ended;
    },
    async kill() {
      if (child.pid) process.kill(-child.pid, 'SIGKILL');
      await ended;
    },
  };
}

/** Where a starting browser says that it listens. */
async function addressOf(child: ChildProcess): Promise<string> {
  let said = '';
  for await (const chunk of child.stderr ?? []) {
    said += String(chunk);
    const address = said.match(/DevTools listening on (\S+)/)?.[1];
    if (address) {
      child.stderr?.resume();
      return address;
    }
  }
  throw new Error(`The browser ended before it listened:\n${said}`);
}

/** What is in the window of the page. */
export interface LogWindow {
  openLog(base: string): Promise<Log>;
  merge: typeof merge;
  log: Log;
  acknowledge(id: string): Promise<void>;
}

/** What a log says. */
export interface Told {
  ids: string[];
  saving: Saving;
  recovery: Recovery | null;
}

/** A page whose log is open. */
export async function openPage(context: BrowserContext, url: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(url);
  await page.waitForFunction(() => 'openLog' in window);
  await page.evaluate(async () => {
    const own = window as unknown as LogWindow;
    own.log = await own.openLog('/');
  });
  return page;
}

/** What the log of the page says. */
export function told(page: Page): Promise<Told> {
  return page.evaluate(() => {
    const { log } = window as unknown as LogWindow;
    return { ids: log.events.map(({ id }) => id), saving: log.saving, recovery: log.recovery };
  });
}

/** Appends so many reviews, all at once, and returns their ids. */
export function append(page: Page, count: number): Promise<string[]> {
  return page.evaluate((reviews) => {
    const { log } = window as unknown as LogWindow;
    const appending = Array.from({ length: reviews }, (_, nth) =>
      log.append({ t: 'review', card: `card-${nth}`, at: Date.now(), tz: 0, rating: 3, ms: 0, rev: 'r1' }),
    );
    return Promise.all(appending.map(async (event) => (await event).id));
  }, count);
}

/** How many events the second copy holds, as its addresses tell. */
export function copied(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const requests = await (await caches.open('unfold-history:/')).keys();
    return requests.reduce((sum, { url }) => sum + Number(new URL(url).search.slice(1)), 0);
  });
}
