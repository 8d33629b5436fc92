/**
 * Reads one note: from its source to its questions and the HTML of its page. Pure: no files, no clock.
 *
 * The only place that understands note syntax. The site and the check command both come through here.
 */
import type { Root, RootContent } from 'mdast';
import type { ExternalLink, Reading } from '../core/note.ts';
import { findPlaceholders } from './answers.ts';
import { bind } from './bind.ts';
import { isMdx, readComponents, withoutImports } from './components.ts';
import type { BindOptions } from './container.ts';
import { placeCuts } from './cut.ts';
import type { Facts } from './facts.ts';
import { finish } from './finish.ts';
import type { FrontMatter } from './front-matter.ts';
import type { Given } from './identity.ts';
import { Labels } from './labels.ts';
import type { CardText } from './ledger/card-text.ts';
import { lineOf, sourceOf } from './level.ts';
import { type Excess, findExcess } from './limits.ts';
import { type LineForm, readLineForms } from './line-forms.ts';
import type { FragmentLink, Surroundings } from './links.ts';
import { mask } from './mask.ts';
import { parseNote, type ToggleNode } from './parse.ts';
import { plainText } from './plain.ts';
import { Problems } from './problems.ts';
import { render } from './render.ts';
import { reportQuestions, reportRepairs } from './report.ts';
import { withoutStrays } from './strays.ts';
import { readToggles } from './toggles.ts';

export interface NoteSource {
  /** Body with front matter emptied and line ends `\n`. */
  body: string;
  frontMatter: FrontMatter;
  around: Surroundings;
  facts: Facts;
  /** How toggles without a summary are read. */
  unnamed: BindOptions['unnamed'];
  /** Further forms the folder asks for; none by default. */
  forms?: ReadonlySet<LineForm>;
  /** What the ledger says of its cards; nothing where it says nothing, or was not asked yet. */
  given?: Given;
  /** Title where the note has neither front matter nor a heading. */
  fallbackTitle: string;
}

export interface NoteReading extends Omit<Reading, 'problems'> {
  /** Links into pages, to be checked once all are known. */
  fragments: FragmentLink[];
  /** Links to other hosts. */
  external: ExternalLink[];
  /** Every id of the page. */
  ids: ReadonlySet<string>;
  /** Fragments that follow from prompts as they are now, and those that the ledger keeps instead. */
  aliases: Map<string, string>;
  /** What its cards say, in the order of the page: those of `questions` that are answered. */
  cards: CardText[];
  problems: Problems;
}

function togglesIn(nodes: RootContent[], into: ToggleNode[]): ToggleNode[] {
  for (const node of nodes) {
    if (node.type === 'toggle') into.push(node);
    if ('children' in node) togglesIn(node.children as RootContent[], into);
  }
  return into;
}

function titleOf(root: Root): RootContent | null {
  const first = root.children.find((node) => node.type === 'heading' && plainText([node]) !== '');
  return first?.type === 'heading' && first.depth === 1 ? first : null;
}

/** A note that asks too much of the reader; it gets no page. */
export class NoteRefused extends Error {
  readonly excess: Excess;

  constructor(excess: Excess) {
    super(excess.detail);
    this.excess = excess;
  }
}

/**
 * Reads a note. Whatever is wrong in it is repaired or kept and told in `problems`.
 *
 * @throws NoteRefused if it goes over a limit of `limits.ts`; nothing else.
 */
export function readNote(note: NoteSource): NoteReading {
  const problems = new Problems();
  const mdx = isMdx(note.around.path);
  const body = mdx ? withoutImports(note.body) : note.body;
  const masked = mask(body);
  const excess = findExcess(body, masked.text);
  if (excess !== null) throw new NoteRefused(excess);
  const tree = readToggles(masked.text);
  let text = withoutStrays(body, tree.strays);
  const source = sourceOf(text, masked);
  for (const line of masked.unclosedComments) {
    const start = source.starts[line - 1] ?? 0;
    const at = text.indexOf('<!--', start);
    if (at !== -1) text = `${text.slice(0, at)}    ${text.slice(at + 4)}`;
  }
  source.text = text;
  const { root, misplaced } = parseNote(source, tree.toggles);
  reportRepairs(problems, tree, masked, misplaced, (offset) => ({
    line: lineOf(source, offset),
    column: offset - (source.starts[lineOf(source, offset) - 1] ?? 0) + 1,
  }));
  if (mdx) readComponents(root, problems);
  if (note.forms !== undefined) readLineForms(root, note.forms);
  const toggles = togglesIn(root.children, []);
  const title = titleOf(root);
  bind(root, {
    labels: new Labels(
      toggles
        .flatMap((toggle) => (toggle.summary === null ? [] : [plainText(toggle.summary)]))
        .filter((words) => words !== ''),
    ),
    placeholders: findPlaceholders(toggles),
    title,
    titleText: title === null ? '' : plainText([title]),
    unnamed: note.unnamed,
  });
  const rendered = render(root);
  placeCuts(rendered.questions, source, tree.toggles);
  for (const { line, column, what } of rendered.removals) problems.add('unsafe-html', { line, column }, what);
  const page = finish(
    rendered.root,
    rendered.questions,
    note.around,
    note.facts,
    problems,
    note.given ?? new Map(),
  );
  reportQuestions(problems, rendered.questions, page.questions);
  return {
    title: note.frontMatter.title ?? page.title ?? note.fallbackTitle,
    description: note.frontMatter.description ?? sentence(page.lead),
    lang: note.frontMatter.lang ?? null,
    checked: page.checked,
    html: page.html,
    questions: page.questions,
    sections: page.sections,
    disclosures: page.disclosures,
    attachments: page.attachments,
    texts: page.texts,
    fragments: page.fragments,
    external: page.external,
    ids: page.ids,
    aliases: new Map(),
    cards: page.cards,
    problems,
  };
}

/** The first sentence or two of `text`, at most 200 characters, cut between words. */
function sentence(text: string): string {
  if (text.length <= 200) return text;
  const end = text.slice(0, 200).search(/[.!?。！？](?=\s[^.!?]*$|[^.!?]*$)/u);
  if (end > 60) return text.slice(0, end + 1);
  return `${text.slice(0, text.lastIndexOf(' ', 199))}…`;
}
