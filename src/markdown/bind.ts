/**
 * Binds every toggle to the question it answers, from the inside out.
 *
 * After this the tree has no toggles any more: each is a question, a group, a hint or an ordinary disclosure.
 */
import type { List, ListItem, PhrasingContent, Root, RootContent, TableCell } from 'mdast';
import { isPlaceholder, type Placeholders } from './answers.ts';
import { fold, hasWord, Labels } from './labels.ts';
import type { ToggleNode } from './parse.ts';
import { asks, offersChoices, plainText, showsSomething } from './plain.ts';
import { type QuestionNode, questionOf } from './question-node.ts';
import { findStem, holdsQuestion, owningHeadings, type Stem } from './stems.ts';

export interface BindOptions {
  labels: Labels;
  placeholders: Placeholders;
  /** The first heading, which is the page's title. */
  title: RootContent | null;
  /** The title's words: a list item that repeats them gives no context. */
  titleText: string;
  /** How toggles without a summary are read; `auto` asks whether a question stands above. */
  unnamed: 'auto' | 'answer' | 'disclosure';
}

interface Container {
  kind: 'root' | 'item' | 'toggle' | 'other';
  /** For an item: the list and the item's place in it. */
  list: List | null;
  index: number;
  /** Words of the nearest list item around, as context. */
  outer: string | null;
  /** Folded labels of the toggles around. */
  labels: string[];
  /** The toggle around, if any. */
  toggle: ToggleNode | null;
}

/** Binds all toggles below `root`, in place. */
export function bind(root: Root, options: BindOptions): void {
  root.children = bindChildren(
    root.children,
    { kind: 'root', list: null, index: 0, outer: null, labels: [], toggle: null },
    options,
  );
  openItems(root.children, options);
}

function summaryOf(toggle: ToggleNode): { text: string | null; shows: boolean } {
  if (toggle.summary === null) return { text: null, shows: false };
  return { text: plainText(toggle.summary), shows: showsSomething(toggle.summary) };
}

function kindOf(toggle: ToggleNode, options: BindOptions): ReturnType<Labels['kind']> {
  const { text, shows } = summaryOf(toggle);
  return options.labels.kind(text, shows);
}

function bindChildren(children: RootContent[], container: Container, options: BindOptions): RootContent[] {
  for (const child of children) descend(child, container, options);
  const isLabel = (node: RootContent): boolean =>
    node.type === 'toggle' && kindOf(node, options) !== 'question';
  const owning = owningHeadings(children, isLabel, options.title);
  const out: RootContent[] = [];
  for (const child of children) {
    if (child.type === 'toggle') settle(child, out, children, container, owning, options);
    else if (child.type === 'list') out.push(...spreadList(child, out, container, owning, options));
    else out.push(child);
  }
  return out;
}

/** Settles what is inside `node` first. */
function descend(node: RootContent, container: Container, options: BindOptions): void {
  if (node.type === 'toggle') {
    const own = fold(summaryOf(node).text ?? '');
    const kind = kindOf(node, options);
    const labels = kind === 'label' ? [...container.labels, own] : container.labels;
    node.children = bindChildren(
      node.children,
      { kind: 'toggle', list: null, index: 0, outer: null, labels, toggle: node },
      options,
    );
    openItems(node.children, options);
  } else if (node.type === 'list') {
    node.children.forEach((item, index) => {
      const outer = container.kind === 'item' ? firstWords(container) : null;
      item.children = bindChildren(
        item.children,
        { ...container, kind: 'item', list: node, index, outer },
        options,
      ) as ListItem['children'];
    });
  } else if (node.type === 'tableRow') {
    node.children.forEach((cell, column) => {
      descend(cell, container, options);
      if (column > 0) bindCell(cell, node.children.slice(0, column), options);
    });
  } else if ('children' in node) {
    const inner = bindChildren(node.children as RootContent[], { ...container, kind: 'other' }, options);
    (node as { children: RootContent[] }).children = inner;
  }
}

/** A label toggle in a table answers what the cells before it ask. The question stays in its cell. */
function bindCell(cell: TableCell, before: TableCell[], options: BindOptions): void {
  const asked = before
    .map((other) => plainText([other]))
    .filter((words) => words !== '' && !/^[\d.#]+$/.test(words));
  if (asked.length === 0 || plainText([cell]) !== '') return;
  cell.children = cell.children.map((node): PhrasingContent => {
    if (node.type !== 'question' || node.kind !== 'disclosure' || node.toggle === null) return node;
    return { ...node, kind: stateOf(node.toggle, options), from: 'title', promptText: asked.join('\n') };
  });
}

function itemOf(container: Container): ListItem | undefined {
  return container.list?.children[container.index];
}

function firstWords(container: Container): string | null {
  const first = itemOf(container)?.children.find((node) => node.type === 'paragraph');
  return first === undefined ? null : plainText([first]);
}

function numberIn(container: Container): string | null {
  if (container.kind !== 'item' || container.list?.ordered !== true) return null;
  return `${(container.list.start ?? 1) + container.index}.`;
}

function contextFor(words: string | null, options: BindOptions): string | null {
  if (words === null || words === '') return null;
  return fold(words) === fold(options.titleText) ? null : words;
}

/** Words of a toggle's own, questions inside and headings aside. */
function ownText(children: RootContent[]): string {
  const own = children.filter(
    (node) => node.type !== 'heading' && !(node.type === 'html' && /^<h[1-6][\s>]/i.test(node.value)),
  );
  return own
    .map((node) => {
      if (node.type !== 'list' || !holdsQuestion(node))
        return plainText([node]) + (showsSomething([node]) ? '#' : '');
      return node.children
        .map((item) =>
          item.children.some(holdsQuestion) ? plainText(item.children.slice(1)) : plainText(item.children),
        )
        .join('');
    })
    .join('')
    .trim();
}

function hasQuestions(children: RootContent[]): boolean {
  return children.some((node) => {
    if (node.type === 'question') return node.kind !== 'disclosure' && node.kind !== 'hint';
    return 'children' in node && hasQuestions(node.children as RootContent[]);
  });
}

function isLinkList(children: RootContent[]): boolean {
  let links = 0;
  let linked = '';
  const visit = (node: RootContent): void => {
    if (node.type === 'link' || node.type === 'linkReference') {
      links++;
      linked += plainText([node]);
    } else if ('children' in node) (node.children as RootContent[]).forEach(visit);
  };
  children.forEach(visit);
  const all = plainText(children).replace(/\s+/g, '');
  return links >= 3 && linked.replace(/\s+/g, '').length >= 0.8 * all.length;
}

/** Decides what `toggle` is and appends it to `out`, taking its stem from there. */
function settle(
  toggle: ToggleNode,
  out: RootContent[],
  siblings: RootContent[],
  container: Container,
  owning: Set<RootContent>,
  options: BindOptions,
): void {
  const { text } = summaryOf(toggle);
  const kind = kindOf(toggle, options);
  const label = kind === 'question' || toggle.summary === null ? null : toggle.summary;
  const labelText = kind === 'label' ? fold(text ?? '') : null;
  const empty = ownText(toggle.children) === '';

  if (empty && hasQuestions(toggle.children)) {
    out.push(group(toggle, kind === 'question', label, labelText, out, container));
    return;
  }
  const itself = (): void => {
    const aside = !asks(text ?? '') && (hasWord(text ?? '', 'aside') || isLinkList(toggle.children));
    if (aside) out.push(questionOf(toggle, 'disclosure', { label: toggle.summary }));
    else {
      out.push(
        questionOf(toggle, stateOf(toggle, options), {
          prompt: toggle.summary ?? [],
          from: 'summary',
          number: out.every((node) => plainText([node]) === '' && !holdsQuestion(node))
            ? numberIn(container)
            : null,
          context: contextFor(container.outer, options),
        }),
      );
    }
  };
  /** A summary that is a label only because it repeats is a question after all where nothing stands above it. */
  const disclose = (): void => {
    if (labelText !== null && !Labels.isVocabulary(text ?? '') && !isStep(labelText, container)) itself();
    else out.push(questionOf(toggle, 'disclosure', { label, labelText }));
  };
  if (kind === 'question') {
    itself();
    return;
  }
  const previous = out.findLast((node) => !(node.type === 'html' && plainText([node]) === ''));
  if (previous?.type === 'question' && previous.toggle !== null && previous.kind !== 'group') {
    if (previous.from === 'summary' || previous.kind === 'disclosure' || previous.kind === 'hint') {
      disclose();
    } else share(previous, toggle, label, labelText, options);
    return;
  }
  const stem = isStep(labelText, container) ? null : findStem(out, { title: options.title, owning });
  if (stem === null || !speaks(stem, kind, labelText, siblings, container, options)) {
    disclose();
    return;
  }
  out.splice(stem.from);
  if (stem.shortened !== null) stem.shortened.children.pop();
  const fromItem = stem.source === 'item';
  out.push(
    questionOf(toggle, stateOf(toggle, options), {
      prompt: stem.source === 'title' ? [] : stem.blocks,
      from: stem.source,
      label,
      labelText,
      number: stem.number ?? (out.length === 0 ? numberIn(container) : null),
      context: contextFor(
        fromItem && container.kind === 'item' ? firstWords(container) : container.outer,
        options,
      ),
    }),
  );
}

function isStep(labelText: string | null, container: Container): boolean {
  return labelText !== null && container.labels.includes(labelText);
}

/** Whether what stands above a toggle may be taken as its question. */
function speaks(
  stem: Stem,
  kind: ReturnType<Labels['kind']>,
  labelText: string | null,
  siblings: RootContent[],
  container: Container,
  options: BindOptions,
): boolean {
  const text = plainText(stem.blocks);
  const questionLike =
    asks(text) ||
    text.split('\n').some(asks) ||
    offersChoices(text) ||
    stem.source === 'item' ||
    container.kind === 'item';
  if (kind === 'none') {
    if (options.unnamed !== 'auto') return options.unnamed === 'answer';
    return asks(text) || text.split('\n').some(asks) || offersChoices(text);
  }
  if (kind === 'empty' || container.toggle === null) return true;
  if (labelText !== null && hasWord(labelText, 'hint')) return false;
  const alike = siblings.filter(
    (node) => node.type === 'toggle' && fold(summaryOf(node).text ?? '') === labelText,
  );
  return questionLike || alike.length >= 2;
}

function group(
  toggle: ToggleNode,
  named: boolean,
  label: RootContent[] | null,
  labelText: string | null,
  out: RootContent[],
  container: Container,
): QuestionNode {
  const only = out[0];
  if (!named && container.kind === 'item' && out.length === 1 && only?.type === 'paragraph') {
    out.length = 0;
    return questionOf(toggle, 'group', {
      prompt: [only],
      from: 'item',
      label,
      labelText,
      number: numberIn(container),
    });
  }
  return questionOf(
    toggle,
    'group',
    named ? { prompt: toggle.summary ?? [], from: 'summary' } : { label, labelText },
  );
}

function stateOf(toggle: ToggleNode, options: BindOptions): 'answered' | 'open' {
  const blank = ownText(toggle.children) === '' && plainText(toggle.children) === '';
  if (blank && !toggle.children.some(holdsQuestion) && !showsSomething(toggle.children)) return 'open';
  if (toggle.children.some(holdsQuestion)) return 'answered';
  return isPlaceholder(toggle.children, options.placeholders) ? 'open' : 'answered';
}

/** A second toggle in a row: a hint before its solution, or something more about the same question. */
function share(
  question: QuestionNode,
  toggle: ToggleNode,
  label: RootContent[] | null,
  labelText: string | null,
  options: BindOptions,
): void {
  const first = question.labelText ?? '';
  const second = labelText ?? '';
  const bothHints = hasWord(first, 'hint') && hasWord(second, 'hint');
  const secondIsMore =
    (hasWord(second, 'hint') && !bothHints) ||
    (first === second && !bothHints) ||
    (!hasWord(first, 'hint') && (hasWord(first, 'answer') || hasWord(second, 'explanation')));
  if (secondIsMore) {
    question.answer.push(questionOf(toggle, 'disclosure', { label, labelText }));
    return;
  }
  const answer = question.toggle;
  if (answer === null) return;
  question.hints.push(
    questionOf(answer, 'hint', {
      label: question.label,
      labelText: question.labelText,
      answer: question.answer,
    }),
  );
  question.toggle = toggle;
  question.answer = toggle.children;
  question.label = label;
  question.labelText = labelText;
  question.line = toggle.line;
  question.column = toggle.column;
  question.kind = stateOf(toggle, options);
}

/** A list whose items are nothing but toggles that answer what stands above the list. */
function spreadList(
  list: List,
  out: RootContent[],
  container: Container,
  owning: Set<RootContent>,
  options: BindOptions,
): RootContent[] {
  const bare = list.children.flatMap((item) => item.children as RootContent[]);
  const orphans = bare.every(
    (node) => node.type === 'question' && node.kind === 'disclosure' && node.toggle !== null,
  );
  if (bare.length === 0 || !orphans) return [list];
  const toggles = bare.flatMap((node) =>
    node.type === 'question' && node.toggle !== null ? [node.toggle] : [],
  );
  if (toggles.some((toggle) => kindOf(toggle, options) === 'question')) return [list];
  for (const toggle of toggles) settle(toggle, out, toggles, container, owning, options);
  return [];
}

const PHRASE_WORDS = 12;

/**
 * Items of an ordered list of questions that have no toggle: open questions. An item asks with a question
 * mark; beside such an item a bare phrase without a full stop or a definition is one too.
 */
function openItems(children: RootContent[], options: BindOptions): void {
  for (const node of children) {
    if (node.type === 'list') {
      openItemsOf(node, options);
      for (const item of node.children) openItems(item.children, options);
    } else if (node.type !== 'question' && 'children' in node)
      openItems(node.children as RootContent[], options);
  }
}

function openItemsOf(list: List, options: BindOptions): void {
  if (list.ordered !== true) return;
  const answered = list.children.some((item) =>
    item.children.some((node) => node.type === 'question' && node.kind === 'answered'),
  );
  if (!answered) return;
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
      context: contextFor(null, options),
      from: 'item',
      labelText: null,
      toggle: null,
    };
    item.children = [question];
  });
}
