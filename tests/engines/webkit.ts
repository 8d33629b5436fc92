import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import { join } from 'node:path';
import { type Driver, type Engine, expressionOf, type Place } from './driver.ts';
import { keyboard, pointerAt } from './input.ts';
import { find } from './packages.ts';
import { begin, end } from './processes.ts';
import { until } from './until.ts';
import { connect } from './webdriver.ts';

/** WebKitGTK in its MiniBrowser, over WebDriver. */
export const webkitEngine: Engine = {
  name: 'webkit',
  forgets: 'what WebKitGTK keeps while it is driven ends with the browser',
  start,
};

async function start({ folder, display, proxy }: Place): Promise<Driver> {
  const config = join(folder, 'config');
  await mkdir(join(config, 'gtk-3.0'), { recursive: true });
  // Printers are looked for on the network unless paper is a file.
  await writeFile(join(config, 'gtk-3.0', 'settings.ini'), '[Settings]\ngtk-print-backends=file\n');
  // Its toolbar would be wider than a phone.
  await writeFile(
    join(config, 'gtk-3.0', 'gtk.css'),
    'button, entry { padding: 0; border-width: 0; min-width: 0 }',
  );
  const port = await freePort();
  const env = { ...process.env, ...display.env, HOME: folder, XDG_CONFIG_HOME: config };
  const options = { cwd: folder, env, stdio: 'ignore' } as const;
  const driver = begin(await find('webkit'), [`--port=${port}`], options);
  const through = `${proxy.host}:${proxy.port}`;
  const session = await connect(`http://127.0.0.1:${port}`, {
    proxy: { proxyType: 'manual', httpProxy: through, sslProxy: through, noProxy: ['127.0.0.1'] },
  });
  const perform = (source: object): Promise<void> => session.post('/actions', { actions: [source] });
  const run: Driver['run'] = (work, ...args) =>
    session.post('/execute/sync', { script: `return ${expressionOf(work, args)}`, args: [] });
  // The driver resolves as soon as there is a document.
  const come = async (): Promise<void> => {
    await until('the page to have come', async () => {
      const hasCome = await run(() => document.readyState === 'complete');
      return hasCome || undefined;
    });
  };
  return {
    version: `WebKitGTK ${session.version}`,
    complaints: null,
    open: (url) => session.post('/url', { url }).then(come),
    reload: () => session.post('/refresh', {}).then(come),
    run,
    click: (x, y) => perform(pointerAt(x, y)),
    press: (...pressed) => perform(keyboard(pressed)),
    resize: async (width, height) => {
      const [besides = 0, above = 0] = await run(() => [outerWidth - innerWidth, outerHeight - innerHeight]);
      await session.post('/window/rect', { x: 0, y: 0, width: width + besides, height: height + above });
    },
    screenshot: async () => Buffer.from(await session.get<string>('/screenshot'), 'base64'),
    print: async () => printed(folder, display, await session.get<string>('/title')),
    close: () => end(driver, () => session.end().finally(() => driver.kill())),
  };
}

/** WebDriver's command for it is one that this driver does not know: it is printed with the browser's own dialog. */
async function printed(folder: string, display: Place['display'], title: string): Promise<Buffer> {
  const paper = join(folder, 'output.pdf');
  await rm(paper, { force: true });
  await display.press(title, 'ctrl+p');
  // The first printer of the list is the file.
  await display.press('Print', 'Down', 'Return');
  return until('the page to be on paper', async () => {
    const pdf = await readFile(paper).catch(() => null);
    return pdf?.subarray(-16).includes('%%EOF') ? pdf : undefined;
  });
}

/** A port that nobody listens at: this driver wants to be told one. */
async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise<void>((resolve) => server.close(() => resolve()));
  return port;
}
