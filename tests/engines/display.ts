import { type ChildProcess, execFile } from 'node:child_process';
import { once } from 'node:events';
import type { Readable } from 'node:stream';
import { promisify } from 'node:util';
import type { Display } from './driver.ts';
import { find } from './packages.ts';
import { begin, end } from './processes.ts';

const run = promisify(execFile);

/**
 * A display that nobody looks at, and a hand at its keyboard.
 *
 * Drivers act within pages. What a browser does itself, such as finding in a page or printing, is asked of its window.
 */
export class Screen implements Display {
  readonly env: Record<string, string>;
  readonly #server: ChildProcess;

  private constructor(server: ChildProcess, number: string) {
    this.#server = server;
    this.env = { DISPLAY: `:${number}` };
  }

  /** Starts it with room for a window of 1280 by 900. */
  static async start(): Promise<Screen> {
    const args = ['-displayfd', '3', '-screen', '0', '1400x1000x24', '-nolisten', 'tcp'];
    const server = begin(await find('display'), args, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
    const [first] = await Promise.race([
      once(server.stdio[3] as Readable, 'data'),
      once(server, 'exit').then(([code]) => {
        throw new Error(`Xvfb ended with ${code} before it had a display.`);
      }),
    ]);
    return new Screen(server, String(first).trim());
  }

  async focus(title: string): Promise<void> {
    await this.#hand(title, []);
  }

  async press(title: string, ...names: string[]): Promise<void> {
    await this.#hand(title, ['key', '--delay', '50', ...names]);
  }

  /** Types into the window whose title has these words. */
  async type(title: string, text: string): Promise<void> {
    await this.#hand(title, ['type', '--delay', '50', text]);
  }

  async stop(): Promise<void> {
    await end(this.#server, () => this.#server.kill());
  }

  /** Gives the window the focus and acts on whatever has it: a dialog may close at a key that is not yet released. */
  async #hand(title: string, action: string[]): Promise<void> {
    const pattern = title.replace(/[^A-Za-z0-9 ]+/g, '.+');
    const keyboard = await find('keyboard');
    const options = { env: { ...process.env, ...this.env }, timeout: 20_000 };
    try {
      await run(
        keyboard,
        ['search', '--sync', '--onlyvisible', '--name', pattern, 'windowfocus', '--sync'],
        options,
      );
      if (action.length > 0) await run(keyboard, action, options);
    } catch (error) {
      throw new Error(`No window “${title}” took the keys.`, { cause: error });
    }
  }
}
