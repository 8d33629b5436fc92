/**
 * Finds a browser for the tests, and brings one along when the machine has none.
 *
 * Nothing is downloaded from a browser vendor: the last resorts come from npm and Debian, the registries
 * that the project's other packages come from.
 */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, resolve } from 'node:path';
import { chromium } from '@playwright/test';
import { unpack } from './packed-chromium.ts';

/** A browser that has answered when asked for its version. */
export interface Browser {
  path: string;
  /** What it needs in its environment to start. */
  env: Record<string, string>;
  /** For people: where it comes from, and its version. */
  origin: string;
}

/** Starts the same everywhere, as root too, and asks nobody on the network for anything. */
export const launchArguments = [
  '--headless',
  '--no-sandbox',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const known = 'UNFOLD_TEST_BROWSER';

/**
 * The first browser of the list that starts. The answer is kept in the environment, so that the processes
 * which Playwright starts use the browser that its first process found.
 */
export async function findBrowser(): Promise<Browser> {
  const found = process.env[known];
  if (found) return JSON.parse(found) as Browser;
  const refusals: string[] = [];
  // A browser that someone names is the one they want: when it does not start, no other is taken instead.
  const wanted = process.env['CHROMIUM_PATH'] ? candidates.slice(0, 1) : candidates.slice(1);
  for (const { origin, find } of wanted) {
    try {
      const { path, env } = await find();
      const version = execFileSync(path, ['--version', '--no-sandbox'], {
        encoding: 'utf8',
        env: { ...process.env, ...env },
        stdio: ['ignore', 'pipe', 'pipe'],
        timeout: 30_000,
      });
      const browser = { path, env, origin: `${version.trim()}, ${origin}` };
      process.env[known] = JSON.stringify(browser);
      return browser;
    } catch (error) {
      refusals.push(`  ${origin}: ${String(error instanceof Error ? error.message : error).trim()}`);
    }
  }
  throw new Error(
    `No browser for the tests. Set CHROMIUM_PATH to a Chromium or Chrome. Tried:\n${refusals.join('\n')}`,
  );
}

/** A program that has not been tried yet. */
export type Found = Pick<Browser, 'path' | 'env'>;

const SHELL = 'chromium-headless-shell';
const WITH_WINDOWS = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

const candidates: { origin: string; find: () => Found | Promise<Found> }[] = [
  { origin: 'CHROMIUM_PATH', find: () => existing(process.env['CHROMIUM_PATH'] ?? '') },
  { origin: "Playwright's own", find: () => existing(chromium.executablePath()) },
  // Without windows before with: each page in one with windows takes twice as long, though nobody looks at them.
  { origin: "the system's", find: () => onPath([SHELL]) },
  { origin: `Debian's package ${SHELL}`, find: () => install(SHELL) },
  { origin: "the system's", find: () => onPath(WITH_WINDOWS) },
  { origin: "Debian's package chromium", find: () => install('chromium') },
  // It ends at once where a page keeps the handle of a file.
  { origin: 'npm package @sparticuz/chromium', find: unpack },
];

function existing(path: string): Found {
  if (!existsSync(path)) throw new Error(`no file at ${path}`);
  return { path, env: {} };
}

function onPath(names: string[]): Found {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  const path = names
    .flatMap((name) => folders.map((folder) => resolve(folder, name)))
    .find((place) => existsSync(place));
  if (!path) throw new Error(`none of ${names.join(', ')} on the PATH`);
  return existing(path);
}

/** As root on Debian a browser is one command away; elsewhere that is for the machine's owner to do. */
function install(name: string): Found {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) throw new Error('needs root on Debian');
  const options = {
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    timeout: 300_000,
    stdio: 'ignore' as const,
  };
  execFileSync('apt-get', ['update'], options);
  execFileSync('apt-get', ['install', '-y', '--no-install-recommends', name], options);
  return existing(`/usr/bin/${name}`);
}
