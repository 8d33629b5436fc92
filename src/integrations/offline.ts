/**
 * Offline reading, after the build: the list of what can be kept, with sizes, and the service worker that keeps it.
 *
 * Vite has made the worker of `src/browser/offline/sw.ts`; here it gets what only the finished site knows.
 */
import { createHash } from 'node:crypto';
import { readdir, readFile, rename, writeFile } from 'node:fs/promises';
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
        const off = join(folder, 'sw-off.js');
        if (!offline) {
          await rename(off, join(folder, 'sw.js'));
          logger.info('Offline reading is off: sw.js takes back what earlier versions kept.');
          return;
        }
        const written = (await readdir(folder, { recursive: true, withFileTypes: true }))
          .filter((entry) => entry.isFile())
          .map((entry) => join(entry.parentPath, entry.name).slice(folder.length).split(sep).join('/'))
          .sort();
        const { attachments } = await latestManifest(cache);
        const listPath = join(folder, 'offline.json');
        const { shell, pages }: { shell: string[]; pages: string[] } = JSON.parse(
          await readFile(listPath, 'utf8'),
        );

        const paths = new Set([
          ...[...shell, ...pages].map((address) => pathOf(decodeURI(address).slice(basePath.length))),
          ...FOR_BROWSERS,
          ...attachments.map(({ url }) => url),
          ...written.filter((path) => PARTS.test(path)),
        ]);
        const files = await Promise.all(
          [...paths].map(async (path): Promise<[string, number, string]> => {
            const content = await readFile(join(folder, path));
            const hash = createHash('sha256').update(content).digest('base64url').slice(0, 12);
            return [addressOf(path), content.length, hash];
          }),
        );
        const index = files.filter(([address]) => address.startsWith(`${basePath}pagefind/`));
        const hasSmallIndex = index.reduce((sum, [, bytes]) => sum + bytes, 0) <= SMALL_INDEX;
        const kept = [
          ...shell,
          ...FOR_BROWSERS.map(addressOf),
          ...(hasSmallIndex ? index.map(([address]) => address) : []),
        ];
        const build = createHash('sha256').update(JSON.stringify(files)).digest('base64url').slice(0, 12);
        await writeFile(listPath, JSON.stringify({ build, shell: kept, files }));
        const worker = join(folder, 'sw.js');
        // A browser takes a worker for a new one when a byte of it has changed: the name of the build sees to that.
        const head = `/* ${build} */const SHELL=${JSON.stringify(kept)};\n`;
        await writeFile(worker, head + (await readFile(worker, 'utf8')));
        const bytes = files.reduce((sum, file) => sum + file[1], 0);
        logger.info(`${files.length} files of ${bytes} bytes can be kept offline.`);
      },
    },
  };
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
