/** Keeps a page from saying the same sentence twice, as its lead and as its first paragraph. */

/** Whether a note's HTML opens with the paragraph that its description was taken from. */
export function beginsWith(html: string, description: string): boolean {
  return firstParagraph(html).startsWith(plain(description));
}

/** Whether a note's HTML says no more than its description. */
export function saysNoMore(html: string, description: string): boolean {
  const text = plain(html);
  return text === '' || text === plain(description);
}

function firstParagraph(html: string): string {
  return plain(/^\s*<p[^>]*>(.*?)<\/p>/s.exec(html)?.[1] ?? '');
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
