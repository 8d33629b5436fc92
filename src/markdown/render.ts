/**
 * Turns the bound tree into HTML.
 *
 * Every part of a question is rendered, repaired and sanitised on its own, so that a tag left open in one
 * answer can reach neither the next answer nor the page.
 */
import type { Element, ElementContent, RootContent as HastContent, Root as HastRoot } from 'hast';
import { toString as hastText } from 'hast-util-to-string';
import type { RootContent as MdastContent, Root } from 'mdast';
import { type State, toHast } from 'mdast-util-to-hast';
import rehypeRaw from 'rehype-raw';
import { unified } from 'unified';
import type { Parent } from 'unist';
import type { ComponentNode } from './components.ts';
import type { QuestionNode } from './question-node.ts';
import { type Removal, sanitise } from './sanitise.ts';
import { SKIP, visit } from './visit.ts';

/** Parts of a question in the HTML tree. */
export type Role = 'prompt' | 'label' | 'hints' | 'answer';

/** A question in the HTML tree, before it has its final markup. */
export interface Slot extends Parent {
  type: 'slot';
  index: number;
  children: Part[];
}

/** One sanitised part of a question. */
export interface Part extends Parent {
  type: 'part';
  role: Role;
  children: HastContent[];
}

declare module 'hast' {
  interface RootContentMap {
    slot: Slot;
    part: Part;
  }
  interface ElementContentMap {
    slot: Slot;
    part: Part;
  }
}

export interface Rendered {
  root: HastRoot;
  questions: QuestionNode[];
  removals: Removal[];
}

/** The HTML tree of `tree` as Markdown's rules have it, raw HTML parsed, nothing taken out yet. */
export function toHtmlTree(tree: Root, questions: QuestionNode[]): HastRoot {
  const question = (state: State, node: QuestionNode): ElementContent => {
    const part = (role: Role, children: readonly MdastContent[]): Part => ({
      type: 'part',
      role,
      children: state.all({ type: 'root', children: [...children] }),
    });
    return {
      type: 'slot',
      index: questions.push(node) - 1,
      children: [
        part('prompt', node.prompt),
        part('label', node.label ?? []),
        part('hints', node.hints),
        part('answer', node.answer),
      ],
    };
  };
  const component = (_: State, node: ComponentNode): ComponentNode => node;
  const handlers = { question, component };
  const root = toHast(tree, { allowDangerousHtml: true, clobberPrefix: '', handlers }) as HastRoot;
  parseRaw(root);
  return root;
}

const rawParser = unified()
  .use(rehypeRaw, { passThrough: ['slot', 'part', 'component'] })
  .freeze();

/** Parses raw HTML where there is some: without it, parsing gives back what is there already, and takes its time. */
function parseRaw(parent: HastRoot | Part): void {
  let isRaw = false;
  const slots: Slot[] = [];
  visit(parent as HastRoot, (node) => {
    if (node.type === 'raw') isRaw = true;
    if (node.type !== 'slot') return;
    slots.push(node);
    return SKIP;
  });
  if (isRaw) {
    parent.children = rawParser.runSync({ type: 'root', children: parent.children }).children;
  } else {
    for (const part of slots.flatMap(({ children }) => children)) parseRaw(part);
  }
}

/** Renders `tree` to sanitised HTML with a `slot` where each question stands. */
export function render(tree: Root): Rendered {
  const questions: QuestionNode[] = [];
  const removals: Removal[] = [];
  const children = clean(toHtmlTree(tree, questions).children, removals);
  return { root: { type: 'root', children }, questions, removals };
}

/** Sanitises one part: questions and components are taken out, questions cleaned by themselves, and put back. */
function clean(children: HastContent[], removals: Removal[]): HastContent[] {
  const slots: (Slot | ComponentNode)[] = [];
  const marked: HastRoot = { type: 'root', children };
  visit(marked, 'element', (node) => {
    if (node.tagName === 'question-slot') node.tagName = 'span';
  });
  visit(marked, (node, index, parent) => {
    if ((node.type !== 'slot' && node.type !== 'component') || parent === undefined || index === undefined)
      return;
    const slot = node as Slot | ComponentNode;
    const mark: Element = {
      type: 'element',
      tagName: 'question-slot',
      properties: { value: String(slots.push(slot) - 1) },
      children: [],
    };
    (parent as HastRoot).children[index] = mark;
    return 'skip';
  });
  const safe = sanitise(marked, removals);
  for (const slot of slots) {
    if (slot.type === 'slot')
      for (const part of slot.children) part.children = clean(part.children, removals);
  }
  visit(safe, 'element', (node, index, parent) => {
    if (node.tagName !== 'question-slot' || parent === undefined || index === undefined) return;
    const slot = slots[Number(node.properties['value'])];
    if (slot !== undefined) (parent as HastRoot).children[index] = slot;
    return 'skip';
  });
  return safe.children;
}

const BLOCKS = new Set([
  'p',
  'li',
  'pre',
  'div',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'blockquote',
  'tr',
  'ul',
  'ol',
  'table',
  'section',
  'figure',
  'dt',
  'dd',
]);

/** Plain text of HTML: a line for each block, code as it is, everything else with its spaces folded. */
export function textOf(nodes: readonly (HastContent | ElementContent)[]): string {
  const out: string[] = [];
  const walk = (node: HastContent | ElementContent): void => {
    if (node.type === 'text') out.push(node.value.replace(/\s+/g, ' '));
    else if (node.type === 'element') {
      if (node.tagName === 'br') out.push('\n');
      else if (node.tagName === 'img') out.push(String(node.properties['alt'] ?? ''));
      else if (node.tagName === 'pre') out.push(`\n${hastText(node).replace(/[ \t]+$/gm, '')}\n`);
      else if (node.tagName === 'td' || node.tagName === 'th') {
        node.children.forEach(walk);
        out.push(' ');
      } else {
        const block = BLOCKS.has(node.tagName);
        if (block) out.push('\n');
        node.children.forEach(walk);
        if (block) out.push('\n');
      }
    }
  };
  nodes.forEach(walk);
  return out
    .join('')
    .replace(/ *\n */g, '\n')
    .replace(/\n{2,}/g, '\n')
    .replace(/ {2,}/g, ' ')
    .trim();
}
