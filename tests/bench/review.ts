/** How soon the review of a large course with a long history can be used, and how soon after a rating the next prompt is there. */
import type { BrowserContext, Page } from '@playwright/test';
import type { Review } from '../../src/core/event.ts';
import { dropProfile, newProfile, startBrowser } from '../support/log-page.ts';
import { serve } from '../support/serve.ts';
import { type Course, cardsIn } from './course.ts';
import { type Measured, mean, quantile, rounded } from './figure.ts';
import { longHistory } from './long-history.ts';

const REVIEWS = 100_000;
const OPENINGS = 5;
const RATINGS = 30;
/** Events that are given to the page at once. */
const PORTION = 20_000;
/** In ms, after which a browser that was just started is done with itself. */
const SETTLED = 2000;
/** In ms; a busy machine takes its time to lay everything out. */
const PATIENCE = 120_000;

/** What the page takes down about itself, in ms. */
interface Taken {
  /** From the start of navigation until the prompt lay there. */
  usable: number | null;
  /** From a rating's key until the next prompt lay there, and until it was painted. */
  ratings: { laid: number; painted: number }[];
}

export async function review(course: Course): Promise<Measured> {
  const site = await course.site();
  const cards = await cardsIn(site);
  const server = await serve(site);
  const profile = await newProfile();
  const address = `${server.url}review/`;
  try {
    await store(profile, address, longHistory(cards, REVIEWS, Date.now()));
    const cold = await opened(profile, address, async (page) => (await taken(page)).usable ?? 0, SETTLED);
    const { warm, worked, ratings } = await opened(profile, address, async (page) => {
      const usables: number[] = [];
      const busy: number[] = [];
      const session = await page.context().newCDPSession(page);
      await session.send('Performance.enable', { timeDomain: 'threadTicks' });
      const processor = async () => {
        const { metrics } = await session.send('Performance.getMetrics');
        return 1000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN);
      };
      for (let opening = 0; opening < OPENINGS; opening += 1) {
        await page.goto('about:blank');
        const before = await processor();
        await page.goto(address);
        await usable(page);
        busy.push((await processor()) - before);
        usables.push((await taken(page)).usable ?? 0);
      }
      return { warm: usables, worked: busy, ratings: await rate(page) };
    });
    const laid = ratings.map((each) => each.laid);
    const painted = ratings.map((each) => each.painted);
    const ms = { unit: 'ms' };
    return {
      figures: [
        {
          name: `review of ${cards.length} cards usable, in a new browser`,
          value: rounded(cold),
          ...ms,
          most: 1000,
        },
        { name: 'in a browser that runs', value: rounded(quantile(warm, 0.5)), ...ms, most: 1000 },
        // What other work on the machine does not lengthen as it does waiting.
        { name: 'processor time of the page for it', value: rounded(quantile(worked, 0.5)), ...ms },
        { name: 'rating to next prompt, median', value: rounded(quantile(laid, 0.5), 1), ...ms, most: 50 },
        {
          name: 'rating to next prompt, 95 of 100',
          value: rounded(quantile(laid, 0.95), 1),
          ...ms,
          most: 50,
        },
        { name: 'until it is painted, median', value: rounded(quantile(painted, 0.5), 1), ...ms },
      ],
      details: { cards: cards.length, reviews: REVIEWS, cold, warm, worked, laid, painted, mean: mean(laid) },
    };
  } finally {
    await server.close();
    await dropProfile(profile);
  }
}

/** Lets a page of the site make its database, and puts the history into it and into the second copy. */
async function store(profile: string, address: string, history: readonly Review[]): Promise<void> {
  await opened(profile, address, async (page) => {
    for (let from = 0; from < history.length; from += PORTION)
      await page.evaluate(put, history.slice(from, from + PORTION));
    await page.goto(address);
    await usable(page);
    // Seconds after opening, the page writes what it found into its second copy and into a record of columns.
    const latest = performance.now() + PATIENCE;
    while (!(await page.evaluate(isSettled, history.length))) {
      if (performance.now() > latest) throw new Error('The page did not write its copies of the history.');
      await page.waitForTimeout(500);
    }
  });
}

/** In the page: whether so many events are in the second copy, and in the record that is quick to read. */
async function isSettled(count: number): Promise<boolean> {
  const requests = await (await caches.open('unfold-history:/')).keys();
  const copied = requests.reduce((sum, { url }) => sum + Number(new URL(url).search.slice(1)), 0);
  const isRecorded = await new Promise((resolve, reject) => {
    const opening = indexedDB.open('unfold:/');
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const asking = opening.result.transaction('meta').objectStore('meta').count('snapshot');
      asking.onerror = () => reject(asking.error);
      asking.onsuccess = () => {
        opening.result.close();
        resolve(asking.result === 1);
      };
    };
  });
  return copied === count && isRecorded === true;
}

/** In the page: adds the events to the database that is there. */
function put(events: Review[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('unfold:/');
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const tx = opening.result.transaction('log', 'readwrite');
      tx.onabort = () => reject(tx.error);
      tx.oncomplete = () => {
        opening.result.close();
        resolve();
      };
      for (const event of events) tx.objectStore('log').add(event);
    };
  });
}

/** Starts a browser on the profile, opens the review in it, works, and ends the browser. */
async function opened<T>(
  profile: string,
  address: string,
  work: (page: Page) => Promise<T>,
  patience = 0,
): Promise<T> {
  const browser = await startBrowser(profile);
  try {
    const page = await watched(browser.context);
    await page.waitForTimeout(patience);
    await page.goto(address);
    await usable(page);
    return await work(page);
  } finally {
    await browser.close();
  }
}

/** A page that takes down when things happen in it. */
async function watched(context: BrowserContext): Promise<Page> {
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE);
  await page.addInitScript(() => {
    const own: Taken = { usable: null, ratings: [] };
    Object.assign(window, { taken: own });
    let rated: number | null = null;
    // Before the page hears of the key: what was fetched already lies there when it has heard.
    const press = ({ key, timeStamp }: KeyboardEvent) => {
      if (key === '2') rated = timeStamp;
    };
    addEventListener('keydown', press, { capture: true });
    new MutationObserver(() => {
      const table = document.querySelector<HTMLElement>('[data-table]');
      if (!table || table.hidden) return;
      own.usable ??= performance.now();
      if (rated === null || !document.querySelector('[data-answer]')?.hasAttribute('hidden')) return;
      const from = rated;
      rated = null;
      const laid = performance.now() - from;
      requestAnimationFrame(() =>
        setTimeout(() => own.ratings.push({ laid, painted: performance.now() - from })),
      );
    }).observe(document, { subtree: true, childList: true, attributes: true });
  });
  return page;
}

const usable = (page: Page) =>
  page.waitForFunction(() => (window as unknown as { taken: Taken }).taken.usable !== null);

const taken = (page: Page) => page.evaluate(() => (window as unknown as { taken: Taken }).taken);

/** Answers questions by the keys. */
async function rate(page: Page): Promise<Taken['ratings']> {
  for (let rating = 1; rating <= RATINGS; rating += 1) {
    await page.keyboard.press(' ');
    await page.keyboard.press('2');
    await page.waitForFunction(
      (count) => (window as unknown as { taken: Taken }).taken.ratings.length === count,
      rating,
    );
  }
  return (await taken(page)).ratings;
}
