/** What stands on the page of a note, block by block, as it has to be found on paper. */
import type { Element, ElementContent, Root } from 'hast';
import type { Page } from './pages.ts';
import { squeezed } from './pdf.ts';

/** Elements whose words stand in the line of what is around them. */
const INLINE =
  /^(?:a|abbr|b|bdi|bdo|cite|code|data|del|dfn|em|i|ins|kbd|mark|q|s|samp|small|span|strong|sub|sup|time|u|var|wbr)$/;

/** What is never printed. */
const UNPRINTED = ['visually-hidden', 'invitation', 'data-footnote-backref', 'aid'];

export interface Blocks {
  /** Of all answers: paragraphs, items, cells, lines of drawings. Squeezed as the reader of PDFs does it. */
  answers: string[];
  /** Of all prompts of answered questions. */
  prompts: string[];
  /** Of the prompts of open questions. */
  open: string[];
}

/** The blocks of a note's page. `addresses`: whether the addresses of links stand behind their words. */
export function blocksOf({ tree }: Pick<Page, 'tree'>, addresses = true): Blocks {
  const blocks: Blocks = { answers: [], prompts: [], open: [] };
  let run = '';
  const end = (into: string[] | null) => {
    if (into && squeezed(run) !== '') into.push(squeezed(run));
    run = '';
  };
  const walk = (node: ElementContent | Root, state: unknown, into: string[] | null): void => {
    if (node.type === 'text') run += node.value;
    if (node.type === 'root')
      for (const child of node.children) if (child.type !== 'doctype') walk(child, state, into);
    if (node.type !== 'element' || UNPRINTED.some((name) => has(node, name))) return;
    const inside = node.properties['dataState'] ?? state;
    const target = targetOf(node, inside, into, blocks);
    const isBlock = target !== into || !INLINE.test(node.tagName);
    if (isBlock) end(into);
    for (const child of node.children) walk(child, inside, target);
    if (addresses && isExternal(node)) run += ` (${String(node.properties['href'])})`;
    if (isBlock) end(target);
  };
  walk(tree, null, null);
  return blocks;
}

/** Where the words of an element belong, in a question of a state; null for words that are none of the blocks. */
function targetOf(element: Element, state: unknown, into: string[] | null, blocks: Blocks): string[] | null {
  if (has(element, 'prompt')) {
    if (state === 'answered') return blocks.prompts;
    return state === 'open' ? blocks.open : null;
  }
  if (has(element, 'answer')) return blocks.answers;
  const isAside = ['number', 'label', 'members', 'placeholder', 'hint'].some((name) => has(element, name));
  return isAside || element.tagName === 'summary' || element.tagName === 'template' ? null : into;
}

function has({ properties }: Element, name: string): boolean {
  return [properties['className']].flat().includes(name);
}

function isExternal(element: Element): boolean {
  return element.tagName === 'a' && element.properties['rel'] !== undefined && !has(element, 'bare');
}

/**
 * Which of the blocks `letters` do not have. Each place counts once: long blocks are looked for first, and short
 * ones, which may also stand by chance within words, from where the block before them was found.
 */
export function missingFrom(letters: string, blocks: string[]): string[] {
  const ends: (number | undefined)[] = [];
  let left = letters;
  const take = (block: string, index: number, from: number): boolean => {
    const ahead = left.indexOf(block, from);
    const place = ahead === -1 ? left.indexOf(block) : ahead;
    if (place === -1) return false;
    left = left.slice(0, place) + '\0'.repeat(block.length) + left.slice(place + block.length);
    ends[index] = place + block.length;
    return true;
  };
  const order = [...blocks.keys()];
  const long = order.filter((index) => (blocks[index] ?? '').length >= 25);
  const short = order.filter((index) => (blocks[index] ?? '').length < 25);
  const missing = [...long, ...short].filter(
    (index) => !take(blocks[index] ?? '', index, ends[index - 1] ?? 0),
  );
  return missing.map((index) => blocks[index] ?? '');
}
