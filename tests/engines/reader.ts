import { isDeepStrictEqual } from 'node:util';
import type { Screen } from './display.ts';
import type { Driver, Json } from './driver.ts';
import { until } from './until.ts';

/** Somebody before a page: finds things by their words, clicks on them, and waits for what comes. */
export class Reader {
  readonly driver: Driver;
  readonly #screen: Screen;

  constructor(driver: Driver, screen: Screen) {
    this.driver = driver;
    this.#screen = screen;
  }

  /** Waits until a question about the page has the answer `wanted`; says which it had instead. */
  async waits<A extends Json[]>(
    wanted: Json,
    ask: (...args: A) => Json | Promise<Json>,
    ...args: A
  ): Promise<void> {
    await this.#waitsFor(JSON.stringify(wanted), (said) => isDeepStrictEqual(said, wanted), ask, ...args);
  }

  /** Clicks on the first thing in sight that a selector names and that has these words. */
  async click(selector: string, words = ''): Promise<void> {
    const what = `something to click at: ${selector} with “${words}”`;
    const [x, y] = await until(
      what,
      async () => (await this.driver.run(pointOf, selector, words)) ?? undefined,
    );
    await this.driver.click(x, y);
  }

  /** Waits until something in sight that a selector names has these words. */
  async reads(selector: string, words: string): Promise<void> {
    const isThere = (said: string[]) => said.some((text) => text.includes(words));
    await this.#waitsFor(`“${words}” in ${selector}`, isThere, textsOf, selector);
  }

  /** Waits until the toggle with this prompt is open, or closed. */
  async findsOpen(prompt: string, wanted: boolean): Promise<void> {
    await this.waits(wanted, isOpen, prompt);
  }

  /** Waits until the note has the script that it asks for ratings with, which comes once it can be read. */
  async waitsForRecall(): Promise<void> {
    await this.waits(true, () =>
      performance.getEntriesByType('resource').some(({ name }) => /\/history\.[^/]+\.js$/.test(name)),
    );
  }

  /** Finds words in the page as readers do, with the browser's own search. */
  async finds(words: string): Promise<void> {
    const title = await this.driver.run(() => document.title);
    await this.#screen.press(title, 'ctrl+f');
    await this.#screen.type(title, words);
  }

  /** Closes the browser's own search. */
  async stopsFinding(): Promise<void> {
    await this.#screen.press(await this.driver.run(() => document.title), 'Escape');
  }

  async #waitsFor<A extends Json[], T>(
    what: string,
    isIt: (said: Awaited<T>) => boolean,
    ask: (...args: A) => T,
    ...args: A
  ): Promise<void> {
    let last: unknown;
    await until(what, async () => {
      const said = await this.driver.run(ask, ...args);
      last = said;
      return isIt(said) || undefined;
    }).catch(({ message, cause }: Error) => {
      throw new Error(`${message} The page said ${JSON.stringify(last)}.`, { cause });
    });
  }
}

/** In the page: where to click. Null as long as there is nothing, or it moves, or something lies over it. */
async function pointOf(selector: string, words: string): Promise<[number, number] | null> {
  const element = [...document.querySelectorAll(selector)].find((each) => {
    const says = (each.textContent ?? '').replace(/\s+/g, ' ');
    return says.includes(words) && each.checkVisibility({ visibilityProperty: true });
  });
  element?.scrollIntoView({ block: 'center', behavior: 'instant' });
  const before = element?.getBoundingClientRect();
  await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  const [box] = element?.getClientRects() ?? [];
  if (!box || element?.getBoundingClientRect().y !== before?.y) return null;
  const x = box.x + box.width / 2;
  const y = box.y + box.height / 2;
  return element?.contains(document.elementFromPoint(x, y)) ? [x, y] : null;
}

/** In the page: what everything in sight says that a selector names. */
function textsOf(selector: string): string[] {
  return [...document.querySelectorAll(selector)]
    .filter((element) => element.checkVisibility({ visibilityProperty: true }))
    .map(({ textContent }) => (textContent ?? '').replace(/\s+/g, ' ').trim());
}

/** In the page: null where there is no such prompt. */
function isOpen(prompt: string): boolean | null {
  const summaries = [...document.querySelectorAll('summary')];
  const summary = summaries.find(({ textContent }) => textContent?.includes(prompt));
  return summary ? (summary.parentElement as HTMLDetailsElement).open : null;
}
