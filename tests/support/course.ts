/** What the answers of the course are held to, as pure checks. Each gives a line for every place that falls short. */
import type { Element, Root, RootContent } from 'hast';
import { toString as textOf } from 'hast-util-to-string';
import rehypeRaw from 'rehype-raw';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import type { Note, Question } from '../../src/core/note.ts';

/** An answered question of the course with its answer, as the page shows it. */
export interface Entry extends Pick<Question, 'prompt' | 'level' | 'exams'> {
  /** `3-ecs/5-storage.mdx:12` */
  place: string;
  /** Folder of its topic. */
  topic: string;
  /** The answer's own blocks: without its follow-up questions. */
  blocks: Element[];
}

/** In words: what can be graded at a glance, and what a table or diagram may carry more. */
const WORDS = 120;
const WORDS_BESIDE_A_PICTURE = 180;
/** In words: a sentence that stands in two answers is one too many from this length on. */
const SENTENCE = 8;
const LINE = /^(?:p|li|ul|ol|dl|dt|dd|div|blockquote|details|summary|h[1-6])$/;
const EXAM = /^(?:SAA-C03|DVA-C03|SOA-C03|DOP-C02) \d+(?:\.\d+)*$/;

const has = (element: Element, name: string): boolean =>
  [element.properties['className']].flat().includes(name);
const isQuestion = (element: Element): boolean =>
  has(element, 'question') || has(element, 'group') || has(element, 'questions');
const isPicture = (element: Element): boolean =>
  has(element, 'table') || has(element, 'diagram') || has(element, 'aid');
const isSource = (element: Element): boolean => /^Source:/.test(textOf(element));

/** The answered questions of a note. */
export function entriesOf(note: Pick<Note, 'path' | 'topic' | 'html' | 'questions'>): Entry[] {
  const raw = {
    type: 'root',
    children: [{ type: 'raw', value: note.html } as unknown as RootContent],
  } as Root;
  const tree = unified().use(rehypeRaw).runSync(raw) as Root;
  const answers = new Map<string, Element[]>();
  visit(tree, 'element', (element) => {
    const id = element.properties['id'];
    if (!has(element, 'question') || typeof id !== 'string') return;
    visit(element, 'element', (inner) => {
      if (answers.has(id) || !has(inner, 'answer')) return;
      const blocks = inner.children.filter((child): child is Element => child.type === 'element');
      answers.set(
        id,
        blocks.filter((block) => !isQuestion(block)),
      );
    });
  });
  return note.questions
    .filter(({ state }) => state === 'answered')
    .map(({ id, prompt, line, level, exams }) => ({
      prompt,
      level,
      exams,
      place: `${note.path}:${line}`,
      topic: note.topic,
      blocks: answers.get(id) ?? [],
    }));
}

const told = ({ place, prompt }: Entry, what: string): string => `${place} ${what}: ${prompt}`;

/** Questions whose answer names no source with an https address. */
export function withoutSource(entries: readonly Entry[]): string[] {
  return entries
    .filter(({ blocks }) => !blocks.some((block) => isSource(block) && hasLink(block)))
    .map((entry) => told(entry, 'names no source'));
}

function hasLink(block: Element): boolean {
  let found = false;
  visit(block, 'element', (element) => {
    if (element.tagName === 'a' && /^https:/.test(String(element.properties['href']))) found = true;
  });
  return found;
}

/** Questions without a level, or for an exam task that there is not. */
export function withoutLevel(entries: readonly Entry[]): string[] {
  return entries.flatMap((entry) => [
    ...(entry.level === null ? [told(entry, 'has no level')] : []),
    ...entry.exams
      .filter((exam) => !EXAM.test(exam))
      .map((exam) => told(entry, `names the exam task “${exam}”`)),
  ]);
}

/** Topics of which less than a quarter asks to apply what was learned. */
export function tooTheoretical(entries: readonly Entry[]): string[] {
  const topics = Map.groupBy(entries, ({ topic }) => topic);
  return [...topics].flatMap(([topic, all]) => {
    const applied = all.filter(({ level }) => level === 'apply').length;
    return applied * 4 >= all.length ? [] : [`${topic} ${applied} of ${all.length} ask to apply`];
  });
}

/** The lines of an answer, one for each paragraph or item, without its source, code, tables and diagrams. */
function proseOf({ blocks }: Pick<Entry, 'blocks'>): string[] {
  const lines: string[] = [];
  const read = (element: Element): string => {
    if (isPicture(element) || element.tagName === 'pre') return '';
    const text = element.children.map((child) => {
      if (child.type === 'text') return child.value;
      if (child.type !== 'element') return '';
      if (!LINE.test(child.tagName)) return read(child);
      lines.push(read(child));
      return ' ';
    });
    return text.join('');
  };
  for (const block of blocks) if (!isSource(block)) lines.push(read(block));
  return lines;
}

/** Words of an answer, without its source, code, tables and diagrams. */
export function wordsOf(entry: Pick<Entry, 'blocks'>): number {
  return (
    proseOf(entry)
      .join(' ')
      .match(/\S*[\p{L}\p{N}]\S*/gu)?.length ?? 0
  );
}

/** Answers that are too long to grade at a glance. */
export function tooLong(entries: readonly Entry[]): string[] {
  return entries.flatMap((entry) => {
    const words = wordsOf(entry);
    const most = entry.blocks.some(isPicture) ? WORDS_BESIDE_A_PICTURE : WORDS;
    return words > most ? [told(entry, `has an answer of ${words} words`)] : [];
  });
}

/** Answers that do not begin with the answer, in bold. */
export function withoutFirstLine(entries: readonly Entry[]): string[] {
  return entries
    .filter(({ blocks: [first] }) => {
      const [start] = first?.children ?? [];
      return start?.type !== 'element' || start.tagName !== 'strong';
    })
    .map((entry) => told(entry, 'does not begin with a bold answer'));
}

/** Sentences of eight words and more that stand in two answers. */
export function sharedSentences(entries: readonly Entry[]): string[] {
  const places = new Map<string, string>();
  const shared: string[] = [];
  for (const entry of entries) {
    const { place } = entry;
    for (const sentence of proseOf(entry).flatMap((line) => line.split(/(?<=[.!?])\s+/))) {
      const words = sentence.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
      const key = words.join(' ');
      if (words.length < SENTENCE) continue;
      const before = places.get(key);
      if (before !== undefined && before !== place)
        shared.push(`${before} and ${place} share: ${sentence.trim()}`);
      places.set(key, place);
    }
  }
  return shared;
}
