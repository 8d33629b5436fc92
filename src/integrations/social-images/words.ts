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

const counted = (count: number, thing: string): string => `${count} ${thing}${count === 1 ? '' : 's'}`;

/** The words for a topic or note of the course. */
export function wordsOf({ title, topic, notes, questions }: ReadPage, course: string): Words {
  const counts = [
    ...(notes === null ? [] : [counted(notes, 'note')]),
    ...(questions > 0 ? [counted(questions, 'question')] : []),
  ];
  return { title, above: topic ? `${course}  /  ${topic}` : course, below: counts.join(' · ') };
}

/** The words for the home page. */
export function wordsOfHome({ title, pages }: Pick<Manifest, 'title' | 'pages'>): Words {
  const notes = pages.filter((page) => page.notes === null);
  const questions = notes.reduce((sum, page) => sum + page.questions, 0);
  return {
    title,
    above: null,
    below: `${counted(notes.length, 'note')} · ${counted(questions, 'question')}`,
  };
}

const PICTOGRAPHS = /[\p{Extended_Pictographic}\u{FE0F}\u{200D}\u{20E3}\u{1F1E6}-\u{1F1FF}]/gu;

/** `words` without pictographs, which are decoration and for which there is no font. */
export function withoutPictographs({ title, above, below }: Words): Words {
  const clean = (text: string | null): string | null =>
    text?.replace(/[©®™]/g, '').replace(PICTOGRAPHS, '').replace(/ {3,}/g, ' ').trim() || null;
  return { title: clean(title), above: clean(above), below };
}
