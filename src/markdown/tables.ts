/** Tables that the keyboard can scroll, and alignment that a stylesheet can see. */

import type { Element, Root } from 'hast';
import * as words from '#words';
import { textOf } from './render.ts';
import { SKIP, visit } from './visit.ts';

/** Puts every table of the tree into a box of its own, named after its columns, and turns alignment into classes. */
export function settleTables(tree: Root): void {
  settleAlignment(tree);
  const names = new Map<string, number>();
  visit(tree, 'element', (node, index, parent) => {
    if (node.tagName !== 'table' || parent === undefined || index === undefined) return;
    const name = words.table(columnsOf(node).slice(0, 6));
    const count = (names.get(name) ?? 0) + 1;
    names.set(name, count);
    // Wide tables scroll in the box, which takes the focus for that.
    const box: Element = {
      type: 'element',
      tagName: 'section',
      properties: { className: ['table'], tabIndex: 0, ariaLabel: count === 1 ? name : `${name} (${count})` },
      children: [node],
    };
    (parent as Root).children[index] = box;
    return SKIP;
  });
  settleHeaders(tree);
}

/** Words of the table's headings. One without words heads nothing and becomes an ordinary cell. */
function columnsOf(table: Element): string[] {
  const columns: string[] = [];
  visit(table, 'element', (cell) => {
    if (cell.tagName !== 'th') return;
    const words = textOf([cell]);
    if (words === '') cell.tagName = 'td';
    else columns.push(words);
  });
  return columns;
}

// HTML has given up the attribute, and any rule of a stylesheet outweighs it.
function settleAlignment(tree: Root): void {
  visit(tree, 'element', ({ properties }) => {
    const { align } = properties;
    if (align === undefined) return;
    delete properties['align'];
    const value = String(align).toLowerCase();
    if (!['left', 'center', 'right'].includes(value)) return;
    properties['className'] = [...[properties['className'] ?? []].flat(), `align-${value}`] as string[];
  });
}

// Markdown knows one row of headers, above its columns; a table in HTML may say otherwise itself.
function settleHeaders(tree: Root): void {
  visit(tree, 'element', (head) => {
    if (head.tagName !== 'thead') return;
    visit(head, 'element', ({ tagName, properties }) => {
      if (tagName === 'th') properties['scope'] ??= 'col';
    });
  });
}
