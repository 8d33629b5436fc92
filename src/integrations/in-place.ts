/**
 * Writes the site over the one that the build before left, and removes what is left over of that at the end.
 *
 * Astro would empty the folder first, and copy back what did not change. But a file system is slow to make files where many
 * were just removed: ext4 passes over the inodes of the last minutes one by one, for each new file, and that was a third of
 * a build after a change. Astro leaves a page alone that stands there already, whatever it says; so nothing stays but what
 * is as the last build with the same cache left it.
 */
import {
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { latestManifest } from './manifest.ts';

/** Where people publish the folder with git, its history stands there. */
const NOT_OURS = '.git';
/** Astro's list of the pages that it keeps, in its cache (astro/dist/core/build/incremental.js). */
const KEPT_PAGES = 'incremental-build.json';
/** The bit of a file's mode that lets its owner write to it. */
const WRITABLE = 0o200;

/** What a build left. */
export interface Left {
  /** Path of the folder of the site. */
  folder: string;
  /** When each file was last touched in any way, in epoch ms of the file system, by its path there. */
  files: Record<string, number>;
}

/** Two integrations for astro.config.mjs: one before all that write, one before all that look at what was written. */
export function inPlace(): { begin: AstroIntegration; end: AstroIntegration } {
  let cache: URL;
  let folder: string;
  let since: number;
  const record = () => new URL('left.json', cache);
  return {
    begin: {
      name: 'in-place',
      hooks: {
        'astro:config:setup': ({ updateConfig }) => {
          updateConfig({ vite: { build: { emptyOutDir: false } } });
        },
        'astro:config:done': ({ config }) => {
          cache = config.cacheDir;
          folder = fileURLToPath(config.outDir);
        },
        'astro:build:start': async () => {
          const { pages, attachments } = await latestManifest(cache);
          const addresses = [...pages.map(({ route }) => route), ...attachments.map(({ url }) => url)];
          const left = read(record());
          // A build that did not come to its end left no record. Of the pages that Astro keeps some may be that build's, and
          // the list of them is of the one before.
          if (!left) rmSync(new URL(KEPT_PAGES, cache), { force: true });
          rmSync(record(), { force: true });
          since = makeReady(folder, addresses, left?.folder === folder ? left.files : {});
        },
      },
    },
    end: {
      name: 'left-over',
      hooks: {
        'astro:build:done': ({ assets }) => {
          const kept = [...assets.values()].flat().map((url) => relative(folder, fileURLToPath(url)));
          const files = removeOlder(folder, since, new Set(kept.map((path) => path.split(sep).join('/'))));
          writeFileSync(record(), JSON.stringify({ folder, files } satisfies Left));
        },
      },
    },
  };
}

function read(record: URL): Left | null {
  try {
    return JSON.parse(readFileSync(record, 'utf8'));
  } catch {
    return null;
  }
}

/**
 * Makes `folder` ready to be written over: what is not as it was `left`, may not be written to, or stands in the way of
 * `addresses`, is removed. Those of folders end with `/`. Gives back the time of the file system, in epoch ms.
 */
export function makeReady(folder: string, addresses: readonly string[], left: Left['files']): number {
  mkdirSync(folder, { recursive: true });
  const wanted = wantedOf(addresses);
  for (const path of below(folder)) {
    const found = lstatSync(join(folder, path));
    const stays = found.isDirectory()
      ? !wanted.files.has(path)
      : found.ctimeMs === left[path] && (found.mode & WRITABLE) > 0 && !wanted.folders.has(path);
    if (!stays) rmSync(join(folder, path), { recursive: true });
  }
  const now = join(folder, '.now');
  writeFileSync(now, '');
  const { ctimeMs } = lstatSync(now);
  rmSync(now);
  return ctimeMs;
}

/**
 * Removes the files in `folder` that were not touched since `since`, in epoch ms of the file system, and are not among
 * `kept`, and folders without files. Gives back when each of the others was last touched.
 */
export function removeOlder(folder: string, since: number, kept: ReadonlySet<string>): Left['files'] {
  const files: Left['files'] = {};
  const folders: string[] = [];
  for (const path of below(folder)) {
    const found = lstatSync(join(folder, path));
    if (found.isDirectory()) folders.push(path);
    else if (found.ctimeMs >= since || kept.has(path)) files[path] = found.ctimeMs;
    else rmSync(join(folder, path));
  }
  // Those inside others first.
  for (const path of folders.reverse())
    if (readdirSync(join(folder, path)).length === 0) rmdirSync(join(folder, path));
  return files;
}

/** The files and the folders that there have to be at these addresses, as paths. */
function wantedOf(addresses: readonly string[]): { files: Set<string>; folders: Set<string> } {
  const files = new Set<string>();
  const folders = new Set<string>();
  for (const path of addresses.map((address) => address.replace(/^\//, ''))) {
    for (const { index } of path.matchAll(/\//g)) folders.add(path.slice(0, index));
    if (!path.endsWith('/')) files.add(path);
  }
  return { files, folders };
}

/** The paths of what is in `folder` at any depth, each before what is in it. Links are not followed. */
function* below(folder: string, within = ''): Generator<string> {
  for (const entry of readdirSync(join(folder, within), { withFileTypes: true })) {
    const path = `${within}${entry.name}`;
    if (path === NOT_OURS) continue;
    yield path;
    if (entry.isDirectory() && existsSync(join(folder, path))) yield* below(folder, `${path}/`);
  }
}
