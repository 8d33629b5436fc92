/** Which card follows up which. */
import type { Card, Deck } from './card.ts';

const NONE: readonly Card[] = [];

export class FollowUps {
  readonly #parents = new Map<string, Card>();
  readonly #children = new Map<string, Card[]>();

  constructor(decks: readonly Deck[]) {
    const byPlace = new Map<string, Card>();
    const cards = decks.flatMap((deck) => deck.cards);
    for (const card of cards) byPlace.set(`${card.note}#${card.fragment}`, card);
    for (const card of cards) {
      const parent = card.parent === null ? undefined : byPlace.get(`${card.note}#${card.parent}`);
      if (parent === undefined || parent === card) continue;
      this.#parents.set(card.id, parent);
      const siblings = this.#children.get(parent.id);
      if (siblings) siblings.push(card);
      else this.#children.set(parent.id, [card]);
    }
  }

  /** The cards that `card` follows up, at whatever depth, the nearest first. A question without an answer ends the line. */
  above(card: Card): Card[] {
    const line: Card[] = [];
    let parent = this.#parents.get(card.id);
    // A broken deck may name a card as its own ancestor.
    while (parent !== undefined && !line.includes(parent)) {
      line.push(parent);
      parent = this.#parents.get(parent.id);
    }
    return line;
  }

  /** The nearest cards that follow up `card` and are wanted: below one that is not, its own follow-ups. In course order. */
  below(card: Card, isWanted: (card: Card) => boolean): readonly Card[] {
    const passed = new Set<Card>([card]);
    const find = (from: Card): readonly Card[] =>
      (this.#children.get(from.id) ?? NONE).flatMap((child) => {
        if (passed.has(child)) return NONE;
        passed.add(child);
        return isWanted(child) ? child : find(child);
      });
    return find(card);
  }
}
