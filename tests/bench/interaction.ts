/**
 * How soon a page of many questions answers a reader, on a processor a quarter, and on one a third as fast as this one.
 *
 * Measured is what Event Timing measures, by which browsers judge pages in the field: from the press of a button or key
 * until what it did is painted, the longest of the events that the press is made of, in steps of 8 ms. The pointer has come
 * to its place and the page to rest before, and what is pressed is held as long as a finger holds it: neither finding a place for
 * the click nor scrolling there is in the figure. A page of nothing but toggles tells what the browser and the machine take.
 */
import { type CDPSession, chromium, type Locator, type Page } from '@playwright/test';
import { findBrowser, launchArguments } from '../support/chromium.ts';
import { serve } from '../support/serve.ts';
import { Course } from './course.ts';
import { type Figure, type Measured, quantile } from './figure.ts';

const QUESTIONS = 500;
/** How many times slower than this one the processor is; with whether that is what is promised for. */
const SLOWER = [
  [4, true],
  [3, false],
] as const;
/** Of each kind. */
const TIMES = 20;
/** In ms, for what should be there at once. */
const PATIENCE = 20_000;
/** In ms, from the press until what it did is painted. */
const MOST = 50;
/** In ms, that a button or key is held. */
const HELD = 80;
/** In ms, after which a page does nothing any more, also where everything takes four times as long. */
const REST = 600;

/** What an interaction needs before it, and the interaction itself. */
interface Kind {
  before: (page: Page, time: number) => Promise<void>;
  act: (page: Page) => Promise<void>;
  times?: number;
}

const summary = (page: Page, at: number) => page.locator('main details > summary').nth(at);

const press = (find: (page: Page, time: number) => Locator): Kind => ({
  before: async (page, time) => {
    const place = find(page, time);
    await place.scrollIntoViewIfNeeded();
    const box = await place.boundingBox();
    if (!box) throw new Error('What is to be pressed is not on the page.');
    await page.mouse.move(box.x + Math.min(box.width, 40) / 2, box.y + Math.min(box.height, 40) / 2);
  },
  act: async (page) => {
    await page.mouse.down();
    await page.waitForTimeout(HELD);
    await page.mouse.up();
  },
});

/** A button that turns all toggles, after the one that turns them back. */
const pressForAll = (command: 'open' | 'close'): Kind => {
  const kind = press((page) => page.locator(`[data-do="${command}"]`));
  const back = command === 'open' ? 'close' : 'open';
  return {
    ...kind,
    times: 5,
    before: async (page, time) => {
      await page.locator(`[data-do="${back}"]`).click();
      await rest(page);
      await kind.before(page, time);
    },
  };
};

/** Above a phone's questions stands the folded list of them: the first summary is that one's. */
const QUESTION = 1;

const KINDS: Record<string, Kind> = {
  'an answer opened': press((page, time) => summary(page, QUESTION + time)),
  'an answer rated': press((page, time) =>
    page.locator('.question').nth(time).locator('[data-rate]:visible').first(),
  ),
  'an answer closed': press((page, time) => summary(page, QUESTION + time)),
  'an answer opened by key': {
    before: (page, time) => summary(page, QUESTION + TIMES + time).focus(),
    act: (page) => page.keyboard.press('Enter', { delay: HELD }),
  },
  'the theme switched': press((page) => page.locator('theme-switch button')),
  'all answers opened': pressForAll('open'),
  'all answers closed': pressForAll('close'),
};

const BARE = `<!doctype html><meta name="viewport" content="width=device-width"><main>${'<details><summary>What?</summary>That.</details>'.repeat(2 * TIMES)}</main>`;

export async function interaction(): Promise<Measured> {
  const course = new Course(1, QUESTIONS);
  const server = await serve(await course.site());
  const { path, env } = await findBrowser();
  const browser = await chromium.launch({
    executablePath: path,
    args: launchArguments,
    env: { ...process.env, ...env } as Record<string, string>,
  });
  const figures: Figure[] = [];
  const details: Record<string, number[]> = {};
  try {
    for (const [slower, isPromised] of SLOWER) {
      const page = await browser.newPage({ viewport: { width: 390, height: 844 } });
      page.setDefaultTimeout(PATIENCE);
      const session = await page.context().newCDPSession(page);
      await page.addInitScript(listen);
      const measure = async (what: string, kind: Kind, most?: number): Promise<void> => {
        const name = `${slower} times slower, ${what}`;
        const all = await times(page, session, slower, kind);
        details[name] = all;
        figures.push({
          name: `${name}, median`,
          value: quantile(all, 0.5),
          unit: 'ms',
          ...(most ? { most } : {}),
        });
        figures.push({ name: '  95 of 100', value: quantile(all, 0.95), unit: 'ms' });
      };
      await page.goto(`data:text/html,${encodeURIComponent(BARE)}`);
      await measure(
        'for comparison: a page of nothing but toggles',
        press((of, time) => summary(of, time)),
      );
      await page.goto(`${server.url}1-topic/1-note/`, { waitUntil: 'networkidle' });
      for (const [name, kind] of Object.entries(KINDS))
        await measure(`${QUESTIONS} questions: ${name}`, kind, isPromised ? MOST : undefined);
      await page.context().close();
    }
    return { figures, details: { questions: QUESTIONS, ...details } };
  } finally {
    await browser.close();
    await server.close();
    await course.drop();
  }
}

/** The page takes down how long its interactions took. */
function listen(): void {
  const taken: number[] = [];
  Object.assign(window, { taken });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as (PerformanceEventTiming & { interactionId: number })[]) {
      if (entry.interactionId > 0) taken.push(entry.duration);
    }
  }).observe({ type: 'event', durationThreshold: 16, buffered: true } as PerformanceObserverInit);
}

/** In ms, of the interactions of a kind; a browser tells them in steps of 8, and none that took less than 16. */
async function times(
  page: Page,
  session: CDPSession,
  slower: number,
  { before, act, times = TIMES }: Kind,
): Promise<number[]> {
  const all: number[] = [];
  for (let time = 0; time < times; time += 1) {
    await session.send('Emulation.setCPUThrottlingRate', { rate: 1 });
    await before(page, time);
    await session.send('Emulation.setCPUThrottlingRate', { rate: slower });
    // A browser that is just being slowed down, or a pointer that has just come, is no part of an interaction.
    await rest(page);
    await page.evaluate(() => {
      (window as unknown as { taken: number[] }).taken.length = 0;
    });
    await act(page);
    await rest(page);
    all.push(await page.evaluate(() => Math.max(16, ...(window as unknown as { taken: number[] }).taken)));
  }
  return all;
}

/** What was pressed is painted, and told, before the page comes to rest. */
function rest(page: Page): Promise<void> {
  return page.evaluate((ms) => new Promise<void>((done) => setTimeout(done, ms)), REST);
}
