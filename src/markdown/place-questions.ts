/** Questions, on their way into the page: each takes the place that was kept for it, with its id and what its card says. */
import type { Element, ElementContent, Root } from 'hast';
import type { Disclosure, Question } from '../core/note.ts';
import { answerText, answerWords } from './answer-text.ts';
import { rankOf } from './headings.ts';
import type { Given, Ids } from './identity.ts';
import { type CardText, cardText } from './ledger/card-text.ts';
import { markup } from './markup.ts';
import type { Problems } from './problems.ts';
import type { QuestionNode } from './question-node.ts';
import { type Part, type Slot, textOf } from './render.ts';
import { readSourceLine } from './source-line.ts';

/** Words that can be graded at a glance. */
const GLANCE = 250;

/** What came into the page, in its order. */
export interface Placed {
  questions: Question[];
  disclosures: Disclosure[];
  /** What the answered questions say. */
  cards: CardText[];
  /** What each question says beside its prompt, for search. */
  answers: string[];
}

/**
 * Puts the markup of each question into the slot that was kept for it in `tree`, also within another's answer.
 *
 * @param title the note's, which is the prompt of a question that has none of its own.
 * @param given the identity of cards, by their number in the note.
 */
export function placeQuestions(
  tree: Root,
  nodes: QuestionNode[],
  ids: Ids,
  title: string,
  problems: Problems,
  given: Given,
): Placed {
  const questions: Question[] = [];
  const answers: string[] = [];
  const cards: CardText[] = [];
  const disclosures: Disclosure[] = [];

  const place = (children: ElementContent[], parent: string | null): void => {
    for (let n = 0; n < children.length; n++) {
      const child = children[n];
      if (child === undefined) continue;
      if (child.type === 'element') {
        place(child.children, parent);
        if (child.tagName === 'ol' || child.tagName === 'ul') markList(child);
      } else if (child.type === 'slot') {
        const made = settle(child as Slot, parent);
        children.splice(n, 1, ...made);
        n += made.length - 1;
      }
    }
  };

  const settle = (slot: Slot, parent: string | null): ElementContent[] => {
    const node = nodes[slot.index];
    if (node === undefined) return [];
    const parts = (role: Part['role']): ElementContent[] =>
      (slot.children.find((part) => part.role === role)?.children ?? []) as ElementContent[];
    if (node.kind === 'disclosure' || node.kind === 'hint') {
      if (node.kind === 'disclosure') disclosures.push({ line: node.line });
      place(parts('answer'), parent);
      return markup(slot, node, null, '', {}) as ElementContent[];
    }
    const label = textOf(parts('label'));
    const prompt =
      node.from === 'title'
        ? (node.promptText ?? title)
        : textOf(parts('prompt')) || (node.kind === 'group' ? label : '');
    const { level, exams } = readSourceLine(parts('answer'));
    const length = wordCount(parts('answer'));
    if (length > GLANCE) problems.add('long-answer', node, String(length));
    if (node.kind === 'answered' && showsNothing(parts('answer'))) node.kind = 'open';
    const identity = node.kind === 'answered' ? given.get(cards.length) : undefined;
    const id =
      identity?.fragment ??
      headingId(node, parts('prompt')) ??
      ids.forQuestion(prompt || label || 'question');
    const answer = node.kind === 'answered' ? answerText(parts('answer'), nodes) : '';
    const card = node.kind === 'answered' ? cardText(prompt, answer) : null;
    const said = node.kind === 'open' ? parts('hints') : [...parts('hints'), ...parts('answer')];
    answers.push(answerWords(said, nodes));
    if (card !== null) cards.push(card);
    const revision = card?.revision ?? '';
    questions.push({
      id,
      card: '',
      revision,
      prompt,
      line: node.line,
      state: node.kind,
      parent,
      context: node.context,
      level,
      exams,
      answer: node.kind === 'answered' ? answerWords(parts('answer'), nodes) : '',
      cut: node.cut,
    });
    place(parts('hints'), id);
    place(parts('prompt'), id);
    place(parts('answer'), id);
    const own = { dataCard: identity?.card ?? undefined, dataRevision: revision || undefined };
    return markup(slot, node, id, prompt, own) as ElementContent[];
  };

  place(tree.children as ElementContent[], null);
  return { questions, disclosures, cards, answers };
}

/** True where all that an answer shows are images that are not in the folder. */
function showsNothing(answer: ElementContent[]): boolean {
  const isMissing = (node: ElementContent): boolean =>
    node.type === 'element' &&
    Array.isArray(node.properties['className']) &&
    node.properties['className'].includes('missing-image');
  const empty = (node: ElementContent): boolean => {
    if (node.type === 'text') return node.value.trim() === '';
    if (node.type === 'slot') return false;
    return (
      isMissing(node) ||
      (node.type === 'element' &&
        !['img', 'pre', 'table', 'input'].includes(node.tagName) &&
        node.children.every(empty))
    );
  };
  const some = (node: ElementContent): boolean =>
    isMissing(node) || (node.type === 'element' && node.children.some(some));
  return answer.every(empty) && answer.some(some);
}

/** Words of an answer's own prose: code, tables, diagrams and follow-up questions are not counted. */
function wordCount(answer: ElementContent[]): number {
  const prose = (node: ElementContent): string => {
    if (node.type === 'text') return node.value;
    if (node.type !== 'element' || ['pre', 'table', 'figure'].includes(node.tagName)) return ' ';
    const names = node.properties['className'];
    return Array.isArray(names) && names.includes('source') ? ' ' : `${node.children.map(prose).join('')} `;
  };
  return (
    answer
      .map(prose)
      .join(' ')
      .match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}'’.-]*/gu)?.length ?? 0
  );
}

/** A heading that is the question gives its id to the whole question: old links to it lead there. */
function headingId(node: QuestionNode, prompt: ElementContent[]): string | null {
  if (node.from !== 'heading') return null;
  const heading = prompt.find(
    (child): child is Element => child.type === 'element' && rankOf(child) !== null,
  );
  const id = heading?.properties['id'];
  if (heading === undefined || typeof id !== 'string') return null;
  delete heading.properties['id'];
  return id;
}

/** Lists that hold questions show the author's numbers in the questions instead of markers. */
function markList(list: Element): void {
  const items = list.children.filter(
    (node): node is Element => node.type === 'element' && node.tagName === 'li',
  );
  // An item that begins with words of its own keeps its marker: its number is not the question's.
  const asks = (item: Element): boolean => {
    const first = item.children.find((node) => node.type === 'element');
    const names = first?.properties['className'];
    return Array.isArray(names) && names.includes('question');
  };
  if (!items.some(asks)) return;
  const first = Number(list.properties['start'] ?? 1);
  const wide = list.tagName === 'ol' && first + items.length > 100;
  list.properties['className'] = wide ? ['questions', 'wide'] : ['questions'];
  for (const item of items) if (asks(item)) item.properties['className'] = ['item'];
}
