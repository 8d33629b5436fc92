/**
 * Parses the levels of a note as Markdown and puts every toggle back where it stood, as a node of the tree.
 */
import type { Definition, FootnoteDefinition, Root, RootContent } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { type Processor, unified } from 'unified';
import type { Node } from 'unist';
import { columns } from './indent.ts';
import { cutLevel, lineOf, type Source } from './level.ts';
import { lift } from './lift.ts';
import type { Range, Toggle } from './toggles.ts';
import { visit } from './visit.ts';
import { peelWrappers } from './wrappers.ts';

/** A toggle in the tree: its parts parsed, its meaning not yet decided. */
export interface ToggleNode extends Node {
  type: 'toggle';
  /** 1-based line of the opening tag. */
  line: number;
  /** 1-based column of the opening tag. */
  column: number;
  /** Null where the author wrote no summary. */
  summary: RootContent[] | null;
  children: RootContent[];
  toggle: Toggle;
}

declare module 'mdast' {
  interface RootContentMap {
    toggle: ToggleNode;
  }
  interface BlockContentMap {
    toggle: ToggleNode;
  }
  interface PhrasingContentMap {
    toggle: ToggleNode;
  }
}

const parser = unified().use(remarkParse).use(remarkGfm).freeze();
const quickParser = unified().use(remarkParse).use(remarkGfm).use(withoutSecondLook).freeze();

/** What has none of this has no address that remark-gfm finds when it looks a second time, through all texts of the tree. */
const ADDRESS = /https?\\?:|www|@|&/i;

function withoutSecondLook(this: Processor): void {
  const data = this.data();
  const extensions = (data.fromMarkdownExtensions ?? []).flat(2);
  data.fromMarkdownExtensions = extensions.map(({ transforms: _, ...extension }) => extension);
}

/** The tree of a text. */
function treeOf(text: string): Root {
  return (ADDRESS.test(text) ? parser : quickParser).parse(text);
}

/** Keeps a one-line summary from being read as a list, a heading or a rule. */
const INLINE_GUARD = '\u{E000}';

/** A line that means the same with and without Markdown: most summaries. Parsing it would only take time. */
const PLAIN =
  /^[ \t]*[\p{L}\p{N}"'’“”(),?؟？、。！/ -]+(?:[.:;][ \t]+[\p{L}\p{N}"'’“”(),?؟？/ -]+)*[.:?]?[ \t]*$/u;

/** What else begins a block in a line that is `PLAIN`: an item of a list, a rule. */
const BLOCK_START = /^(?:(?:-|\d{1,9}[.)])(?:[ \t]|$)|-[ \t-]*$)/;

/** A body that is one number, which Markdown would read as a list of nothing. `1.` is one: a template to fill in. */
const BARE_NUMBER = /^(\s*(?!1[.)])\d{1,9})([.)]\s*)$/;

function plainParagraph(text: string, line: number): RootContent[] {
  const point = { line, column: 1 };
  const value = text.trim().replace(/ {2,}/g, ' ');
  return value === ''
    ? []
    : [{ type: 'paragraph', children: [{ type: 'text', value }], position: { start: point, end: point } }];
}

/** Lines that define links and footnotes, by `labelKey`. */
type Definitions = Map<string, { line: number; text: string }[]>;

/** The form under which Markdown compares labels. */
function labelKey(label: string): string {
  return label.replace(/\s+/g, ' ').trim().toLowerCase().toUpperCase();
}

/** Definitions of the labels that `text` names, in the order of the note. Lines that stand `here` are in the text already. */
function definitionsFor(text: string, definitions: Definitions, here: ReadonlySet<number>): string[] {
  if (definitions.size === 0 || !text.includes('[')) return [];
  const keys = new Set(
    Array.from(text.matchAll(/\[((?:[^[\]\\]|\\.)+)\]/g), ([, label = '']) => labelKey(label)),
  );
  return [...keys]
    .flatMap((key) => definitions.get(key) ?? [])
    .filter(({ line }) => !here.has(line))
    .sort((a, b) => a.line - b.line)
    .map((one) => one.text);
}

/** Lines that define links and footnotes anywhere in the note, so that each level knows them. */
function definitionsOf(source: Source): Definitions {
  const found: Definitions = new Map();
  const add = (line: number, label: string, text: string): void => {
    const key = labelKey(label);
    const known = found.get(key);
    if (known === undefined) found.set(key, [{ line, text }]);
    else known.push({ line, text });
  };
  source.text.split('\n').forEach((line, n) => {
    if (source.mask.fenced[n] === true) return;
    const footnote = /^[ \t]{0,12}\[(\^[^\]\s]+)\]:/.exec(line)?.[1];
    const label = /^[ \t]{0,12}\[([^\]]+)\]:[ \t]*\S/.exec(line)?.[1];
    if (footnote !== undefined) add(n + 1, footnote, `[${footnote}]: -`);
    else if (label !== undefined) add(n + 1, label, line.trim());
  });
  return found;
}

export interface Parsed {
  root: Root;
  /** Toggles that Markdown's own rules would have dropped; they stand at the end of their level. */
  misplaced: ToggleNode[];
}

/** Parses a whole note. Positions in the result are lines of the note. */
export function parseNote(source: Source, toggles: Toggle[]): Parsed {
  const definitions = definitionsOf(source);
  const misplaced: ToggleNode[] = [];

  const parseText = (text: string, lines: number[]): Root => {
    const here = new Set(lines);
    const elsewhere = definitionsFor(text, definitions, here);
    let root = treeOf(elsewhere.length === 0 ? text : `${text}\n\n${elsewhere.join('\n\n')}\n`);
    const swallowed = root.children.some(
      (node) =>
        (node.position?.start.line ?? 1) <= lines.length && (node.position?.end.line ?? 1) > lines.length,
    );
    if (swallowed) root = treeOf(text);
    root.children = root.children.filter((node) => (node.position?.start.line ?? 1) <= lines.length);
    visit(root, (node) => {
      if (node.position === undefined) return;
      const { start, end } = node.position;
      start.line = lines[start.line - 1] ?? lines.at(-1) ?? 1;
      end.line = lines[end.line - 1] ?? lines.at(-1) ?? 1;
    });
    return root;
  };

  const parseLevel = (range: Range, children: Toggle[], owner: Toggle | null): RootContent[] => {
    const level = cutLevel(source, range, children, owner);
    if (owner !== null) level.text = peelWrappers(level.text).replace(BARE_NUMBER, '$1\\$2');
    const bare = level.text.trim();
    if (owner !== null && children.length === 0 && PLAIN.test(bare) && !BLOCK_START.test(bare)) {
      const before = level.text.slice(0, level.text.indexOf(bare)).split('\n');
      if (columns(before.at(-1) ?? '') < 4) return plainParagraph(bare, level.lines[before.length - 1] ?? 1);
    }
    const root = parseText(level.text, level.lines);
    const nodes = level.toggles.map(nodeOf);
    const placed = new Set<ToggleNode>();
    lift(root, nodes, placed);
    for (const node of nodes) {
      if (placed.has(node)) continue;
      root.children.push(node);
      misplaced.push(node);
    }
    return root.children;
  };

  const parseSummary = (range: Range, owner: Toggle): RootContent[] => {
    const level = cutLevel(source, range, [], owner);
    const text = peelWrappers(level.text).trimEnd();
    if (PLAIN.test(text)) return plainParagraph(text, level.lines[0] ?? 1);
    const lead = text.length - text.trimStart().length;
    const bare = text.trimStart();
    // A blank line before it: the author wrote a block, and means a heading.
    const heading = /\n[ \t]*\n[ \t]*$/.test(text.slice(0, lead)) && /^#{1,6}[ \t]/.test(bare);
    const guard = heading || /^(?:`{3,}|~{3,})/.test(bare) ? '' : INLINE_GUARD;
    const root = parseText(text.slice(0, lead) + guard + bare, level.lines);
    visit(root, 'text', (node, index, parent) => {
      if (!node.value.includes(INLINE_GUARD)) return;
      node.value = node.value.replaceAll(INLINE_GUARD, '');
      if (node.value !== '' || index === undefined) return;
      parent?.children.splice(index, 1);
      return index;
    });
    visit(root, 'html', (node) => {
      node.value = node.value.replaceAll(INLINE_GUARD, '');
    });
    return root.children;
  };

  const nodeOf = (toggle: Toggle): ToggleNode => ({
    type: 'toggle',
    line: lineOf(source, toggle.start),
    column: toggle.start - (source.starts[lineOf(source, toggle.start) - 1] ?? 0) + 1,
    summary: toggle.summary === null ? null : parseSummary(toggle.summary, toggle),
    children: parseLevel(toggle.body, toggle.children, toggle),
    toggle,
  });

  const root: Root = {
    type: 'root',
    children: parseLevel({ start: 0, end: source.text.length }, toggles, null),
  };
  return { root, misplaced };
}

/** Definitions, which show nothing where they stand. */
export function isDefinition(node: RootContent): node is Definition | FootnoteDefinition {
  return node.type === 'definition' || node.type === 'footnoteDefinition';
}
