/** Which files belong to a page: what it shows and runs, and what those load in their turn, now or late. */
import { isHashed } from './address.ts';

/** `src` of anything, and links to hashed files: style sheets, not the pages and downloads that it leads to. */
const IN_MARKUP = /\s(src|href)="([^"]+)"/g;
/** Files beside a script or style sheet, which it imports or shows. */
const IN_CODE = /["'`(](\.?\/[^"'`()\s]+\.[\w-]{8}\.\w+)["'`)]/g;

/**
 * The paths of what `text` of this type needs, on its own host.
 *
 * @param url absolute address of the text.
 */
export function partsOf(text: string, type: string, url: string): string[] {
  const isMarkup = type.includes('html');
  const parts = new Set<string>();
  for (const [, a = '', b = ''] of text.matchAll(isMarkup ? IN_MARKUP : IN_CODE)) {
    const part = new URL((isMarkup ? b : a).replace(/&(?:amp|#x26|#38);/g, '&'), url);
    if (part.origin === new URL(url).origin && (a === 'src' || isHashed(part.pathname)))
      parts.add(part.pathname);
  }
  return [...parts];
}
