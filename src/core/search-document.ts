/**
 * A note as the search index gets it, and how it comes back from there.
 *
 * A note is one document, so that the index of a large course stays small and quick. Anchors in it tell where the
 * title, a section, a prompt and an answer begin; a hit is put together from them (`search-hits.ts`).
 */
import type { Level, ReadNote } from './note.ts';
import { spaced } from './search-words.ts';

/** What an anchor stands before. `id`: the fragment of it, empty for what stands at the beginning of the note. */
export type Mark =
  | { kind: 'note' }
  | { kind: 'section'; id: string }
  /** What a section says. */
  | { kind: 'prose' }
  /** A prompt. `card` is empty where the question has no answer. */
  | { kind: 'question'; id: string; level: Level | null; card: string }
  | { kind: 'answer' };

/** How much more a word counts here than in prose and answers. */
const WEIGHTS = { title: 6, section: 3, prompt: 5 };

/** The document of a note: HTML for the indexer, in which every text is escaped. */
export function searchDocument(
  note: Pick<ReadNote, 'title' | 'topic' | 'questions' | 'texts'>,
  lang: string,
): string {
  const { prose, answers } = note.texts;
  const parts = [anchor({ kind: 'note' }), weighed(note.title, WEIGHTS.title)];
  for (const { id, heading, text } of prose) {
    parts.push(anchor({ kind: 'section', id: id ?? '' }), weighed(heading, WEIGHTS.section));
    parts.push(anchor({ kind: 'prose' }), words(text));
  }
  note.questions.forEach(({ id, level, card, prompt }, place) => {
    parts.push(anchor({ kind: 'question', id, level, card }), weighed(prompt, WEIGHTS.prompt));
    parts.push(anchor({ kind: 'answer' }), words(answers[place] ?? ''));
  });
  const levels = [...new Set(note.questions.flatMap(({ level }) => level ?? []))];
  const filters = [`topic:${note.topic}`, ...levels.map((level) => `level:${level}`)];
  return [
    `<html lang="${escaped(lang)}"><body>`,
    ...filters.map((filter) => `<i data-pagefind-filter="${escaped(filter)}"></i>`),
    ...parts,
    '</body></html>',
  ].join('\n');
}

/**
 * All that an anchor says is its id: Pagefind would have a title of its own for a result of its own, for which it cuts the
 * whole note into words once more.
 */
function anchor(mark: Mark): string {
  return `<i id="${escaped(JSON.stringify(mark))}"></i>`;
}

function weighed(text: string, weight: number): string {
  return `<b data-pagefind-weight="${weight}">${words(text)}</b>`;
}

/** Words that begin with three underscores could be taken for Pagefind's own marks. */
function words(text: string): string {
  return escaped(spaced(text).replace(/(^|\s)\u2060?_{3,}/gu, '$1'));
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/** What an anchor's id says; null for what this code does not know. */
export function readMark(id: string): Mark | null {
  try {
    return JSON.parse(id);
  } catch {
    return null;
  }
}
