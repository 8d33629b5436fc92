import { chromium, type Page } from '@playwright/test';
import { launchArguments } from '../support/chromium.ts';
import { type Driver, type Engine, expressionOf, type Place } from './driver.ts';
import { find } from './packages.ts';

/** Chromium, over its own protocol, in the hands of Playwright. */
export const chromiumEngine: Engine = {
  name: 'chromium',
  itself: /\.(?:google|googleapis|gvt1)\.com(?::443)?$/,
  start,
};

async function start({ folder, display, proxy }: Place): Promise<Driver> {
  // Those that the other tests would rather have, and npm brings along, have no window.
  const path = process.env['CHROMIUM_PATH'] ?? (await find('chromium'));
  const context = await chromium.launchPersistentContext(folder, {
    executablePath: path,
    // In a window: where there is none, nobody finds in a page.
    headless: false,
    args: [
      ...launchArguments.filter((argument) => argument !== '--headless'),
      // The machine may have no graphics.
      '--disable-gpu',
      `--proxy-server=${proxy.host}:${proxy.port}`,
    ],
    env: { ...process.env, ...display.env } as Record<string, string>,
  });
  const page = context.pages()[0] ?? (await context.newPage());
  const complaints: string[] = [];
  page.on('pageerror', ({ message }) => {
    // Chromium's own word for a fade that came too late to be shown; no script of a page can catch it.
    if (!message.startsWith('Transition was aborted')) complaints.push(message);
  });
  page.on('console', (message) => {
    if (/Content Security Policy/.test(message.text())) complaints.push(message.text());
  });
  return {
    version: `Chromium ${context.browser()?.version()}`,
    complaints,
    open: (address) => settled(page.goto(address)),
    reload: () => settled(page.reload()),
    run: (work, ...args) => page.evaluate(expressionOf(work, args)),
    click: (x, y) => page.mouse.click(x, y),
    press: (...pressed) => pressAll(page, pressed),
    resize: (width, height) => page.setViewportSize({ width, height }),
    screenshot: () => page.screenshot(),
    print: () => page.pdf({ preferCSSPageSize: true }),
    close: () => context.close(),
  };
}

async function settled(navigation: Promise<unknown>): Promise<void> {
  await navigation;
}

async function pressAll(page: Page, pressed: string[]): Promise<void> {
  for (const key of pressed) await page.keyboard.press(key);
}
