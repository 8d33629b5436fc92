/**
 * Cards: answered questions as something to recall, in the order of the course.
 *
 * This is what a deck's JSON holds. Answers are not in it: they are HTML already, on
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

/** The cards of a topic. */
export interface Deck {
  /** Route of the topic. */
  topic: string;
  title: string;
  cards: Card[];
}

/** The cards of a note, in the order of its page. */
export function cardsOf({ route, questions }: Pick<Note, 'route' | 'questions'>): Card[] {
  return questions
    .filter((question) => question.state === 'answered')
    .map(({ id, card, prompt, context, parent, level, exams }) => ({
      id: card,
      prompt,
      context,
      note: route,
      fragment: id,
      parent,
      level,
      exams,
    }));
}
