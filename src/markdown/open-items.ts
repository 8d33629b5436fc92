/** Questions that have no toggle: items of a list of questions that nobody has answered. */
import type { List, RootContent } from 'mdast';
import { asks, plainText } from './plain.ts';
import { emptyCut, type QuestionNode } from './question-node.ts';
import { holdsQuestion } from './stems.ts';

const PHRASE_WORDS = 12;

/**
 * Items of an ordered list of questions that have no toggle: open questions. An item asks with a question
 * mark; beside such an item a bare phrase without a full stop or a definition is one too.
 */
export function openItems(children: RootContent[]): void {
  /** Number of the question before, where it was an item of a list that its toggle broke. */
  let last: number | null = null;
  for (const node of children) {
    if (node.type === 'heading') last = null;
    else if (node.type === 'question') {
      const number: string | undefined = /^(\d+)\.$/.exec(node.number ?? '')?.[1];
      if (node.from === 'item' && number !== undefined) last = Number(number);
    } else if (node.type === 'list') {
      const goesOn: boolean = last !== null && node.ordered === true && node.start === last + 1;
      openItemsOf(node, goesOn);
      last = goesOn ? (node.start ?? 1) + node.children.length - 1 : null;
      for (const item of node.children) openItems(item.children);
    } else if ('children' in node) openItems(node.children as RootContent[]);
  }
}

/** `goesOn`: the list goes on counting where an answered question left off. */
function openItemsOf(list: List, goesOn: boolean): void {
  if (list.ordered !== true) return;
  const answered = list.children.some((item) =>
    item.children.some((node) => node.type === 'question' && node.kind === 'answered'),
  );
  if (!answered && !goesOn) return;
  const bare = list.children.filter(
    (item) => !item.children.some(holdsQuestion) && plainText(item.children) !== '',
  );
  const asking = bare.filter((item) => asks(plainText(item.children.slice(0, 1))));
  const open = new Set(asking);
  if (asking.length > 0) {
    for (const item of bare) {
      const words = plainText(item.children);
      const phrase =
        !/[.:,–—=]|\s-\s/.test(words) &&
        words.split(/\s+/).length <= PHRASE_WORDS &&
        item.children.length === 1;
      if (phrase) open.add(item);
    }
  }
  list.children.forEach((item, index) => {
    if (!open.has(item)) return;
    const question: QuestionNode = {
      type: 'question',
      kind: 'open',
      line: item.position?.start.line ?? 1,
      column: item.position?.start.column ?? 1,
      number: `${(list.start ?? 1) + index}.`,
      prompt: item.children,
      promptText: null,
      label: null,
      hints: [],
      answer: [],
      context: null,
      from: 'item',
      begins: null,
      labelText: null,
      cut: emptyCut(item.position?.start.line ?? 1),
      toggle: null,
    };
    item.children = [question];
  });
}
