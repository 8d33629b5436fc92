/**
 * A note as the search index gets it, and how it comes back from there.
 *
 * A note is one document, so that the index of a large course stays small and quick. Anchors in it tell where the
 * title, a section, a prompt and an answer begin; a hit is put together from them (`search-hits.ts`).
 */
import type { Level, QuestionState, ReadNote } from './note.ts';
import { spaced } from './search-words.ts';

/** What an anchor stands before. */
export type Mark =
  | { kind: 'note' }
  | { kind: 'section' }
  /** What a section says. */
  | { kind: 'prose' }
  /** A prompt. `card` is empty where the question has no answer. */
  | { kind: 'question'; state: QuestionState; level: Level | null; card: string }
  | { kind: 'answer' };

/** How much more a word counts here than in prose and answers. */
const WEIGHTS = { title: 6, section: 3, prompt: 5 };

const NO_LEVEL = '-';

/** The document of a note: HTML for the indexer, in which every text is escaped. */
export function searchDocument(
  note: Pick<ReadNote, 'title' | 'topic' | 'questions' | 'texts'>,
  lang: string,
): string {
  const { prose, answers } = note.texts;
  const parts = [anchor({ kind: 'note' }), weighed(note.title, WEIGHTS.title)];
  for (const { id, heading, text } of prose) {
    parts.push(anchor({ kind: 'section' }, id ?? ''), weighed(heading, WEIGHTS.section));
    parts.push(anchor({ kind: 'prose' }), words(text));
  }
  note.questions.forEach(({ id, state, level, card, prompt }, place) => {
    parts.push(anchor({ kind: 'question', state, level, card }, id), weighed(prompt, WEIGHTS.prompt));
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

function anchor(mark: Mark, id = ''): string {
  const title =
    mark.kind === 'question'
      ? `question ${mark.state} ${mark.level ?? NO_LEVEL} ${mark.card}`.trimEnd()
      : mark.kind;
  return `<i id="${escaped(id)}" data-pagefind-title="${escaped(title)}"></i>`;
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

/** What an anchor's title says; null for what this code does not know. */
export function readMark(title: string): Mark | null {
  if (title === 'note' || title === 'section' || title === 'prose' || title === 'answer')
    return { kind: title };
  const [, state, level, card] =
    /^question (answered|open|group) (recall|understand|apply|-)(?: (.+))?$/.exec(title) ?? [];
  if (state === undefined || level === undefined) return null;
  return {
    kind: 'question',
    state: state as QuestionState,
    level: level === NO_LEVEL ? null : (level as Level),
    card: card ?? '',
  };
}
