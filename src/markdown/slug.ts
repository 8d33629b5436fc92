/** Addresses and fragments from words of any script. */

/**
 * `text` as a slug: NFC, lower case, letters, digits and marks of all scripts kept, the rest folded into `-`.
 * Empty where the text has neither letters nor digits.
 */
export function slug(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(/['’`]/g, '')
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, '-')
    .replace(/^-+|-+$/g, '');
}

/** `slug(text)` cut at a word boundary to at most `limit` characters. */
export function shortSlug(text: string, limit = 64): string {
  const whole = slug(text);
  if (whole.length <= limit) return whole;
  const cut = whole.slice(0, limit + 1).lastIndexOf('-');
  return whole
    .slice(0, cut > limit / 2 ? cut : limit)
    .replace(/[\uD800-\uDBFF]$/, '')
    .replace(/-+$/, '');
}

/** A short, stable mark of `text`: 32-bit FNV-1a in base 36. Tells equal stems with different code apart. */
export function mark(text: string): string {
  let hash = 0x811c9dc5;
  for (let n = 0; n < text.length; n++) hash = Math.imul(hash ^ text.charCodeAt(n), 0x01000193);
  return (hash >>> 0).toString(36);
}
