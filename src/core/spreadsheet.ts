/** A deck as a table: a row for each card, with its answer in words. */
import { csv } from './csv.ts';
import type { Note } from './note.ts';

/** Heads of the columns. */
const HEAD = ['id', 'topic', 'note', 'context', 'prompt', 'answer', 'level', 'exams', 'link'];

/** A topic as the table wants it. */
export interface Tabled {
  title: string;
  notes: readonly Pick<Note, 'title' | 'route' | 'questions'>[];
}

/** The cards of `topics` as CSV. `address` makes a link of a route, with or without a fragment. */
export function spreadsheet(topics: readonly Tabled[], address: (route: string) => string): string {
  const rows = topics.flatMap((topic) =>
    topic.notes.flatMap((note) =>
      note.questions
        .filter(({ state }) => state === 'answered')
        .map(({ id, card, context, prompt, answer, level, exams }) => [
          card,
          topic.title,
          note.title,
          context ?? '',
          prompt,
          answer,
          level ?? '',
          exams.join(', '),
          `${address(note.route)}#${encodeURIComponent(id)}`,
        ]),
    ),
  );
  return csv([HEAD, ...rows]);
}
