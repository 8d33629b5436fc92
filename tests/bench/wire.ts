/** What the first view of each kind of page asks for: requests, and bytes over the wire by type. */
import { type Browser, chromium } from '@playwright/test';
import { findBrowser, launchArguments } from '../support/chromium.ts';
import type { Site } from '../support/sites.ts';
import { serveInBrotli } from './brotli.ts';
import type { Course } from './course.ts';
import type { Measured } from './figure.ts';

/** Bytes of bodies, as they come in Brotli, until the network is still. */
export interface View {
  requests: number;
  /** How many of them before the page was loaded; the others are for what a reader may do next. */
  first: number;
  /** By type, as the browser calls it: `document`, `stylesheet`, `script`, … */
  bytes: Record<string, number>;
  total: number;
}

/** A page of each kind. */
const PAGES = {
  home: '',
  topic: '1-topic/',
  note: 'plain/thirty/',
  'note with code': '1-topic/1-note/',
  review: 'review/',
  search: 'search/',
  progress: 'progress/',
};

/** In bytes and requests: what design.md allows the first view of a note of thirty questions. */
const MOST = { page: 14_000, all: 24_000, requests: 6 };

export async function wire(course: Course): Promise<Measured> {
  const views = await viewsOf(await course.site(), PAGES);
  const { note } = views;
  const { document = 0, stylesheet = 0 } = note?.bytes ?? {};
  const others = Object.entries(views).filter(([name]) => name !== 'note');
  return {
    figures: [
      { name: 'a note: HTML and styles', value: document + stylesheet, unit: 'bytes', most: MOST.page },
      { name: 'a note: everything', value: note?.total ?? Number.NaN, unit: 'bytes', most: MOST.all },
      {
        name: 'a note: requests until it is loaded',
        value: note?.first ?? Number.NaN,
        unit: '',
        most: MOST.requests,
      },
      ...others.map(([name, { total, requests }]) => ({
        name: `${name}: everything, in ${requests} requests`,
        value: total,
        unit: 'bytes',
      })),
    ],
    details: views,
  };
}

/** The first view of each of these pages by a browser that was never there; the names are those of `pages`. */
export async function viewsOf<Name extends string>(
  site: Site,
  pages: Record<Name, string>,
): Promise<Record<Name, View>> {
  const served = await serveInBrotli(site);
  const { path, env } = await findBrowser();
  const browser = await chromium.launch({
    executablePath: path,
    args: launchArguments,
    env: { ...process.env, ...env } as Record<string, string>,
  });
  try {
    const views = {} as Record<Name, View>;
    for (const name of Object.keys(pages) as Name[]) {
      views[name] = await viewOf(browser, served.url + pages[name]);
    }
    return views;
  } finally {
    await browser.close();
    await served.close();
  }
}

/** Until the network is still. What a page keeps for later without being asked for it (a worker) is not part of the view. */
async function viewOf(browser: Browser, address: string): Promise<View> {
  const context = await browser.newContext({ serviceWorkers: 'block' });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Network.enable');
  const types = new Map<string, string>();
  const view: View = { requests: 0, first: 0, bytes: {}, total: 0 };
  session.on('Network.responseReceived', ({ requestId, type }) => types.set(requestId, type.toLowerCase()));
  const heads = new Map<string, number>();
  session.on('Network.responseReceivedExtraInfo', ({ requestId, headersText = '' }) =>
    heads.set(requestId, headersText.length),
  );
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const type = types.get(requestId) ?? 'other';
    const bytes = encodedDataLength - (heads.get(requestId) ?? 0);
    view.requests += 1;
    view.bytes[type] = (view.bytes[type] ?? 0) + bytes;
    view.total += bytes;
  });
  const answer = await page.goto(address, { waitUntil: 'load' });
  view.first = view.requests;
  await page.waitForLoadState('networkidle');
  await context.close();
  if (!answer?.ok()) throw new Error(`${address} answers ${answer?.status()}: there is nothing to weigh.`);
  return view;
}
