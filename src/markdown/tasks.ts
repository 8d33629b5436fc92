/** Task lists whose boxes say what they are about. */

import type { Element, ElementContent, Root } from 'hast';
import * as words from '#words';
import { textOf } from './render.ts';
import { visit } from './visit.ts';

/** Names every box of a task list by the words beside it, for those who hear the page. */
export function settleTasks(tree: Root): void {
  visit(tree, 'element', (item) => {
    if (item.tagName !== 'li') return;
    const box = boxOf(item);
    if (!box) return;
    const text = textOf(item.children.filter((child) => !isList(child))).trim();
    box.properties['ariaLabel'] = text || words.task;
  });
}

/** The box that begins an item, directly or in its first paragraph. */
function boxOf(item: Element): Element | null {
  const first = item.children.find((child): child is Element => child.type === 'element');
  if (first?.tagName === 'p') return boxOf(first);
  return first?.tagName === 'input' ? first : null;
}

function isList(node: ElementContent): boolean {
  return node.type === 'element' && (node.tagName === 'ul' || node.tagName === 'ol');
}
