/** Title, heading levels and the ids of headings. */
import type { Element, Root, RootContent } from 'hast';
import rehypeSlug from 'rehype-slug';
import type { Section } from '../core/note.ts';
import type { Problems } from './problems.ts';
import { textOf } from './render.ts';
import { SKIP, visit } from './visit.ts';

const RANK = /^h([1-6])$/;
const slugs = rehypeSlug();

/** Rank of a heading as the author wrote it, or null. */
export function rankOf(node: Element): number | null {
  const rank = RANK.exec(node.tagName)?.[1];
  return rank === undefined ? null : Number(rank);
}

/** Takes the note's title out of the tree and returns its words; null where no heading is the title. */
export function takeTitle(tree: Root): string | null {
  let title: string | null = null;
  const wanted = tree.children.some(hasTitleHeading) ? 1 : loneLeader(tree);
  if (wanted === null) return null;
  visit(tree, (node, index, parent) => {
    if (title !== null) return false;
    if (node.type === 'slot') return 'skip';
    if (node.type !== 'element' || rankOf(node) !== wanted || parent === undefined || index === undefined)
      return;
    const words = textOf([node]);
    if (words === '') return;
    title = words;
    parent.children.splice(index, 1);
    return false;
  });
  return title;
}

/** True for an `h1` with words, or what holds one outside questions. */
function hasTitleHeading(node: RootContent): boolean {
  if (node.type !== 'element') return false;
  if (node.tagName === 'h1') return textOf([node]) !== '';
  return node.children.some(hasTitleHeading);
}

/** Rank of a heading that opens a note and stands over all of it, as an h1 would; null where there is none. */
function loneLeader(tree: Root): number | null {
  const first = tree.children.find((node) => node.type !== 'text' && node.type !== 'comment');
  const rank = first?.type === 'element' ? rankOf(first) : null;
  if (rank === null || first === undefined) return null;
  let alone = true;
  visit(tree, 'element', (node) => {
    const other = rankOf(node);
    if (node !== first && other !== null && other <= rank && textOf([node]) !== '') alone = false;
  });
  return alone ? rank : null;
}

/** Words of the first heading of any rank. */
export function firstHeading(tree: Root): string | null {
  let words: string | null = null;
  visit(tree, 'element', (node) => {
    if (words === null && rankOf(node) !== null && textOf([node]) !== '') words = textOf([node]);
  });
  return words;
}

/**
 * Gives headings their ids as GitHub does, drops those without words, and closes gaps between levels:
 * the page's title is level 1, what follows is one deeper than what it stands under.
 */
export function settleHeadings(tree: Root, problems: Problems): Section[] {
  dropEmpty(tree);
  // The library goes through all that it is given, which is much to go through.
  slugs({ type: 'root', children: headingsIn(tree) });
  const sections: Section[] = [];
  const open: number[] = [];
  let unnamed = 0;
  visit(tree, 'element', (node, _index, parent) => {
    const rank = rankOf(node);
    if (rank === null) return;
    if (
      parent !== undefined &&
      parent.type === 'element' &&
      parent.properties['dataFootnotes'] !== undefined
    ) {
      node.properties['className'] = ['visually-hidden', 'generated'];
      return;
    }
    while ((open.at(-1) ?? 0) >= rank) open.pop();
    const above = open.at(-1) ?? 1;
    const line = node.position?.start.line ?? 1;
    if (rank > above + 1 && rank > 2) {
      problems.add(
        'skipped-heading-level',
        { line, column: node.position?.start.column ?? 1 },
        `from ${above} to ${rank}`,
      );
    }
    open.push(rank);
    node.tagName = `h${Math.min(6, open.length + 1)}`;
    const id = String(node.properties['id'] ?? '');
    if (id === '' || /^-\d*$/.test(id)) node.properties['id'] = `section-${++unnamed}`;
    sections.push({ id: String(node.properties['id']), text: textOf([node]), depth: rank, line });
  });
  return sections;
}

function headingsIn(tree: Root): Element[] {
  const headings: Element[] = [];
  visit(tree, 'element', (node) => {
    if (rankOf(node) === null) return;
    headings.push(node);
    return SKIP;
  });
  return headings;
}

function dropEmpty(tree: Root): void {
  visit(tree, 'element', (node, index, parent) => {
    if (rankOf(node) === null || parent === undefined || index === undefined) return;
    if (textOf([node]) !== '') return;
    let holds = false;
    visit(node, (inner) => {
      if (inner.type === 'slot' || (inner.type === 'element' && inner.tagName === 'img')) holds = true;
    });
    if (holds) {
      node.tagName = 'div';
      return;
    }
    parent.children.splice(index, 1);
    return index;
  });
}
