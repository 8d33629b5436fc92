/** The list of pages for search engines: home, topics and notes, each with the day of its last change where that is known. */
import sitemap from '@astrojs/sitemap';
import type { AstroIntegration } from 'astro';
import { basePath, type ReadPage, siteUrl } from '../site.ts';
import { latestManifest } from './manifest.ts';

/** The integrations for astro.config.mjs: none where the site does not know its host, which every entry names. */
export function pagesList(): AstroIntegration[] {
  if (!siteUrl) return [];
  let cache: URL;
  let known: Promise<Map<string, ReadPage | null>> | undefined;
  const read = async () => {
    const { pages } = await latestManifest(cache);
    // The home page is there without notes at the folder's root, too.
    return new Map([['/', null], ...pages.map((page): [string, ReadPage] => [page.route, page])]);
  };
  return [
    {
      name: 'pages-list',
      hooks: {
        'astro:config:done': ({ config }) => {
          cache = config.cacheDir;
        },
      },
    },
    sitemap({
      // Tools, pages that lead on and the same notes on paper are for people who are here already.
      serialize: async (item) => {
        known ??= read();
        const pages = await known;
        const route = decodeURI(new URL(item.url).pathname).slice(basePath.length - 1);
        if (!pages.has(route)) return undefined;
        const day = pages.get(route)?.updated;
        return day ? { ...item, lastmod: day } : item;
      },
    }),
  ];
}
