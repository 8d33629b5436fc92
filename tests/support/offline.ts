/** Visits to a host that is not always there, by a browser with a service worker. */
import { cp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type BrowserContext, test as base, type Page } from '@playwright/test';
import { Host } from './host.ts';
import { filesOf } from './pages.ts';
import { type Site, sites } from './sites.ts';
import { expect } from './test.ts';

interface Fixtures {
  /** What serves the site of the fixture notes, and whatever else a test puts there. */
  host: Host;
  /** Address of the root of the host. */
  root: string;
  /**
   * A browser's profile of its own. Nothing stands between it and the network: Playwright's routes would switch
   * the browser's own cache off, and with it what a host's ten minutes do.
   */
  visitor: BrowserContext;
  page: Page;
  /** Complaints that a test provokes on purpose. */
  excused: RegExp[];
}

/** Playwright's test with a host and a visitor in whose pages nothing must throw or break the policy. */
export const test = base.extend<Fixtures>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the parameter's pattern, even an empty one
  host: async ({}, use) => {
    const host = new Host(sites.notes);
    await use(host);
    await host.stop();
  },
  root: ({ host }, use) => host.start().then(use),
  excused: [[], { option: true }],
  visitor: async ({ browser, viewport, root, excused }, use) => {
    const visitor = await browser.newContext({ viewport, baseURL: root, serviceWorkers: 'allow' });
    const troubles: string[] = [];
    visitor.on('weberror', (error) => troubles.push(error.error().message));
    visitor.on('console', (message) => {
      if (/Content Security Policy|Uncaught/.test(message.text())) troubles.push(message.text());
    });
    await use(visitor);
    await visitor.close();
    expect(troubles.filter((trouble) => !excused.some((excuse) => excuse.test(trouble)))).toEqual([]);
  },
  page: async ({ visitor }, use) => use(await visitor.newPage()),
});

/** A site as it is after a change to its scripts and styles: the same, with every hashed file under another name. */
export async function renamed(site: Site): Promise<Site> {
  const folder = `${site.folder}-renamed`;
  await rm(folder, { recursive: true, force: true });
  await cp(site.folder, folder, { recursive: true });
  const names = await readdir(join(folder, '_astro'));
  const other = new Map(names.map((name) => [name, name.replace(/\.[\w-]{8}\./, '.renamed_.')]));
  for (const [name, to] of other) await rename(join(folder, '_astro', name), join(folder, '_astro', to));
  for (const file of await filesOf({ ...site, folder })) {
    if (!/\.(?:html|js|css|json)$/.test(file)) continue;
    let text = await readFile(join(folder, file), 'utf8');
    for (const [name, to] of other) text = text.replaceAll(name, to);
    await writeFile(join(folder, file), text);
  }
  return { ...site, folder };
}

/** Opens a page with a network, and waits until a worker that is up to date looks after it. */
export async function visit(page: Page, address = ''): Promise<void> {
  await page.goto(address);
  const isLookedAfter = () =>
    page.evaluate(async () => {
      const registration = await navigator.serviceWorker.getRegistration();
      return (
        navigator.serviceWorker.controller !== null && !registration?.installing && !registration?.waiting
      );
    });
  await expect.poll(isLookedAfter).toBe(true);
}

/** Takes the network away from a visitor, and the server from everybody. */
export async function goOffline(page: Page, host: Host): Promise<void> {
  host.manner = 'is away';
  await page.context().setOffline(true);
}

/** Brings both back. */
export async function goOnline(page: Page, host: Host): Promise<void> {
  host.manner = 'answers';
  await page.context().setOffline(false);
}

/** Waits until this is kept for reading without a network. */
export async function isKept(page: Page, path: string): Promise<void> {
  const look = () => page.evaluate(async (path) => (await caches.match(path)) !== undefined, path);
  await expect.poll(look).toBe(true);
}

/** Names of all caches, the history's among them. */
export function cacheNames(page: Page): Promise<string[]> {
  return page.evaluate(() => caches.keys());
}

/** Paths of all that the site at `base` keeps. */
export function keptPaths(page: Page, base = '/'): Promise<string[]> {
  return page.evaluate(async (name) => {
    const requests = await (await caches.open(name)).keys();
    return requests.map(({ url }) => new URL(url).pathname);
  }, `unfold:${base}:1`);
}

/** Has the browser look for a new worker, and waits until it is the one at work, or until the last has gone. */
export async function update(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const registration = await navigator.serviceWorker.getRegistration();
    await registration?.update().catch(() => undefined);
    const next = registration?.installing ?? registration?.waiting;
    if (!next) return;
    await new Promise<void>((resolve) => {
      const look = () => {
        if (next.state === 'activated' || next.state === 'redundant') resolve();
      };
      next.addEventListener('statechange', look);
      look();
    });
  });
}
