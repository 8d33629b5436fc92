/**
 * What a note in MDX has beyond Markdown: import lines, and tags of components.
 *
 * Nothing of it is run. Imports are for editors and go; a tag of a known component leaves a mark, which a page
 * replaces by a component of the site. Braces are text, as on GitHub.
 */
import type { Root as HastRoot } from 'hast';
import type { Paragraph, PhrasingContent, RootContent } from 'mdast';
import type { Node, Parent } from 'unist';
import { componentMark, componentNames, isComponent } from '../core/components.ts';
import { mask } from './mask.ts';
import type { Problems } from './problems.ts';
import { visit } from './visit.ts';

/** A component in the tree of a note, before and after it became HTML. */
export interface ComponentNode extends Node {
  type: 'component';
  name: string;
}

declare module 'mdast' {
  interface RootContentMap {
    component: ComponentNode;
  }
}

declare module 'hast' {
  interface RootContentMap {
    component: ComponentNode;
  }
  interface ElementContentMap {
    component: ComponentNode;
  }
}

const STATEMENT =
  /^(?:import\s*['"{*]|import\s+[\w$]+\s*(?:,|from\b)|export\s*[{*]|export\s+(?:default|const|let|var|function|class|async)\b)/;
const TAG = /^[ \t]*<([A-Z]\w*)(?:\s[^<>]*)?\/>[ \t]*$/;

/** True for a note in MDX. */
export function isMdx(path: string): boolean {
  return /\.mdx$/i.test(path);
}

/** `body` with its imports and exports emptied; every line keeps its place. */
export function withoutImports(body: string): string {
  const { fenced } = mask(body);
  let within = false;
  let fresh = true;
  const lines = body.split('\n').map((line, n) => {
    if (line.trim() === '' || fenced[n] === true) {
      within = false;
      fresh = true;
      return line;
    }
    // A statement begins a block of its own and runs to the next empty line.
    if (fresh && STATEMENT.test(line)) within = true;
    fresh = false;
    return within ? '' : line;
  });
  return lines.join('\n');
}

/** Puts a node where the tag of a known component stands alone on its line. Others are told, and go. */
export function readComponents(parent: Parent, problems: Problems): void {
  const children: Node[] = [];
  for (const child of parent.children as RootContent[]) {
    if (child.type === 'html') children.push(...inHtml(child.value, child, problems));
    else if (child.type === 'paragraph') children.push(...inParagraph(child, problems));
    else {
      if ('children' in child) readComponents(child, problems);
      children.push(child);
    }
  }
  parent.children = children;
}

function component(line: string, place: { line: number; column: number }, problems: Problems): Node[] | null {
  const name = TAG.exec(line)?.[1];
  if (name === undefined) return null;
  if (isComponent(name)) return [{ type: 'component', name } as ComponentNode];
  problems.add('unknown-component', place, `There is no component <${name} />. There are ${names()}`);
  return [];
}

const names = (): string => `${componentNames.slice(0, -1).join(', ')} and ${componentNames.at(-1)}`;

/** Lines of a block of HTML: tags of components, and what stands between them. */
function inHtml(value: string, node: Node, problems: Problems): Node[] {
  if (value.startsWith('<!--')) return [node];
  const { line = 1, column = 1 } = node.position?.start ?? {};
  const out: Node[] = [];
  let kept: string[] = [];
  const keep = (): void => {
    if (kept.join('').trim() !== '') out.push({ ...node, value: kept.join('\n') } as Node);
    kept = [];
  };
  value.split('\n').forEach((text, n) => {
    const found = component(text, { line: line + n, column: n === 0 ? column : 1 }, problems);
    if (found === null) kept.push(text);
    else {
      keep();
      out.push(...found);
    }
  });
  keep();
  return out;
}

/** A tag on a line of its own right under words: the words, the component, the words after it. */
function inParagraph(paragraph: Paragraph, problems: Problems): Node[] {
  const out: Node[] = [];
  let words: PhrasingContent[] = [];
  const flush = (): void => {
    const first = words[0];
    const last = words.at(-1);
    if (first?.type === 'text') first.value = first.value.trimStart();
    if (last?.type === 'text') last.value = last.value.trimEnd();
    if (words.some((node) => node.type !== 'text' || node.value !== ''))
      out.push({ ...paragraph, children: words } as Paragraph);
    words = [];
  };
  paragraph.children.forEach((node, n) => {
    const before = paragraph.children[n - 1];
    const after = paragraph.children[n + 1];
    const alone =
      (before === undefined || (before.type === 'text' && before.value.endsWith('\n'))) &&
      (after === undefined || (after.type === 'text' && after.value.startsWith('\n')));
    const place = node.position?.start ?? { line: 1, column: 1 };
    const found = node.type === 'html' && alone ? component(node.value, place, problems) : null;
    if (found === null) words.push(node);
    else {
      flush();
      out.push(...found);
    }
  });
  flush();
  return out;
}

/** The finished tree gets an element for each component, which the page looks for. */
export function markComponents(tree: HastRoot): void {
  visit(tree, 'component', (node: ComponentNode, index, parent) => {
    if (parent === undefined || index === undefined) return;
    (parent as HastRoot).children[index] = {
      type: 'element',
      tagName: componentMark,
      properties: { value: node.name },
      children: [],
    };
  });
}
