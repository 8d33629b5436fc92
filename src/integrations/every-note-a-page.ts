/**
 * Holds the site to its first promise: every note that was read has a page.
 *
 * Frameworks lose pages in silence when two want one address; this compares what
 * the loader read with what stands in the built folder, and fails naming what is missing.
 */
import { access } from 'node:fs/promises';
import type { AstroIntegration } from 'astro';
import { latestManifest } from './manifest.ts';

/** The integration for astro.config.mjs. */
export function everyNoteAPage(): AstroIntegration {
  let cache: URL;
  return {
    name: 'every-note-a-page',
    hooks: {
      'astro:config:done': ({ config }) => {
        cache = config.cacheDir;
      },
      'astro:build:done': async ({ dir, logger }) => {
        const { pages } = await latestManifest(cache);
        const missing: string[] = [];
        for (const { path, route } of pages) {
          const page = new URL(`.${encodeURI(route)}index.html`, dir);
          await access(page).catch(() => missing.push(`  ${path || '.'} should be at ${route}`));
        }
        if (missing.length > 0) {
          throw new Error(
            `${missing.length} of ${pages.length} pages were not written:\n${missing.join('\n')}\nThis is a fault of the site, not of the notes. Please report it with the names of these files.`,
          );
        }
        logger.info(`${pages.length} topics and notes read, ${pages.length} pages written.`);
      },
    },
  };
}
