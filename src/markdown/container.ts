/** Where a toggle stands: what binding has to know of its surroundings. */
import type { List, ListItem, RootContent } from 'mdast';
import type { Placeholders } from './answers.ts';
import { fold, type Labels } from './labels.ts';
import type { ToggleNode } from './parse.ts';
import { plainText, showsSomething } from './plain.ts';

/** What holds for the whole note. */
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

/** The list item, toggle or page around a toggle. */
export interface Container {
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

/** Words of a toggle's summary, null without one, and whether it shows something else. */
export function summaryOf(toggle: ToggleNode): { text: string | null; shows: boolean } {
  if (toggle.summary === null) return { text: null, shows: false };
  return { text: plainText(toggle.summary), shows: showsSomething(toggle.summary) };
}

/** What a toggle's summary is. */
export function kindOf(toggle: ToggleNode, options: BindOptions): ReturnType<Labels['kind']> {
  const { text, shows } = summaryOf(toggle);
  return options.labels.kind(text, shows);
}

function itemOf(container: Container): ListItem | undefined {
  return container.list?.children[container.index];
}

/** Words of the item's first paragraph. */
export function firstWords(container: Container): string | null {
  const first = itemOf(container)?.children.find((node) => node.type === 'paragraph');
  return first === undefined ? null : plainText([first]);
}

/** The author's number of the item, as it is shown. */
export function numberIn(container: Container): string | null {
  if (container.kind !== 'item' || container.list?.ordered !== true) return null;
  return `${(container.list.start ?? 1) + container.index}.`;
}

/** `words` as context, unless they only repeat the page's title. */
export function contextFor(words: string | null, options: BindOptions): string | null {
  if (words === null || words === '') return null;
  return fold(words) === fold(options.titleText) ? null : words;
}
