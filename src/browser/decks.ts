/** The decks of the course, for pages that look at all of it. */
import type { Deck } from '../core/card.ts';
import { unpacked } from '../core/packed-decks.ts';

/** The decks that are packed at this address and have cards, in the order of the course; null where they cannot be had, as offline. */
export async function decksAt(address: string): Promise<Deck[] | null> {
  try {
    const answer = await fetch(address);
    return answer.ok ? unpacked(await answer.json()).filter(({ cards }) => cards.length > 0) : null;
  } catch {
    return null;
  }
}
