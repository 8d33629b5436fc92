/** The notes that were found, a few at a time. */
import type { Shown } from './found-list.ts';
import type { FoundAt } from './index-files.ts';

/** Notes that are fetched and shown at once. */
const AT_ONCE = 10;
/** Notes that are fetched at most to have so many. */
const MOST = 5 * AT_ONCE;

/** Fetches the next notes until there are enough in which a hit is left. Those that cover more of the terms come first. */
export async function fetched(
  found: readonly (() => Promise<FoundAt>)[],
  hits: (note: FoundAt) => Shown | null,
): Promise<{ notes: Shown[]; rest: (() => Promise<FoundAt>)[]; dropped: number }> {
  const notes: Shown[] = [];
  let at = 0;
  while (notes.length < AT_ONCE && at < Math.min(found.length, MOST)) {
    const batch = await Promise.all(found.slice(at, at + AT_ONCE).map((fetchNote) => fetchNote()));
    at += batch.length;
    notes.push(...batch.flatMap((note) => hits(note) ?? []));
  }
  notes.sort((one, other) => other.covers - one.covers);
  return { notes, rest: found.slice(at), dropped: at - notes.length };
}
