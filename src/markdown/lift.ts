/** Puts toggles back where their placeholders stand, wherever Markdown took those: into text, code or HTML. */
import type { Nodes, Parent, PhrasingContent, RootContent } from 'mdast';
import { PLACEHOLDER } from './level.ts';
import type { ToggleNode } from './parse.ts';
import { visit } from './visit.ts';

const ALL_PLACEHOLDERS = new RegExp(PLACEHOLDER.source, 'g');

/** Cuts `value` at its placeholders: texts and toggles in turn. */
function split(value: string, nodes: ToggleNode[]): (string | ToggleNode)[] {
  const out: (string | ToggleNode)[] = [];
  let at = 0;
  for (const match of value.matchAll(ALL_PLACEHOLDERS)) {
    const node = nodes[Number(match[1])];
    if (node === undefined) continue;
    out.push(value.slice(at, match.index), node);
    at = match.index + match[0].length;
  }
  out.push(value.slice(at));
  return out;
}

function isParent(node: Nodes): node is Nodes & Parent {
  return 'children' in node;
}

/** True for a cell beyond the last column, which Markdown drops. */
function isExcess(child: RootContent, parent: Parent, index: number, columns: number | undefined): boolean {
  return (
    child.type === 'tableCell' && parent.type === 'tableRow' && columns !== undefined && index >= columns
  );
}

/**
 * Replaces the placeholders below `parent` by their toggles, wherever Markdown put them, and adds those to
 * `placed`. `columns`: of the table that is being walked through.
 */
export function lift(parent: Parent, nodes: ToggleNode[], placed: Set<ToggleNode>, columns?: number): void {
  const out: RootContent[] = [];
  for (const child of parent.children as RootContent[]) {
    if ((child.type === 'html' || child.type === 'code') && PLACEHOLDER.test(child.value)) {
      for (const part of split(child.value, nodes)) {
        if (typeof part !== 'string') {
          placed.add(part);
          out.push(part);
        } else if (part.trim() !== '') out.push({ ...child, value: part.replace(/^\n+|\s+$/g, '') });
      }
    } else if (child.type === 'paragraph' || child.type === 'heading') {
      out.push(...splitBlock(child, nodes, placed));
    } else if (child.type === 'footnoteDefinition' || isExcess(child, parent, out.length, columns)) {
      // Neither is sure to reach the page: the toggles in it stay without a place here.
      out.push(child);
    } else if (child.type === 'tableCell') {
      child.children = child.children.flatMap((inline): PhrasingContent[] => {
        if (inline.type !== 'html' || !PLACEHOLDER.test(inline.value)) return [inline];
        return split(inline.value, nodes).flatMap((part): PhrasingContent[] => {
          if (typeof part === 'string') return part === '' ? [] : [{ type: 'html', value: part }];
          placed.add(part);
          return [part];
        });
      });
      out.push(child);
    } else {
      const width = child.type === 'table' ? child.align?.length : columns;
      if (isParent(child) && child.type !== 'toggle') lift(child, nodes, placed, width);
      out.push(child);
    }
  }
  parent.children = out as Parent['children'];
}

/** A paragraph or heading with toggles in it: the words before, the toggle, the words after. */
function splitBlock(
  block: Extract<RootContent, { type: 'paragraph' | 'heading' }>,
  nodes: ToggleNode[],
  placed: Set<ToggleNode>,
): RootContent[] {
  const out: RootContent[] = [];
  let words: PhrasingContent[] = [];
  let first = true;
  const flush = (): void => {
    const hasWords = words.some((node) => node.type !== 'text' || node.value.trim() !== '');
    if (hasWords) {
      const head = words[0];
      if (!first && head?.type === 'text') head.value = head.value.trimStart();
      out.push(
        first
          ? { ...block, children: words }
          : { type: 'paragraph', children: words, position: block.position },
      );
    }
    first = false;
    words = [];
  };
  for (const inline of block.children) {
    const found: ToggleNode[] = [];
    if (inline.type === 'html' && PLACEHOLDER.test(inline.value)) {
      for (const part of split(inline.value, nodes)) if (typeof part !== 'string') found.push(part);
    } else {
      visit(inline, 'html', (html, index, owner) => {
        if (owner === undefined || index === undefined) return;
        for (const part of split(html.value, nodes)) {
          if (typeof part !== 'string') {
            found.push(part);
            html.value = html.value.replace(PLACEHOLDER, '');
          }
        }
      });
      words.push(inline);
    }
    if (found.length === 0) continue;
    const last = words.at(-1);
    if (last?.type === 'text') last.value = last.value.trimEnd();
    flush();
    for (const node of found) {
      placed.add(node);
      out.push(node);
    }
  }
  if (out.length === 0) return [block];
  flush();
  return out;
}
