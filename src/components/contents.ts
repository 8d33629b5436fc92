/** The contents of a note: its sections and top questions, in the order of the page. */
import type { Note } from '../core/note.ts';
import { headline } from '../core/prompt.ts';

/** A place on the page to jump to. */
export interface ContentsEntry {
  id: string;
  text: string;
  kind: 'section' | 'question';
}

/** Sections down to the second level of headings, and the questions that follow up no other. */
export function contentsOf({ sections, questions }: Pick<Note, 'sections' | 'questions'>): ContentsEntry[] {
  const ids = new Set(questions.map((question) => question.id));
  const places = [
    ...sections
      .filter((section) => section.depth <= 3 && section.text && !ids.has(section.id))
      .map(({ id, text, line }) => ({ id, text, line, kind: 'section' as const })),
    ...questions
      .filter((question) => question.parent === null)
      .map(({ id, prompt, line }) => ({
        id,
        text: headline(prompt),
        line,
        kind: 'question' as const,
      })),
  ];
  return places.sort((a, b) => a.line - b.line).map(({ id, text, kind }) => ({ id, text, kind }));
}

/** Entries of a list. */
const PIECE = 20;

/** The entries in one list, or where they are many in several: one that is out of sight costs a browser nothing. */
export function piecesOf(entries: readonly ContentsEntry[]): (readonly ContentsEntry[])[] {
  if (entries.length <= 2 * PIECE) return [entries];
  return Array.from({ length: Math.ceil(entries.length / PIECE) }, (_, place) =>
    entries.slice(place * PIECE, (place + 1) * PIECE),
  );
}
