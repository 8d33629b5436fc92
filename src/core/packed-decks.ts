/**
 * All decks in one file with a third of their bytes, for pages that look at the whole course: what a card's place says
 * already is not said again, and no key stands with every card.
 */
import type { Card, Deck } from './card.ts';

/**
 * What is no rule of a card: fragment and prompt, then `id`, `context`, `parent`, `level` and `exams` up to the last
 * that is not as usual. 0 stands for an id that is the address of the question.
 */
type PackedCard = [string, string, ...unknown[]];

interface PackedDeck {
  topic: string;
  title: string;
  /** Routes of the notes, each with its cards. */
  notes: [string, PackedCard[]][];
}

/** The decks, as JSON may carry them. */
export function packed(decks: readonly Deck[]): PackedDeck[] {
  return decks.map(({ topic, title, cards }) => {
    const notes: PackedDeck['notes'] = [];
    for (const card of cards) {
      if (notes.at(-1)?.[0] !== card.note) notes.push([card.note, []]);
      notes.at(-1)?.[1].push(packedCard(card));
    }
    return { topic, title, notes };
  });
}

/** The decks that were packed. */
export function unpacked(decks: readonly PackedDeck[]): Deck[] {
  return decks.map(({ topic, title, notes }) => ({
    topic,
    title,
    cards: notes.flatMap(([note, cards]) => cards.map((card) => unpackedCard(note, card))),
  }));
}

function packedCard({ id, prompt, context, note, fragment, parent, level, exams }: Card): PackedCard {
  const rest = [id === addressOf(note, fragment) ? 0 : id, context ?? 0, parent ?? 0, level ?? 0, exams];
  const told = rest.findLastIndex((value) => value !== 0 && !(Array.isArray(value) && value.length === 0));
  return [fragment, prompt, ...rest.slice(0, told + 1)];
}

function unpackedCard(note: string, [fragment, prompt, ...rest]: PackedCard): Card {
  const [id, context, parent, level, exams = []] = rest as [
    0 | string,
    0 | string,
    0 | string,
    0 | Card['level'],
    string[],
  ];
  return {
    id: id || addressOf(note, fragment),
    prompt,
    context: context || null,
    note,
    fragment,
    parent: parent || null,
    level: level || null,
    exams,
  };
}

/** What is the id of a card that never moved. */
const addressOf = (note: string, fragment: string): string => `${note.slice(1, -1)}#${fragment}`;
