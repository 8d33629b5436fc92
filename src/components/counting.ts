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

/** Whether the author numbered the questions: in a list, or in the words themselves (`0.1 What …?`). */
export function hasNumbers({ html, questions }: Pick<Note, 'html' | 'questions'>): boolean {
  return html.includes('class="number"') || questions.some(({ prompt }) => /^\d+[.)]\d*\s/.test(prompt));
}
