/** Taking down which cards of the history the notes no longer have, on pages that have all decks. */
import type { Card } from '../core/card.ts';
import { orphansOf } from '../core/orphans.ts';
import { GONE } from './gone.ts';
import type { History } from './history.ts';

/** Leaves what is in none of `decks`, which are all there are, out of what is due, here and on pages to come. */
export function lookForGone(history: History, decks: readonly { readonly cards: readonly Card[] }[]): void {
  const gone = orphansOf(history.memories, decks).map(({ card }) => card);
  try {
    if (gone.length > 0) localStorage.setItem(GONE, JSON.stringify(gone));
    else localStorage.removeItem(GONE);
  } catch {
    // Then they are counted, and the review shows that there is nothing.
  }
  history.tellDue();
}
