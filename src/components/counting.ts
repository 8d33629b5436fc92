/** How many questions notes ask. */
import type { Note } from '../core/note.ts';

/** Questions with and without an answer; a group asks nothing itself. */
export function questionsOf(notes: Pick<Note, 'questions'>[]): number {
  return notes.flatMap((note) => note.questions).filter((question) => question.state !== 'group').length;
}

/** Questions that nobody has answered yet. */
export function openQuestionsOf(notes: Pick<Note, 'questions'>[]): number {
  return notes.flatMap((note) => note.questions).filter((question) => question.state === 'open').length;
}
