import type { Element } from 'hast';
import { elementsOf, filesOf, type Page, pagesOf } from './pages.ts';
import type { Site } from './sites.ts';

/** Every link, image, script and style sheet of a site that leads nowhere, as `page: element address (why)`. */
export async function deadLinks(site: Site): Promise<{ dead: string[]; checked: number }> {
  const pages = await pagesOf(site);
  const files = new Set(await filesOf(site));
  const ids = new Map(pages.map((page) => [page.file, idsOf(page)]));
  const dead: string[] = [];
  let checked = 0;
  for (const page of pages) {
    for (const element of elementsOf(page.tree)) {
      for (const reference of referencesOf(element)) {
        checked += 1;
        const reason = why(reference, page, site, files, ids);
        if (reason) dead.push(`${page.file}: <${element.tagName}> ${reference} (${reason})`);
      }
    }
  }
  return { dead, checked };
}

function referencesOf({ tagName, properties }: Element): string[] {
  // The address that search engines shall know the page by is that of the published site.
  if (tagName === 'link' && String(properties['rel']).includes('canonical')) return [];
  const single = [properties['href'], properties['src'], properties['poster'], properties['xLinkHref']];
  const sets = String(properties['srcSet'] ?? '').split(',');
  return [...single, ...sets.map((source) => source.trim().split(/\s/)[0])].flatMap((value) =>
    typeof value === 'string' && value !== '' ? [value] : [],
  );
}

function why(
  reference: string,
  page: Page,
  site: Site,
  files: Set<string>,
  ids: Map<string, Set<string>>,
): string | null {
  const here = new URL(page.address, 'http://site');
  const url = URL.canParse(reference, here) ? new URL(reference, here) : null;
  if (!url) return 'no address';
  if (url.protocol === 'data:' || url.origin !== here.origin) return null;
  if (!url.pathname.startsWith(site.base)) return `outside ${site.base}`;
  const path = decodeURIComponent(url.pathname.slice(site.base.length));
  const file = path === '' || path.endsWith('/') ? `${path}index.html` : path;
  if (!files.has(file)) return 'no such file';
  const fragment = decodeURIComponent(url.hash.slice(1));
  if (fragment && !ids.get(file)?.has(fragment)) return 'no such fragment';
  return null;
}

function idsOf({ tree }: Page): Set<string> {
  return new Set(elementsOf(tree).flatMap(({ properties: { id } }) => (typeof id === 'string' ? [id] : [])));
}
