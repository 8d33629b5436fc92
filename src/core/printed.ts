/**
 * The HTML of notes as a page for print holds it: several notes on one page, every answer open.
 *
 * Ids carry the note they are of, so that they stay unique, and links between notes of the page stay on it.
 */
import { withoutComponents } from './components.ts';

/** Characters of HTML up to which notes stand on one page for print; beyond, the page lists smaller ones. */
const PRINT_LIMIT = 4_000_000;

/** Whether these notes stand on one page for print. One note alone always does. */
export function fitsOnePage(notes: readonly { html: string }[]): boolean {
  return notes.length < 2 || notes.reduce((sum, { html }) => sum + html.length, 0) <= PRINT_LIMIT;
}

/** Id of a note on a page for print: `1-bread/1-dough`; `~` at the root. Shows that note alone as the page's target. */
export function printId(route: string): string {
  return route.replace(/^\/|\/$/g, '') || '~';
}

/** Id of a note's title there. It leads to the note and leaves the others in sight. */
export function printTitleId(route: string): string {
  return `${printId(route)}/_title`;
}

const TAG = /<[a-z][^\s/>]*(?:\s+[^\s=/>]+(?:="[^"]*")?)*\s*\/?>/gi;
const ATTRIBUTE = /\s([^\s=/>]+)="([^"]*)"/g;
const IDS = new Set(['id', 'for', 'headers', 'aria-labelledby', 'aria-describedby', 'aria-controls']);

/**
 * The HTML of a note for a page for print.
 *
 * `routes` are the notes of the page, `base` is the site's, with `/` at both ends. Components of a note, which
 * only live in a browser, are left out.
 */
export function printedHtml(
  { html, route }: { html: string; route: string },
  routes: Set<string>,
  base: string,
) {
  const prefix = escapeAttribute(`${printId(route)}/`);
  return withoutComponents(html).replace(TAG, (tag) =>
    tag
      .replace(ATTRIBUTE, (whole, name: string, value: string) => {
        const key = name.toLowerCase();
        if (key === 'loading') return '';
        if (IDS.has(key)) return ` ${name}="${value.replace(/[^\s]+/g, (id) => prefix + id)}"`;
        if (key === 'href' || key === 'xlink:href') return ` ${name}="${moved(value, route, routes, base)}"`;
        return value.includes('url(#') ? ` ${name}="${value.replaceAll('url(#', `url(#${prefix}`)}"` : whole;
      })
      .replace(/^<details(?! open)/i, '<details open'),
  );
}

/** Where a link of the note at `route` leads on the page; elsewhere it stays as it is. */
function moved(href: string, route: string, routes: Set<string>, base: string): string {
  const [address = '', fragment] = href.split('#', 2);
  const target = address === '' ? route : routeOf(address, base);
  if (target === null || !routes.has(target)) return href;
  const id = fragment ? `${encodeURI(printId(target))}/${fragment}` : encodeURI(printTitleId(target));
  return `#${escapeAttribute(id)}`;
}

function routeOf(address: string, base: string): string | null {
  if (!address.startsWith(base)) return null;
  try {
    return `/${decodeURI(address.slice(base.length))}`;
  } catch {
    return null;
  }
}

function escapeAttribute(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
}
