/**
 * Cards: answered questions as something to recall, in the order of the course.
 *
 * This is what the site's own pages need of a card. Answers are not in it: they are HTML already, on
 * the page of their note.
 */
import type { Level, Note } from './note.ts';

/** One answered question. */
export interface Card {
  /** Distinct in the whole course and for ever, wherever the question stands and however it is put. */
  id: string;
  prompt: string;
  /** What the question is about, where the prompt alone does not say. */
  context: string | null;
  /** Route of the note: `/3-ecs/5-storage/`. */
  note: string;
  /** Fragment of the question on that page. */
  fragment: string;
  /** Fragment of the question this one follows up, or null at the top. */
  parent: string | null;
  level: Level | null;
  exams: string[];
}

/** A card as it is taken along: in a deck's JSON. */
export interface TakenCard extends Card {
  /** In words: lines, without markup. */
  answer: string;
}

/** The cards of a topic. */
export interface Deck {
  /** Route of the topic. */
  topic: string;
  title: string;
  cards: Card[];
}

/** The cards of a note, in the order of its page. */
export function cardsOf(note: Pick<Note, 'route' | 'questions'>): Card[] {
  return takenCardsOf(note).map(({ answer: _, ...card }) => card);
}

/** The cards of a note with their answers. */
export function takenCardsOf({ route, questions }: Pick<Note, 'route' | 'questions'>): TakenCard[] {
  return questions
    .filter((question) => question.state === 'answered')
    .map(({ id, card, prompt, context, parent, level, exams, answer }) => ({
      id: card,
      prompt,
      context,
      note: route,
      fragment: id,
      parent,
      level,
      exams,
      answer,
    }));
}
