/** Which card follows up which. */
import type { Card, Deck } from './card.ts';

const NONE: readonly Card[] = [];

export class FollowUps {
  readonly #parents = new Map<Card, Card>();
  readonly #children = new Map<Card, Card[]>();

  /** The cards of a note stand together, parents before their follow-ups; a deck that breaks this has fewer of them. */
  constructor(decks: readonly Deck[]) {
    let note = '';
    const byFragment = new Map<string, Card>();
    for (const { cards } of decks) {
      for (const card of cards) {
        if (card.note !== note) byFragment.clear();
        note = card.note;
        const parent = card.parent === null ? undefined : byFragment.get(card.parent);
        if (parent !== undefined) this.#link(parent, card);
        byFragment.set(card.fragment, card);
      }
    }
  }

  /** The cards that `card` follows up, at whatever depth, the nearest first. A question without an answer ends the line. */
  above(card: Card): Card[] {
    const line: Card[] = [];
    let parent = this.#parents.get(card);
    while (parent !== undefined) {
      line.push(parent);
      parent = this.#parents.get(parent);
    }
    return line;
  }

  /** The nearest cards that follow up `card` and are wanted: below one that is not, its own follow-ups. In course order. */
  below(card: Card, isWanted: (card: Card) => boolean): readonly Card[] {
    const children = this.#children.get(card) ?? NONE;
    return children.flatMap((child) => (isWanted(child) ? child : this.below(child, isWanted)));
  }

  #link(parent: Card, card: Card): void {
    this.#parents.set(card, parent);
    const siblings = this.#children.get(parent);
    if (siblings) siblings.push(card);
    else this.#children.set(parent, [card]);
  }
}
