/** What an answer says by itself: the text by which a change of it is known. */
import type { Element, ElementContent } from 'hast';
import type { QuestionNode } from './question-node.ts';
import { type Slot, textOf } from './render.ts';

/** Source of a diagram that was drawn, kept with its figure. */
declare module 'hast' {
  interface ElementData {
    source?: string;
  }
}

/**
 * The words of `answer` as plain text, code and diagrams by their source. Follow-up questions, lists of them and the
 * line of sources do not count; a disclosure does. `nodes` are the questions its slots stand for.
 */
export function answerText(answer: readonly ElementContent[], nodes: readonly QuestionNode[]): string {
  return textOf(answer.flatMap((node) => own(node, nodes)));
}

/** As `answerText`, to be read: a diagram is its name, which says what it shows. */
export function answerWords(answer: readonly ElementContent[], nodes: readonly QuestionNode[]): string {
  return answerText(answer.map(withNames), nodes);
}

function withNames(node: ElementContent): ElementContent {
  if (node.type !== 'element') return node;
  if (node.data?.source === undefined) return { ...node, children: node.children.map(withNames) };
  const drawing = node.children.find((child) => child.type === 'element' && child.tagName === 'svg');
  const name = drawing?.type === 'element' ? drawing.properties['ariaLabel'] : '';
  return { type: 'element', tagName: 'p', properties: {}, children: [{ type: 'text', value: String(name) }] };
}

function own(node: ElementContent, nodes: readonly QuestionNode[]): ElementContent[] {
  if (node.type === 'slot') {
    const { kind } = nodes[node.index] ?? {};
    if (kind !== 'disclosure' && kind !== 'hint') return [];
    const parts = (node as Slot).children.filter(({ role }) => role === 'label' || role === 'answer');
    return parts.map((part) => block(part.children as ElementContent[], nodes));
  }
  if (node.type !== 'element') return [node];
  if (node.data?.source !== undefined) return [block([{ type: 'text', value: node.data.source }], nodes)];
  const names = node.properties['className'];
  if (Array.isArray(names) && names.includes('source')) return [];
  if (node.tagName === 'img') {
    const { alt, src } = node.properties;
    // A picture without words is known by its file.
    return [{ type: 'text', value: String(alt || String(src ?? '').replace(/^.*\//, '')) }];
  }
  if ((node.tagName === 'ol' || node.tagName === 'ul') && holdsQuestions(node, nodes)) return [];
  return [{ ...node, children: node.children.flatMap((child) => own(child, nodes)) }];
}

/** True for a list of questions, which stands for itself on the page. */
function holdsQuestions(list: Element, nodes: readonly QuestionNode[]): boolean {
  return list.children.some((item) => {
    if (item.type !== 'element') return false;
    const first = item.children.find((child) => child.type === 'element' || child.type === 'slot');
    const kind = first?.type === 'slot' ? nodes[first.index]?.kind : undefined;
    return kind === 'answered' || kind === 'open';
  });
}

function block(children: readonly ElementContent[], nodes: readonly QuestionNode[]): Element {
  return {
    type: 'element',
    tagName: 'div',
    properties: {},
    children: children.flatMap((child) => own(child, nodes)),
  };
}
