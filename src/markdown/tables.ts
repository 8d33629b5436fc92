/** Tables that the keyboard can scroll, and alignment that a stylesheet can see. */
import type { Element, Root } from 'hast';
import { SKIP, visit } from 'unist-util-visit';

/** Puts every table of the tree into a box of its own, and turns alignment into classes. */
export function settleTables(tree: Root): void {
  settleAlignment(tree);
  visit(tree, 'element', (node, index, parent) => {
    if (node.tagName !== 'table' || parent === undefined || index === undefined) return;
    // Wide tables scroll in the box, which takes the focus for that.
    const box: Element = {
      type: 'element',
      tagName: 'div',
      properties: { className: ['table'], role: 'region', tabIndex: 0, ariaLabel: 'Table' },
      children: [node],
    };
    (parent as Root).children[index] = box;
    return SKIP;
  });
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
