/** The final markup of questions: `docs/writing-notes.md` shows what each form becomes. */

import type { Element, ElementContent, Properties, RootContent } from 'hast';
import * as words from '#words';
import { headline } from '../core/prompt.ts';
import type { QuestionNode } from './question-node.ts';
import { type Part, type Role, type Slot, textOf } from './render.ts';

function element(tagName: string, properties: Properties, children: ElementContent[]): Element {
  return { type: 'element', tagName, properties, children };
}

function text(value: string): ElementContent {
  return { type: 'text', value };
}

/** Words of ours, not the author's: marked, so that nobody takes them for the note's. */
function own(value: string, className = 'generated'): Element {
  return element('span', { className: [className, ...(className === 'generated' ? [] : ['generated'])] }, [
    text(value),
  ]);
}

function part(slot: Slot, role: Role): ElementContent[] {
  return (slot.children.find((child: Part) => child.role === role)?.children ?? []).filter(
    (node): node is ElementContent => node.type !== 'doctype',
  );
}

function visible(nodes: ElementContent[]): ElementContent[] {
  return nodes.filter((node) => node.type !== 'text' || node.value.trim() !== '');
}

const PHRASING = new Set([
  'a',
  'abbr',
  'b',
  'bdi',
  'bdo',
  'br',
  'cite',
  'code',
  'data',
  'del',
  'dfn',
  'em',
  'i',
  'img',
  'ins',
  'kbd',
  'mark',
  'q',
  'rp',
  'rt',
  'ruby',
  's',
  'samp',
  'small',
  'span',
  'strike',
  'strong',
  'sub',
  'sup',
  'time',
  'tt',
  'u',
  'var',
  'wbr',
]);

function isPhrasing(node: ElementContent): boolean {
  if (node.type !== 'element') return node.type === 'text' || node.type === 'comment';
  return PHRASING.has(node.tagName) && node.children.every(isPhrasing);
}

/** Links and controls do not belong in a summary: their words stay. */
function withoutControls(nodes: ElementContent[]): ElementContent[] {
  return nodes.flatMap((node): ElementContent[] => {
    if (node.type !== 'element') return [node];
    const children = withoutControls(node.children);
    if (node.tagName === 'a' || node.tagName === 'input') return children;
    return [{ ...node, children }];
  });
}

function hasLink(nodes: ElementContent[]): boolean {
  return nodes.some((node) => node.type === 'element' && (node.tagName === 'a' || hasLink(node.children)));
}

/** The phrasing of a prompt that is one short paragraph, else null. */
function shortPrompt(nodes: ElementContent[]): ElementContent[] | null {
  const blocks = visible(nodes);
  const only = blocks[0];
  if (
    blocks.length === 1 &&
    only?.type === 'element' &&
    only.tagName === 'p' &&
    only.children.every(isPhrasing)
  ) {
    return hasLink(only.children) ? null : only.children;
  }
  return blocks.length > 0 && blocks.every(isPhrasing) && !hasLink(blocks) ? blocks : null;
}

function flat(nodes: ElementContent[]): ElementContent[] {
  const short = visible(nodes).flatMap((node) => {
    if (node.type === 'element' && node.tagName === 'p') return node.children;
    return isPhrasing(node) ? [node] : [text(textOf([node]))];
  });
  return withoutControls(short);
}

const spaced = (children: ElementContent[][]): ElementContent[] =>
  children
    .filter((nodes) => nodes.length > 0)
    .flatMap((nodes, n) => (n === 0 ? nodes : [text(' '), ...nodes]));

function firstLine(prompt: string): string {
  const line = headline(prompt);
  return line.length > 120 ? `${line.slice(0, 117)}…` : line;
}

function labelled(slot: Slot): ElementContent[] {
  const label = flat(part(slot, 'label'));
  return textOf(label) === '' && label.length === 0 ? [] : [element('span', { className: ['label'] }, label)];
}

/** Classes of a question by what stands in it. */
function classes(...names: (string | false)[]): string[] {
  return names.filter((name): name is string => name !== false);
}

/**
 * What the page shows for `question`; `id` is its fragment, `prompt` its stem as plain text, and `marks` what else its
 * element says of it.
 */
export function markup(
  slot: Slot,
  question: QuestionNode,
  id: string | null,
  prompt: string,
  marks: Properties,
): RootContent[] {
  const answer = part(slot, 'answer');
  if (question.kind === 'disclosure' || question.kind === 'hint') {
    const name = labelled(slot);
    const summary =
      name.length > 0 ? name : [own(question.kind === 'hint' ? words.hint : words.more, 'label')];
    return [
      element('details', { className: [question.kind] }, [
        element('summary', {}, summary),
        element('div', {}, answer),
      ]),
    ];
  }
  const properties: Properties = { id: id ?? undefined, dataState: question.kind, ...marks };
  const blocks = part(slot, 'prompt');
  const short = shortPrompt(blocks);
  const number =
    question.number === null ? [] : [element('span', { className: ['number'] }, [text(question.number)])];
  const hints = part(slot, 'hints');

  if (question.kind === 'open')
    return [open(slot, question, properties, blocks, short, number, hints, answer)];
  if (question.kind === 'group') {
    const name = short === null ? [] : [element('span', { className: ['prompt'] }, short)];
    const label = labelled(slot);
    const heading = spaced([number, name, label]);
    const shown = heading.length > 0 ? heading : [own(words.moreQuestions, 'label')];
    const before =
      short === null && visible(blocks).length > 0 ? [element('div', { className: ['prompt'] }, blocks)] : [];
    return [
      ...before,
      element('details', { className: ['group'], ...properties }, [
        element('summary', {}, shown),
        element('div', { className: ['members'] }, answer),
      ]),
    ];
  }
  const body = element('div', { className: ['answer'] }, answer);
  if (short !== null && hints.length === 0) {
    const summary = spaced([number, [element('span', { className: ['prompt'] }, short)], labelled(slot)]);
    return [
      element('details', { className: ['question'], ...properties }, [element('summary', {}, summary), body]),
    ];
  }
  const label = labelled(slot);
  const name: ElementContent[] = [
    ...(label.length > 0 ? label : [own(words.answer, 'label')]),
    own(words.answerOf(firstLine(prompt)), 'visually-hidden'),
  ];
  return [
    element('section', { className: ['question', 'long'], ...properties }, [
      element('div', { className: ['prompt'] }, [...number, ...blocks]),
      ...hints,
      element('details', {}, [element('summary', {}, name), body]),
    ]),
  ];
}

function open(
  slot: Slot,
  question: QuestionNode,
  properties: Properties,
  blocks: ElementContent[],
  short: ElementContent[] | null,
  number: ElementContent[],
  hints: ElementContent[],
  answer: ElementContent[],
): Element {
  const rest = visible(answer);
  return element(
    'section',
    {
      className: classes('question', 'open', short === null && 'long'),
      ...properties,
      dataLine: question.line,
    },
    [
      element(
        'div',
        { className: ['prompt'] },
        short === null ? [...number, ...blocks] : spaced([number, [element('p', {}, short)]]),
      ),
      ...hints,
      ...labelled(slot),
      ...(rest.length > 0 ? [element('div', { className: ['placeholder'] }, answer)] : []),
      element('p', { className: ['invitation'], dataLine: question.line }, []),
    ],
  );
}
