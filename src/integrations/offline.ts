/**
 * Offline reading, after the build: the list of what can be kept, with sizes, and the service worker that keeps it.
 *
 * Vite has made the worker of `src/browser/offline/sw.ts`; here it gets what only the finished site knows.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { basePath, offline } from '../site.ts';
import { latestManifest } from './manifest.ts';

/** In bytes: a search index up to here is kept from the first visit on, a larger one with the whole course. */
const SMALL_INDEX = 1_500_000;
/** What stands at the root of the site for browsers themselves. */
const FOR_BROWSERS = ['favicon.svg', 'manifest.webmanifest', 'icons/192.png'];
/** What every page needs, whatever it is about, and the search. */
const PARTS = /^(?:_astro|pagefind)\//;
const OFF = new URL('../browser/offline/sw-off.js', import.meta.url);

/** Path, bytes and a hash of them, as `OfflineList` of src/browser/offline/address.ts has them. */
type File = [address: string, bytes: number, hash: string];

/** What src/pages/offline.json.ts says: addresses of pages, and of decks. */
interface Wanted {
  shell: string[];
  pages: string[];
}

/** The integration for astro.config.mjs; to stand after all others, because it lists what they have written. */
export function offlineReading(): AstroIntegration {
  let cache: URL;
  return {
    name: 'offline-reading',
    hooks: {
      'astro:config:done': ({ config }) => {
        cache = config.cacheDir;
      },
      'astro:build:done': async ({ dir, logger }) => {
        const folder = fileURLToPath(dir);
        const off = `const BASE=${JSON.stringify(basePath)};\n${await readFile(OFF, 'utf8')}`;
        await writeFile(join(folder, 'sw-off.js'), off);
        if (!offline) {
          await writeFile(join(folder, 'sw.js'), off);
          logger.info('OFFLINE=off: sw.js takes back what earlier versions kept for reading offline.');
          return;
        }
        const { attachments } = await latestManifest(cache);
        const wanted: Wanted = JSON.parse(await readFile(join(folder, 'offline.json'), 'utf8'));
        const files = await filesOf(
          folder,
          wanted,
          attachments.map(({ url }) => url),
        );
        const index = files.filter(([address]) => address.startsWith(`${basePath}pagefind/`));
        const shell = [
          ...wanted.shell,
          ...FOR_BROWSERS.map(addressOf),
          ...(bytesOf(index) <= SMALL_INDEX ? index.map(([address]) => address) : []),
        ];
        const build = hashOf(JSON.stringify(files));
        await writeFile(join(folder, 'offline.json'), JSON.stringify({ build, shell, files }));
        // A browser takes a worker for a new one when a byte of it has changed: the name of the build sees to that.
        const head = `/* ${build} */const SHELL=${JSON.stringify(shell)};\n`;
        const worker = join(folder, 'sw.js');
        await writeFile(worker, head + (await readFile(worker, 'utf8')));
        logger.info(`${files.length} files of ${bytesOf(files)} bytes can be kept offline.`);
      },
    },
  };
}

/** All files of the built site that reading it offline takes; `attached`: paths of the files beside notes. */
async function filesOf(folder: string, { shell, pages }: Wanted, attached: string[]): Promise<File[]> {
  const written = (await readdir(folder, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length).split(sep).join('/'))
    .sort();
  const paths = new Set([
    ...[...shell, ...pages].map((address) => pathOf(decodeURI(address).slice(basePath.length))),
    ...FOR_BROWSERS,
    ...attached,
    ...written.filter((path) => PARTS.test(path)),
  ]);
  // Nothing else happens now, and thousands of small files are read twice as fast without waiting for each.
  return [...paths].map((path) => {
    const content = readFileSync(join(folder, path));
    return [addressOf(path), content.length, hashOf(content)];
  });
}

/** Twelve characters that change with every byte. */
function hashOf(content: string | Buffer): string {
  return createHash('sha256').update(content).digest('base64url').slice(0, 12);
}

function bytesOf(files: readonly File[]): number {
  return files.reduce((sum, [, bytes]) => sum + bytes, 0);
}

/** Where the file of a page, or of anything else, lies below the built folder. */
function pathOf(route: string): string {
  return route === '' || route.endsWith('/') ? `${route}index.html` : route;
}

/** The address of a file of the built folder, as pages ask for it. */
function addressOf(path: string): string {
  const address = encodeURI(path).replace(/[?#]/g, encodeURIComponent);
  return basePath + address.replace(/(^|\/)index\.html$/, '$1');
}
