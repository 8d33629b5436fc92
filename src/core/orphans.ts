/** Cards that a learner knows and the notes no longer have. */
import type { Card } from './card.ts';
import type { Memories } from './memory.ts';

/** A card that is in no deck. */
export interface Orphan {
  card: string;
  /** Reviews that count. */
  reviews: number;
}

/** The cards that were reviewed and are in none of `decks`, in the order of their ids. They are never deleted. */
export function orphansOf(
  memories: Memories,
  decks: readonly { readonly cards: readonly Card[] }[],
): Orphan[] {
  const there = new Set(decks.flatMap(({ cards }) => cards.map(({ id }) => id)));
  return [...memories.entries()]
    .filter(([card]) => !there.has(card))
    .map(([card, { reviews }]) => ({ card, reviews }))
    .sort((one, other) => (one.card < other.card ? -1 : 1));
}
