/**
 * Headings that only announce what a toggle under them holds, such as "Solution" or "Answer:". Taken for the
 * question they would name every card of a note alike.
 */
import type { Heading, RootContent } from 'mdast';
import { isLabelOnly } from './labels.ts';
import { asks, plainText, showsSomething } from './plain.ts';
import type { QuestionNode } from './question-node.ts';

/** True for a heading whose words say that an answer, an explanation or a hint comes, and nothing else. */
export function announces(node: RootContent | null | undefined): node is Heading {
  if (node?.type !== 'heading' || showsSomething([node])) return false;
  const text = plainText([node]);
  return !asks(text) && isLabelOnly(text);
}

/** True for a line that does the same in words, as in "**Answer:**". */
export function announcesInWords(node: RootContent | undefined): boolean {
  if (node?.type !== 'paragraph' || showsSomething([node])) return false;
  const text = plainText([node]);
  return /[:：]$/.test(text) && isLabelOnly(text);
}

const isQuiet = (node: RootContent): boolean => node.type === 'html' && plainText([node]) === '';

/** Where an announcing heading stands at the end of `out`, or -1. */
export function announcementAt(out: RootContent[]): number {
  const at = out.findLastIndex((node) => !isQuiet(node));
  return announces(out[at]) ? at : -1;
}

/**
 * The question that stands right before the announcing heading at `at`, with nothing but breaks between them.
 * Null where anything else does.
 */
export function questionBefore(out: RootContent[], at: number): QuestionNode | null {
  const before = out.slice(0, at).findLast((node) => node.type !== 'thematicBreak' && !isQuiet(node));
  return before?.type === 'question' && before.kind !== 'group' ? before : null;
}

/** Takes the announcing heading at `at`, and the breaks before it, off `out`. */
export function takeAnnouncement(out: RootContent[], at: number): RootContent {
  const heading = out[at] as RootContent;
  let from = at;
  while (out[from - 1]?.type === 'thematicBreak') from--;
  out.splice(from, at + 1 - from);
  return heading;
}

const known = new WeakMap<RootContent[], Set<string>>();

/** Words of the headings that stand more than once among `siblings`: they name parts, not questions. In lower case. */
export function repeatedHeadings(siblings: RootContent[]): Set<string> {
  const before = known.get(siblings);
  if (before !== undefined) return before;
  const seen = new Set<string>();
  const repeated = new Set<string>();
  for (const node of siblings) {
    if (node.type !== 'heading') continue;
    const words = plainText([node]).toLowerCase();
    if (seen.has(words)) repeated.add(words);
    seen.add(words);
  }
  known.set(siblings, repeated);
  return repeated;
}

/**
 * What an announcing heading at index `at` of `before` answers: everything above it back to the heading that
 * names the question. `title` is never part of it. `from` is where it begins.
 */
export function stemAbove(
  before: RootContent[],
  at: number,
  limits: {
    title: RootContent | null;
    repeated: ReadonlySet<string>;
    ends: (node: RootContent) => boolean;
  },
): { blocks: RootContent[]; from: number } {
  const depth = (before[at] as Heading).depth;
  let from = at;
  while (before[from - 1]?.type === 'thematicBreak') from--;
  const end = from;
  while (from > 0) {
    const node = before[from - 1];
    if (node === undefined || node === limits.title || limits.ends(node)) break;
    from--;
    if (node.type !== 'heading') continue;
    if (node.depth < depth || !limits.repeated.has(plainText([node]).toLowerCase())) break;
  }
  return { blocks: before.slice(from, end), from };
}
