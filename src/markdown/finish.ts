/** From the sanitised tree to the page: title, headings, ids, links, code, diagrams, tables, questions. */
import type { Element, Root } from 'hast';
import { toString as hastText } from 'hast-util-to-string';
import rehypeStringify from 'rehype-stringify';
import { unified } from 'unified';
import type { Attachment, Disclosure, ExternalLink, Question, Section, Texts } from '../core/note.ts';
import { colour, languageOf } from './code.ts';
import { markComponents } from './components.ts';
import { drawDiagram } from './diagram.ts';
import { type Facts, settleFacts } from './facts.ts';
import { failure } from './failure.ts';
import { firstHeading, rankOf, settleHeadings, takeTitle } from './headings.ts';
import { type Given, Ids } from './identity.ts';
import type { CardText } from './ledger/card-text.ts';
import { type FragmentLink, rewriteLinks, type Surroundings } from './links.ts';
import { numberQuestions } from './numbers.ts';
import { placeQuestions } from './place-questions.ts';
import type { Problems } from './problems.ts';
import { proseOf } from './prose.ts';
import type { QuestionNode } from './question-node.ts';
import { textOf } from './render.ts';
import { cutRuns } from './runs.ts';
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
