/**
 * The pictures that other sites show beside a link: one for each topic and note, and one for the home page.
 *
 * Drawn after the build, where the site knows its host. A picture is drawn anew only when its words or the design have
 * changed; until then it lies in the cache.
 */
import { createHash } from 'node:crypto';
import { copyFile, mkdir, readdir, readFile, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { siteUrl } from '../../site.ts';
import { latestManifest } from '../manifest.ts';
import { wordsOfSite } from '../words.ts';
import { drawAll } from './draw-all.ts';
import { type Words, wordsOf, wordsOfHome } from './words.ts';

/** The integrations for astro.config.mjs: none where the site does not know its host, which a page's picture names. */
export function socialImages(): AstroIntegration[] {
  if (!siteUrl) return [];
  let cache: URL;
  return [
    {
      name: 'social-images',
      hooks: {
        'astro:config:done': ({ config }) => {
          cache = config.cacheDir;
        },
        'astro:build:done': async ({ dir, logger }) => {
          const manifest = await latestManifest(cache);
          const start = performance.now();
          const words = await wordsOfSite();
          const pictures = new Map<string, Words>([
            ...manifest.pages.map((page): [string, Words] => [
              page.picture,
              wordsOf(page, manifest.title, words),
            ]),
            [manifest.picture, wordsOfHome(manifest, words)],
          ]);
          const folder = new URL('pictures/', cache);
          const drawn = await keep(folder, pictures, (address) => new URL(`.${encodeURI(address)}`, dir));
          const seconds = ((performance.now() - start) / 1000).toFixed(1);
          logger.info(`${pictures.size} pictures of pages, ${drawn} of them drawn anew in ${seconds} s.`);
        },
      },
    },
  ];
}

/** Puts every picture in its place, and forgets those that nobody wants any more. Gives how many were drawn. */
async function keep(
  folder: URL,
  pictures: ReadonlyMap<string, Words>,
  placeOf: (address: string) => URL,
): Promise<number> {
  await mkdir(folder, { recursive: true });
  const there = new Set(await readdir(folder));
  const look = await fingerprintOfLook();
  const names = new Map(
    [...pictures].map(([address, words]) => {
      const hash = createHash('sha256').update(look).update(JSON.stringify(words)).digest('hex');
      return [address, `${hash.slice(0, 32)}.png`];
    }),
  );
  const wanted = new Map([...names].map(([route, name]) => [name, pictures.get(route)]));
  const orders = [...wanted].flatMap(([name, words]) =>
    words === undefined || there.has(name) ? [] : [{ words, file: fileURLToPath(new URL(name, folder)) }],
  );
  await drawAll(orders);
  for (const name of there) if (!wanted.has(name)) await rm(new URL(name, folder));
  for (const [address, name] of names) {
    const place = fileURLToPath(placeOf(address));
    await mkdir(dirname(place), { recursive: true });
    await copyFile(new URL(name, folder), place);
  }
  return orders.length;
}

/** Changes with whatever decides how the same words look: our code, and the packages that draw. */
async function fingerprintOfLook(): Promise<string> {
  const own = ['design.ts', 'draw.ts', 'words.ts'].map((name) =>
    readFile(new URL(name, import.meta.url), 'utf8'),
  );
  const { dependencies } = JSON.parse(await readFile('package.json', 'utf8')) as {
    dependencies: Record<string, string>;
  };
  const packages = ['satori', '@resvg/resvg-wasm', '@fontsource/inter'].map((name) => dependencies[name]);
  return JSON.stringify([await Promise.all(own), packages]);
}
