/** What the picture of a page says. */
import type { Manifest, ReadPage } from '../../site.ts';

/** The words of a picture; null where none of the fonts can write them. */
export interface Words {
  title: string | null;
  /** Where the page belongs. */
  above: string | null;
  /** How much it asks. */
  below: string | null;
}

/** How the language of the site counts. */
interface Counting {
  notes: (count: number) => string;
  questions: (count: number) => string;
}

/** The words for a topic or note of the course. */
export function wordsOf(
  { title, topic, notes, questions }: ReadPage,
  course: string,
  counting: Counting,
): Words {
  const counts = [
    ...(notes === null ? [] : [counting.notes(notes)]),
    ...(questions > 0 ? [counting.questions(questions)] : []),
  ];
  return { title, above: topic ? `${course} / ${topic}` : course, below: counts.join(' · ') };
}

/** The words for the home page. */
export function wordsOfHome({ title, pages }: Pick<Manifest, 'title' | 'pages'>, counting: Counting): Words {
  const notes = pages.filter((page) => page.notes === null);
  const questions = notes.reduce((sum, page) => sum + page.questions, 0);
  return {
    title,
    above: null,
    below: `${counting.notes(notes.length)} · ${counting.questions(questions)}`,
  };
}

const STAND_INS: Record<string, string> = {
  '→': '›',
  '⇒': '›',
  '←': '‹',
  '⇐': '‹',
  '≠': '!=',
  '≤': '<=',
  '≥': '>=',
};

/**
 * `words` as the fonts can write them, which have none of the letters `missing`. Signs are replaced or left out, and so
 * are pictographs; a text that lacks a letter or a digit is left out as a whole, and never shown as boxes.
 */
export function writable({ title, above, below }: Words, missing: ReadonlySet<string>): Words {
  const written = (text: string | null): string | null => {
    const letters = [...(text ?? '')];
    const lacks = letters.some((letter) => missing.has(letter) && /[\p{L}\p{N}\p{M}]/u.test(letter));
    if (lacks) return null;
    const kept = letters.map((letter) => (missing.has(letter) ? (STAND_INS[letter] ?? '') : letter));
    return kept.join('').replace(/\s+/g, ' ').trim() || null;
  };
  // Better the name of the course than none.
  const [first, second, third] = [written(title), written(above), written(below)];
  return first === null
    ? { title: second, above: null, below: third }
    : { title: first, above: second, below: third };
}
