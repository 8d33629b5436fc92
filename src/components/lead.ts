/** Keeps a page from saying the same sentence twice, as its lead and as its first paragraph. */

const FIRST_PARAGRAPH = /^\s*<p[^>]*>(.*?)<\/p>/s;

/** Whether a note's HTML opens with the paragraph that its description was taken from. */
export function beginsWith(html: string, description: string): boolean {
  return plain(FIRST_PARAGRAPH.exec(html)?.[1] ?? '').startsWith(plain(description));
}

/**
 * The words under a title, and what is left to show below.
 *
 * A description taken from the first paragraph may have been cut short; the lead
 * then says the whole paragraph. One with a link stays where it is.
 */
export function leadAndRest(html: string, description: string): { lead: string; rest: string } {
  const paragraph = FIRST_PARAGRAPH.exec(html)?.[1] ?? '';
  if (!description || paragraph.includes('<a ') || !beginsWith(html, description))
    return { lead: description, rest: html };
  return { lead: plain(paragraph), rest: html.replace(FIRST_PARAGRAPH, '').trim() };
}

function plain(html: string): string {
  return html
    .replace(/<[^>]*>/g, '')
    .replace(/&(?:#x26|amp);/g, '&')
    .replace(/&(?:#x3C|lt);/g, '<')
    .replace(/…$/, '')
    .replace(/\s+/g, ' ')
    .trim();
}
