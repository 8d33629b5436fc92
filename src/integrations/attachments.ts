/**
 * Carries the images and files that notes show: served from the folder of notes in
 * dev, copied into the built site. Only what a note refers to is carried.
 */
import { copyFile, mkdir, readFile } from 'node:fs/promises';
import { dirname, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { attachmentsFolder } from '../site.ts';
import { answering } from './dev-answers.ts';
import { latestManifest } from './manifest.ts';

/** Types that browsers refuse to guess for an image. */
const types: Record<string, string> = {
  '.svg': 'image/svg+xml',
  '.avif': 'image/avif',
  '.webp': 'image/webp',
};

/** The integration for astro.config.mjs. */
export function attachments(): AstroIntegration {
  let cache: URL;
  return {
    name: 'attachments',
    hooks: {
      'astro:config:done': ({ config }) => {
        cache = config.cacheDir;
      },
      'astro:server:setup': ({ server, logger }) => {
        const find = async (path: string) => {
          // Every request comes by here, and the list of a large folder is long.
          if (!path.startsWith(attachmentsFolder)) return null;
          const { root, attachments } = await latestManifest(cache);
          const wanted = attachments.find(({ url }) => url === path || encodeURI(url) === path);
          if (!wanted) return null;
          const type = types[extname(wanted.path).toLowerCase()];
          return { content: await readFile(join(root, wanted.path)), type };
        };
        server.middlewares.use(answering(find, logger));
      },
      'astro:build:done': async ({ dir, logger }) => {
        const { root, attachments } = await latestManifest(cache);
        for (const { path, url } of attachments) {
          const target = fileURLToPath(new URL(url, dir));
          await mkdir(dirname(target), { recursive: true });
          await copyFile(join(root, path), target);
        }
        if (attachments.length > 0) logger.info(`${attachments.length} files beside notes carried along.`);
      },
    },
  };
}
