/**
 * Speculation rules: pages of the site below `base` whose link the reader points at, or begins to press, are fetched
 * before they go there. Browsers without them, and those that save data, do nothing.
 *
 * Pages only: what can be taken along is large, and its address does not end with a slash.
 */
export function prefetching(base: string): string {
  return JSON.stringify({
    prefetch: [{ where: { href_matches: [base, `${base}*/`] }, eagerness: 'moderate' }],
  });
}
