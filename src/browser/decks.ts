/** The decks of the course, for pages that look at all of it. */
import type { Deck } from '../core/card.ts';

/** The decks at these addresses, in this order; null in place of one that cannot be had, as offline. */
export function decksAt(addresses: readonly string[]): Promise<(Deck | null)[]> {
  return Promise.all(
    addresses.map((address) =>
      fetch(address).then(
        (answer): Promise<Deck> | null => (answer.ok ? answer.json() : null),
        () => null,
      ),
    ),
  );
}
