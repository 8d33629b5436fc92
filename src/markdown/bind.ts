/**
 * Binds every toggle to the question it answers, from the inside out.
 *
 * After this the tree has no toggles any more: each is a question, a group, a hint or an ordinary disclosure.
 */
import type { List, ListItem, PhrasingContent, Root, RootContent, TableCell } from 'mdast';
import { type BindOptions, type Container, firstWords, kindOf, summaryOf } from './container.ts';
import { fold } from './labels.ts';
import { openItems } from './open-items.ts';
import { owningHeadings } from './owning.ts';
import { plainText } from './plain.ts';
import { settle } from './settle.ts';
import { stateOf } from './share.ts';
import { speaksAside } from './unnamed.ts';

/** Binds all toggles below `root`, in place. */
export function bind(root: Root, asked: BindOptions): void {
  const aside = asked.unnamed === 'auto' && speaksAside(root.children, asked.title);
  const options: BindOptions = aside ? { ...asked, unnamed: 'disclosure' } : asked;
  root.children = bindChildren(
    root.children,
    { kind: 'root', list: null, index: 0, outer: null, labels: [], toggle: null },
    options,
  );
  openItems(root.children);
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
    openItems(node.children);
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
    return {
      ...node,
      kind: stateOf(node.toggle, options),
      from: 'title',
      promptText: asked.join('\n'),
      begins: cell.position?.start.line ?? null,
    };
  });
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
