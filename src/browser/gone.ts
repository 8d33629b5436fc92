/** Cards that are in the history and no longer in the notes. A page that sees one note cannot tell: it asks what another took down. */

/** Where a page that had all decks takes them down. */
export const GONE = `unfold:${import.meta.env.BASE_URL}:gone`;

/** Ids of the cards that were gone when it was last looked; none where nobody has looked, or the browser stores nothing. */
export function goneCards(): ReadonlySet<string> {
  try {
    return new Set<string>(JSON.parse(localStorage.getItem(GONE) ?? '[]'));
  } catch {
    return new Set();
  }
}
