/**
 * Carries the images and files that notes show: served from the folder of notes in
 * dev, copied into the built site. Only what a note refers to is carried.
 */
import { createReadStream } from 'node:fs';
import { copyFile, mkdir } from 'node:fs/promises';
import { dirname, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { basePath } from '../site.ts';
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
      'astro:server:setup': ({ server }) => {
        server.middlewares.use(async (request, response, next) => {
          // Vite takes the base off `url`; the address as it was asked for stays in `originalUrl`.
          const { pathname } = new URL(request.originalUrl ?? '', 'http://localhost');
          const url = pathname.slice(basePath.length);
          const { root, attachments } = await latestManifest(cache);
          const wanted = attachments.find((file) => file.url === url || encodeURI(file.url) === url);
          if (!wanted) return next();
          const type = types[extname(wanted.path).toLowerCase()];
          if (type) response.setHeader('Content-Type', type);
          createReadStream(join(root, wanted.path)).on('error', next).pipe(response);
        });
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
