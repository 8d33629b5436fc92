/** From the sanitised tree to the page: title, headings, ids, links, code, diagrams, tables, questions. */
import type { Element, ElementContent, Root } from 'hast';
import { toString as hastText } from 'hast-util-to-string';
import rehypeStringify from 'rehype-stringify';
import { unified } from 'unified';
import type { Attachment, Disclosure, ExternalLink, Question, Section, Texts } from '../core/note.ts';
import { answerText, answerWords } from './answer-text.ts';
import { colour, languageOf } from './code.ts';
import { markComponents } from './components.ts';
import { drawDiagram } from './diagram.ts';
import { type Facts, settleFacts } from './facts.ts';
import { failure } from './failure.ts';
import { firstHeading, rankOf, settleHeadings, takeTitle } from './headings.ts';
import { type Given, Ids } from './identity.ts';
import { type CardText, cardText } from './ledger/card-text.ts';
import { type FragmentLink, rewriteLinks, type Surroundings } from './links.ts';
import { markup } from './markup.ts';
import { numberQuestions } from './numbers.ts';
import type { Problems } from './problems.ts';
import { proseOf } from './prose.ts';
import type { QuestionNode } from './question-node.ts';
import { type Part, type Slot, textOf } from './render.ts';
import { cutRuns } from './runs.ts';
import { readSourceLine } from './source-line.ts';
import { settleTables } from './tables.ts';
import { settleTasks } from './tasks.ts';
import { SKIP, visit } from './visit.ts';

export interface Finished {
  html: string;
  /** Words of the note's own title heading, or of its first heading; null where it has none. */
  title: string | null;
  /** Day of the oldest check among the facts that age, `YYYY-MM-DD`, or null. */
  checked: string | null;
  /** The first paragraph outside questions, as text. */
  lead: string;
  questions: Question[];
  sections: Section[];
  disclosures: Disclosure[];
  attachments: Attachment[];
  texts: Texts;
  fragments: FragmentLink[];
  external: ExternalLink[];
  /** Every id on the page. */
  ids: ReadonlySet<string>;
  /** What the cards say, in the order of the page. */
  cards: CardText[];
}

/** Words that can be graded at a glance. */
const GLANCE = 250;

const stringifier = unified().use(rehypeStringify, { closeSelfClosing: false }).freeze();

/** Finishes `tree`. `nodes` are the questions its slots stand for, `given` the identity of cards by their number. */
export function finish(
  tree: Root,
  nodes: QuestionNode[],
  around: Surroundings,
  facts: Facts,
  problems: Problems,
  given: Given,
): Finished {
  const taken = takeTitle(tree);
  const title = taken ?? firstHeading(tree);
  const lead = firstParagraph(tree);
  const sections = settleHeadings(tree, problems);
  settleCode(tree, problems);
  settleTables(tree);
  settleTasks(tree);
  const checked = settleFacts(tree, facts, problems);
  const links = rewriteLinks(tree, around, problems);
  const ids = new Ids();
  ids.reserve(given);
  ids.claim(tree);
  const prose = proseOf(tree, nodes);
  const { questions, disclosures, cards, answers } = placeQuestions(
    tree,
    nodes,
    ids,
    title ?? '',
    problems,
    given,
  );
  markComponents(tree);
  numberQuestions(tree, questions);
  cutRuns(tree);
  return {
    html: stringifier.stringify(tree),
    title,
    lead,
    checked,
    questions,
    sections: sections.filter((section) => ids.all.has(section.id)),
    disclosures,
    attachments: links.attachments,
    texts: { prose, answers },
    fragments: links.fragments,
    external: links.external,
    ids: ids.all,
    cards,
  };
}

function firstParagraph(tree: Root): string {
  for (const node of tree.children) {
    if (node.type === 'slot') return '';
    if (node.type !== 'element') continue;
    if (rankOf(node) !== null && node.tagName !== 'h1') return '';
    if (node.tagName !== 'p') continue;
    const words = textOf([node]);
    if (
      words !== '' &&
      !node.children.every(
        (child) => child.type !== 'element' || child.tagName === 'img' || child.tagName === 'a',
      )
    )
      return words.replace(/\n/g, ' ');
    if (words !== '' && node.children.some((child) => child.type === 'text' && child.value.trim() !== ''))
      return words.replace(/\n/g, ' ');
  }
  return '';
}

function settleCode(tree: Root, problems: Problems): void {
  let diagrams = 0;
  visit(tree, 'element', (pre, index, parent) => {
    if (pre.tagName !== 'pre' || parent === undefined || index === undefined) return undefined;
    pre.properties['tabIndex'] = 0;
    const code = pre.children.find(
      (node): node is Element => node.type === 'element' && node.tagName === 'code',
    );
    if (code === undefined) return SKIP;
    const place = { line: pre.position?.start.line ?? 1, column: pre.position?.start.column ?? 1 };
    const language = languageOf(code);
    if (language === 'mermaid') {
      try {
        const { figure, named } = drawDiagram(hastText(code), `diagram-${++diagrams}`);
        figure.data = { source: hastText(code) };
        (parent as Root).children[index] = figure;
        if (!named) problems.add('unnamed-diagram', place);
        return SKIP;
      } catch (reason) {
        problems.add('diagram-failed', place, failure(reason).replace(/\.+$/, ''));
        return SKIP;
      }
    }
    if (!colour(code)) problems.add('unknown-language', place, language ?? '');
    return SKIP;
  });
}

function placeQuestions(
  tree: Root,
  nodes: QuestionNode[],
  ids: Ids,
  title: string,
  problems: Problems,
  given: Given,
): { questions: Question[]; disclosures: Disclosure[]; cards: CardText[]; answers: string[] } {
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
