/** Finds what a label toggle asks: the blocks above it, back to the nearest boundary. */
import type { Heading, List, ListItem, RootContent } from 'mdast';
import { announces, announcesInWords, stemAbove } from './announcing.ts';
import { isDefinition } from './parse.ts';
import { plainText, showsSomething } from './plain.ts';

/** True where `node` is, or holds, a question or toggle that has been settled. */
export function holdsQuestion(node: RootContent): boolean {
  if (node.type === 'question' || node.type === 'toggle') return true;
  return 'children' in node && (node.children as RootContent[]).some(holdsQuestion);
}

function isSilent(node: RootContent): boolean {
  return isDefinition(node) || (node.type === 'html' && plainText([node]) === '' && !showsSomething([node]));
}

function isHeading(node: RootContent): boolean {
  return node.type === 'heading' || (node.type === 'html' && /<h[1-6][\s>]/i.test(node.value));
}

export interface Stem {
  blocks: RootContent[];
  /** Index in the container from which everything up to the toggle belongs to the question. */
  from: number;
  source: 'above' | 'item' | 'heading' | 'title';
  /** Number of the list item that is the question, where one is. */
  number: string | null;
  /** The list whose last item is the question, where the toggle fell out of it and other items stay. */
  shortened: List | null;
  /** The heading between the stem and the toggle that only announces the answer. */
  announcement: RootContent | null;
}

export interface Surroundings {
  /** The note's title heading, which is no question's prompt unless nothing else is there. */
  title: RootContent | null;
  /** Headings that stand over exactly one question and belong to it. */
  owning: ReadonlySet<RootContent>;
  /** Words of headings that stand more than once, in lower case. */
  repeated: ReadonlySet<string>;
}

const NOTHING_ELSE = { number: null, shortened: null, announcement: null } as const;

const isBreak = (node: RootContent): boolean =>
  node.type === 'html' && /^(?:\s*<br\s*\/?>)+\s*$/i.test(node.value);

/** True for a rule, in Markdown or in HTML. */
export function isRule(node: RootContent | undefined): boolean {
  if (node?.type === 'html') return /^\s*<hr\b[^<>]*>(?:\s*<br\s*\/?>)*\s*$/i.test(node.value);
  return node?.type === 'thematicBreak';
}

/** Where the rules begin that stand at the end of `before`, right above a toggle; -1 where none does. */
export function rulesAbove(before: RootContent[]): number {
  let at = before.length;
  let found = -1;
  while (at > 0) {
    const node = before[at - 1];
    if (node === undefined || !(isRule(node) || isSilent(node))) break;
    at--;
    if (isRule(node)) found = at;
  }
  return found;
}

function numberOf(list: List, index: number): string | null {
  return list.ordered === true ? `${(list.start ?? 1) + index}.` : null;
}

function fallenFrom(list: List): ListItem | null {
  const last = list.children.at(-1);
  if (last === undefined || last.children.length === 0) return null;
  if (last.children.some(holdsQuestion)) return null;
  return plainText(last.children) === '' ? null : last;
}

/** The stem of a toggle that comes after `before` in its container, or null where nothing stands above it. */
export function findStem(before: RootContent[], around: Surroundings): Stem | null {
  const rules = rulesAbove(before);
  if (rules !== -1) return findStem(before.slice(0, rules), around);
  const end = before.findLastIndex((node) => !isSilent(node));
  const line = before[end];
  if (line !== undefined && announcesInWords(line)) {
    const stem = findStem(before.slice(0, end), around);
    if (stem !== null && stem.source !== 'title' && stem.announcement === null)
      return { ...stem, announcement: line };
  }
  let at = before.length;
  const blocks: RootContent[] = [];
  let boundary: RootContent | null = null;
  while (at > 0) {
    const node = before[at - 1];
    if (node === undefined) break;
    if (isRule(node) || isHeading(node) || holdsQuestion(node)) {
      boundary = node;
      break;
    }
    blocks.unshift(node);
    at--;
  }
  while (blocks[0] !== undefined && isSilent(blocks[0])) {
    blocks.shift();
    at++;
  }
  const last = blocks.filter((node) => !isSilent(node)).at(-1);
  if (last?.type === 'list') {
    const item = itemAbove(last, blocks, before);
    if (item !== null) return item;
  }
  if (plainText(blocks) !== '' || showsSomething(blocks)) {
    if (boundary === null || !around.owning.has(boundary))
      return { blocks, from: at, source: 'above', ...NOTHING_ELSE };
    const from = before.lastIndexOf(boundary);
    return {
      blocks: before.slice(from).filter((node) => !isBreak(node)),
      from,
      source: 'heading',
      ...NOTHING_ELSE,
    };
  }
  if (boundary === null) return null;
  if (announces(boundary)) {
    const above = announced(before, boundary, around);
    if (above !== null) return above;
  }
  if (isHeading(boundary)) {
    if (boundary === around.title) return { blocks: [boundary], from: at, source: 'title', ...NOTHING_ELSE };
    return { blocks: [boundary], from: before.lastIndexOf(boundary), source: 'heading', ...NOTHING_ELSE };
  }
  return boundary.type === 'list' ? lastItem(boundary, at) : null;
}

function announced(before: RootContent[], heading: Heading, around: Surroundings): Stem | null {
  const { blocks, from } = stemAbove(before, before.lastIndexOf(heading), {
    ...around,
    ends: (node) => isRule(node) || holdsQuestion(node),
  });
  if (plainText(blocks) === '' && !showsSomething(blocks)) return null;
  const last = blocks.at(-1);
  const item = last?.type === 'list' ? itemAbove(last, blocks, before) : null;
  if (item !== null) return { ...item, announcement: heading };
  return { blocks, from, source: 'above', ...NOTHING_ELSE, announcement: heading };
}

/** The last item of `list` as the question of a toggle that fell out of it; `from` is where the toggle stands. */
function lastItem(list: List, from: number): Stem | null {
  const item = fallenFrom(list);
  if (item === null) return null;
  return {
    blocks: item.children,
    from,
    source: 'item',
    number: numberOf(list, list.children.length - 1),
    shortened: list,
    announcement: null,
  };
}

/**
 * The item that asks, where a numbered list stands right above a toggle: its only one, or the last of a list
 * that goes on counting where the question before left off, because the items before it have no answer.
 */
function itemAbove(list: List, blocks: RootContent[], before: RootContent[]): Stem | null {
  if (list.ordered !== true || fallenFrom(list) === null) return null;
  const place = before.lastIndexOf(list);
  const item = list.children[0];
  if (list.children.length === 1 && item !== undefined)
    return {
      blocks: item.children,
      from: place,
      source: 'item',
      ...NOTHING_ELSE,
      number: numberOf(list, 0),
    };
  if (blocks.find((node) => !isSilent(node)) !== list) return null;
  const previous = before
    .slice(0, place)
    .findLast((node) => node.type !== 'thematicBreak' && !isSilent(node));
  const goesOn =
    previous?.type === 'question' &&
    previous.from === 'item' &&
    previous.number === `${(list.start ?? 1) - 1}.`;
  return goesOn ? lastItem(list, place + 1) : null;
}
