/** From what the index found in a note to hits: questions and sections, with the words that match marked. */
import type { Level } from './note.ts';
import { type Mark, readMark } from './search-document.ts';
import { bare, between, foundBy } from './search-words.ts';

/** What the index gives of a note. */
export interface FoundNote {
  /** The document's words, joined by single spaces. */
  content: string;
  /** Places of words that match, in rising order. */
  locations: readonly number[];
  /** In rising order of their places. */
  anchors: readonly { id: string; location: number }[];
}

/** A piece of text, marked where it matches. */
export interface Run {
  text: string;
  marked: boolean;
}

/** A question or section of a note in which something matches. */
export interface Hit {
  kind: 'question' | 'section';
  /** Fragment of it; empty for what stands at the beginning of the note. */
  id: string;
  heading: Run[];
  /** What stands around the matches below the heading, in the answer or the prose; empty where none is there. */
  excerpt: Run[];
  level: Level | null;
  /** Id of the card whose answer the excerpt is from; empty where it is from no answer. */
  card: string;
}

export interface NoteHits {
  title: Run[];
  /** The best first; empty where only the title matches. */
  hits: Hit[];
  /** How many of the terms the best of it covers. */
  covers: number;
  /** How many of the terms stand anywhere in it. */
  has: number;
}

/** What counts when hits are put in order. A term in the title of the note counts for every hit, but for less. */
const IN_TITLE = 0.5;
const IN_HEADING = 0.1;
/** In characters, about a line and a half on a desk. */
const EXCERPT = 170;
const HEADING = 260;
/** Punctuation before and after a word, which is not marked with it. */
const AROUND = /^((?:[\p{Ps}\p{Pi}\p{Pf}"'¿¡…])*)(.*?)((?:[\p{Pe}\p{Pf}\p{Pi}]|(?![#%&*@/\\])\p{Po})*)$/su;
/** Words before the first match. */
const BEFORE = 6;

interface Passage {
  mark: Mark & { id: string };
  heading: Range;
  body: Range;
}

/** Words from `from` up to, not including, `to`. */
interface Range {
  from: number;
  to: number;
}

/**
 * The hits of a note, for the words of a query; null where nothing of that level matches. A hit shows only where it
 * covers as many of the terms as the best hit of the note does.
 */
export function hitsIn(note: FoundNote, terms: readonly string[], level: Level | null): NoteHits | null {
  const words = note.content.split(' ');
  const matches = new Map(
    note.locations
      .map((place) => [place, foundBy(words[place] ?? '', terms)] as const)
      .filter(([, found]) => found.length > 0),
  );
  const covered = ({ from, to }: Range): Set<number> => {
    const found = new Set<number>();
    for (let place = from; place < to; place += 1)
      for (const term of matches.get(place) ?? []) found.add(term);
    return found;
  };
  const shown = (range: Range, length: number) => runsOf(words, range, matches, length);

  const { title, passages } = passagesOf(note, words.length);
  const inTitle = covered(title);
  const weighed = passages
    .filter(({ mark }) => level === null || (mark.kind === 'question' && mark.level === level))
    .flatMap((passage) => {
      const inHeading = covered(passage.heading);
      const inBody = covered(passage.body);
      if (inHeading.size + inBody.size === 0) return [];
      const own = new Set([...inHeading, ...inBody]);
      const more = [...inTitle].filter((term) => !own.has(term)).length;
      const covers = own.size + more * IN_TITLE;
      return [{ passage, covers, value: covers + inHeading.size * IN_HEADING, hasBody: inBody.size > 0 }];
    })
    .sort((one, other) => other.value - one.value);

  if (weighed.length === 0 && (inTitle.size === 0 || level !== null)) return null;
  const covers = Math.max(inTitle.size, weighed[0]?.covers ?? 0);
  const best = weighed[0]?.covers ?? 0;
  const hits = weighed
    .filter((each) => each.covers === best && each.covers >= inTitle.size)
    .map(({ passage: { mark, heading, body }, hasBody }): Hit => {
      const card = mark.kind === 'question' && hasBody ? mark.card : '';
      return {
        kind: mark.kind === 'question' ? 'question' : 'section',
        id: mark.id,
        heading: shown(heading, HEADING),
        excerpt: hasBody ? shown(body, EXCERPT) : [],
        level: mark.kind === 'question' ? mark.level : null,
        card,
      };
    });
  return { title: shown(title, HEADING), hits, covers, has: new Set([...matches.values()].flat()).size };
}

/** Cuts the words of a note at its anchors. What is no part of a note that this code knows is left out. */
function passagesOf({ anchors }: FoundNote, count: number): { title: Range; passages: Passage[] } {
  const none = { from: 0, to: 0 };
  let title: Range = none;
  const passages: Passage[] = [];
  anchors.forEach(({ id, location }, place) => {
    const mark = readMark(id);
    const range = { from: location, to: anchors[place + 1]?.location ?? count };
    if (mark === null) return;
    if (mark.kind === 'note') title = range;
    else if (mark.kind === 'section' || mark.kind === 'question')
      passages.push({ mark, heading: range, body: none });
    else {
      const last = passages.at(-1);
      if (last) last.body = range;
    }
  });
  return { title, passages };
}

/** The words of a range as runs; where they are longer than `length`, from shortly before the most of its matches. */
function runsOf(
  words: readonly string[],
  { from, to }: Range,
  matches: ReadonlyMap<number, readonly number[]>,
  length: number,
): Run[] {
  const window = (start: number): Range => {
    let size = 0;
    let end = start;
    while (end < to && (size <= length || end === start)) {
      size += (words[end] ?? '').length + 1;
      end += 1;
    }
    return { from: start, to: end };
  };
  const worth = (range: Range): number => {
    const terms = new Set<number>();
    let count = 0;
    for (let place = range.from; place < range.to; place += 1) {
      const found = matches.get(place);
      if (!found) continue;
      count += 1;
      for (const term of found) terms.add(term);
    }
    return terms.size * EXCERPT + count;
  };
  let best = window(from);
  if (best.to < to) {
    for (let place = from; place < to; place += 1) {
      if (!matches.has(place)) continue;
      const other = window(Math.max(from, place - BEFORE));
      if (worth(other) > worth(best)) best = other;
    }
  }
  const runs: Run[] = best.from > from ? [{ text: '… ', marked: false }] : [];
  const add = (text: string, marked: boolean) => {
    const last = runs.at(-1);
    if (last && last.marked === marked) last.text += text;
    else if (text !== '') runs.push({ text, marked });
  };
  for (let place = best.from; place < best.to; place += 1) {
    const word = words[place] ?? '';
    if (place > best.from) {
      const isInside = runs.at(-1)?.marked === true && matches.has(place) && /^[\p{L}\p{N}]/u.test(word);
      add(between(words[place - 1] ?? '', word), isInside);
    }
    const [, before = '', core = '', after = ''] = matches.has(place) ? (AROUND.exec(bare(word)) ?? []) : [];
    if (core === '') add(bare(word), false);
    else {
      add(before, false);
      add(core, true);
      add(after, false);
    }
  }
  if (best.to < to) add(' …', false);
  return runs;
}
