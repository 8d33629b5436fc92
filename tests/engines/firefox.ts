import type { ChildProcess } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Bidi } from './bidi.ts';
import { type Driver, type Engine, expressionOf, type Place } from './driver.ts';
import { keyboard, pointerAt } from './input.ts';
import { find } from './packages.ts';
import { begin, end } from './processes.ts';

/** Firefox, over WebDriver BiDi. */
export const firefoxEngine: Engine = { name: 'firefox', start };

/** A browser that is driven leaves most of what it does by itself; this is the rest. */
function preferences({ host, port }: Place['proxy']): Record<string, string | number | boolean> {
  return {
    'services.settings.server': 'data:,#remote-settings-dummy/v1',
    'network.captive-portal-service.enabled': false,
    'network.connectivity-service.enabled': false,
    'media.gmp-manager.updateEnabled': false,
    'network.proxy.type': 1,
    'network.proxy.http': host,
    'network.proxy.http_port': port,
    'network.proxy.ssl': host,
    'network.proxy.ssl_port': port,
  };
}

/** What Firefox says of a script that a page no longer needs because its reader leaves, and of a host that is not there. */
const EXCUSED =
  /^(?:TypeError: error loading dynamically imported module|Failed to load ‘.*’\. A ServiceWorker passed a promise)/;

async function start({ folder, display, proxy }: Place): Promise<Driver> {
  const profile = join(folder, 'profile');
  await mkdir(profile, { recursive: true });
  const lines = Object.entries(preferences(proxy)).map(
    ([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});\n`,
  );
  await writeFile(join(profile, 'user.js'), lines.join(''));
  // On a blank page the address bar would have the focus, and no key would reach the page.
  const args = ['--profile', profile, '--no-remote', '--remote-debugging-port', '0', 'data:,'];
  // As root Firefox starts in no home but root's own.
  const env = { ...process.env, ...display.env, HOME: folder, MOZ_REMOTE_SETTINGS_DEVTOOLS: '1' };
  const browser = begin(await find('firefox'), args, { env, stdio: ['ignore', 'ignore', 'pipe'] });
  const complaints: string[] = [];
  const bidi = await Bidi.connect(`${await addressOf(browser)}/session`, (method, { level, type, text }) => {
    const isError = method === 'log.entryAdded' && type === 'javascript' && level === 'error';
    if (isError && !EXCUSED.test(String(text))) complaints.push(String(text));
  });
  const { capabilities } = await bidi.send<{ capabilities: { browserVersion: string } }>('session.new', {
    capabilities: {},
  });
  await bidi.send('session.subscribe', { events: ['log.entryAdded'] });
  const { contexts } = await bidi.send<{ contexts: { context: string }[] }>('browsingContext.getTree');
  const window = { context: contexts[0]?.context ?? '' };
  // Without it the page's elements would have a focus that no key reaches.
  await display.focus('Mozilla Firefox');
  const act = (source: object) => bidi.send('input.performActions', { ...window, actions: [source] });
  return {
    version: `Firefox ${capabilities.browserVersion}`,
    complaints,
    open: (url) => settled(bidi.send('browsingContext.navigate', { ...window, url, wait: 'complete' })),
    reload: () => settled(bidi.send('browsingContext.reload', { ...window, wait: 'complete' })),
    run: async (work, ...args) => {
      const expression = `Promise.resolve(${expressionOf(work, args)}).then((it) => JSON.stringify(it ?? null))`;
      const { result, exceptionDetails } = await bidi.send<Evaluated>('script.evaluate', {
        expression,
        target: window,
        awaitPromise: true,
      });
      if (exceptionDetails) throw new Error(exceptionDetails.text);
      return JSON.parse(result?.value ?? 'null');
    },
    click: (x, y) => settled(act(pointerAt(x, y))),
    press: (...pressed) => settled(act(keyboard(pressed))),
    resize: (width, height) =>
      settled(bidi.send('browsingContext.setViewport', { ...window, viewport: { width, height } })),
    screenshot: () => bytes(bidi.send('browsingContext.captureScreenshot', window)),
    print: () => bytes(bidi.send('browsingContext.print', { ...window, page: { width: 21, height: 29.7 } })),
    close: () => end(browser, () => bidi.send('browser.close')),
  };
}

interface Evaluated {
  result?: { value?: string };
  exceptionDetails?: { text: string };
}

/** Where a browser that has just been started listens, as it says itself. */
function addressOf(browser: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    browser.stderr?.on('data', (chunk: Buffer) => {
      said += chunk;
      const address = /WebDriver BiDi listening on (ws:\S+)/.exec(said)?.[1];
      if (address) resolve(address);
    });
    browser.once('error', reject);
    browser.once('exit', (code) => reject(new Error(`Firefox ended with ${code}:\n${said}`)));
  });
}

async function bytes(answer: Promise<{ data: string }>): Promise<Buffer> {
  return Buffer.from((await answer).data, 'base64');
}

async function settled(command: Promise<unknown>): Promise<void> {
  await command;
}
