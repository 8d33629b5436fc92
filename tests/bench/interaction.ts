/** How soon a page of many questions answers a reader, on a processor a quarter as fast as this one. */
import { type CDPSession, chromium, type Page } from '@playwright/test';
import { findBrowser, launchArguments } from '../support/chromium.ts';
import { serve } from '../support/serve.ts';
import { Course } from './course.ts';
import { type Figure, type Measured, quantile } from './figure.ts';

const QUESTIONS = 500;
const SLOWER = 4;
/** Of each kind. */
const TIMES = 15;
/** In ms, for what should be there at once. */
const PATIENCE = 20_000;
/** In ms, from the press until what it did is painted. */
const MOST = 50;

/** The kinds of interaction: what is done the nth time. */
const KINDS: Record<string, (page: Page, time: number) => Promise<void>> = {
  'an answer opened': (page, time) => summary(page, time).click(),
  'an answer rated': (page) => page.locator('.rating button:visible').first().click(),
  'an answer closed': (page, time) => summary(page, time).click(),
  'an answer opened by key': async (page, time) => {
    await summary(page, TIMES + time).focus();
    await page.keyboard.press('Enter');
  },
  'the theme switched': (page) => page.locator('theme-switch button').click(),
};

const summary = (page: Page, at: number) => page.locator('main details > summary').nth(at);

export async function interaction(): Promise<Measured> {
  const course = new Course(1, QUESTIONS);
  const server = await serve(await course.site());
  const { path, env } = await findBrowser();
  const browser = await chromium.launch({
    executablePath: path,
    args: launchArguments,
    env: { ...process.env, ...env } as Record<string, string>,
  });
  try {
    const page = await browser.newPage({ viewport: { width: 390, height: 844 } });
    page.setDefaultTimeout(PATIENCE);
    const session = await page.context().newCDPSession(page);
    await page.addInitScript(listen);
    await page.goto(`${server.url}1-topic/1-note/`, { waitUntil: 'networkidle' });
    await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
    const details: Record<string, number[]> = {};
    for (const [name, act] of Object.entries(KINDS)) details[name] = await times(page, session, act);
    const figures = Object.entries(details).flatMap(([name, all]): Figure[] => [
      { name: `${QUESTIONS} questions: ${name}, median`, value: quantile(all, 0.5), unit: 'ms', most: MOST },
      { name: '  the longest', value: Math.max(...all), unit: 'ms' },
    ]);
    return { figures, details: { questions: QUESTIONS, slower: SLOWER, ...details } };
  } finally {
    await browser.close();
    await server.close();
    await course.drop();
  }
}

/** The page takes down how long its interactions took. */
function listen(): void {
  const taken: { id: number; ms: number }[] = [];
  Object.assign(window, { taken });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as PerformanceEventTiming[]) {
      const { interactionId } = entry as PerformanceEventTiming & { interactionId: number };
      if (interactionId > 0) taken.push({ id: interactionId, ms: entry.duration });
    }
  }).observe({ type: 'event', durationThreshold: 16, buffered: true } as PerformanceObserverInit);
}

/** In ms, of `TIMES` interactions of a kind; a browser tells them in steps of 8, and none that took less than 16. */
async function times(
  page: Page,
  session: CDPSession,
  act: (page: Page, time: number) => Promise<void>,
): Promise<number[]> {
  const all: number[] = [];
  for (let time = 0; time < TIMES; time += 1) {
    await page.evaluate(() => {
      (window as unknown as { taken: unknown[] }).taken.length = 0;
    });
    await act(page, time);
    // What was pressed is painted, and told, before the page comes to rest.
    await session.send('Runtime.evaluate', {
      expression: 'new Promise((done) => setTimeout(done, 500))',
      awaitPromise: true,
    });
    all.push(
      await page.evaluate(() =>
        Math.max(16, ...(window as unknown as { taken: { ms: number }[] }).taken.map(({ ms }) => ms)),
      ),
    );
  }
  return all;
}
