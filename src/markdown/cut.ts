/**
 * Cuts questions out of a note's source, each as its author wrote it, with its hints, its answer and its follow-up
 * questions: what is copied when a reader copies a question as Markdown.
 */
import type { RootContent } from 'mdast';
import type { Cut } from '../core/note.ts';
import { columns, dedent } from './indent.ts';
import { lineOf, type Source } from './level.ts';
import type { QuestionNode } from './question-node.ts';
import type { Toggle } from './toggles.ts';

/** What stands before the first word of a question: quotes, and the markers of the items it is in. */
const LEAD = /^(?:[ \t]*>)*[ \t]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)*/;
const QUOTES = /^(?:[ \t]*>)*/;
const ONE_QUOTE = /^[ \t]*>[ \t]?/;

/** Says of every question where it stands in `source`. `roots` are the toggles that stand in no other. */
export function placeCuts(
  questions: readonly QuestionNode[],
  source: Source,
  roots: readonly Toggle[],
): void {
  const places = new Map<readonly Toggle[], Map<Toggle, number>>();
  const placeOf = (toggle: Toggle): { siblings: readonly Toggle[]; place: number } => {
    const siblings = toggle.parent?.children ?? roots;
    const known = places.get(siblings) ?? new Map(siblings.map((each, place) => [each, place]));
    places.set(siblings, known);
    return { siblings, place: known.get(toggle) ?? 0 };
  };
  /** Where what comes before a toggle ends: another toggle, or the summary of the one around. */
  const floor = (toggle: Toggle): number => {
    const { siblings, place } = placeOf(toggle);
    return Math.max(toggle.parent?.body.start ?? 0, siblings[place - 1]?.end ?? 0);
  };
  for (const question of questions) question.cut = cutOf(question, source, floor);
}

function cutOf(question: QuestionNode, source: Source, floor: (toggle: Toggle) => number): Cut {
  const toggles = ownToggles(question);
  const first = toggles.reduce<Toggle | null>((a, b) => (a === null || b.start < a.start ? b : a), null);
  const line = firstLine(question);
  const begun = startOf(source, line);
  const before = first === null ? 0 : floor(first);
  let start = first?.start ?? begun;
  if (question.from !== 'summary' && line !== null && begun <= start) {
    start = Math.max(before, begun);
    const lead = question.prompt[0]?.type === 'list' ? /^[ \t]*/ : LEAD;
    const rest = source.text.slice(start, endOf(source, line));
    if (question.promptText === null) start += lead.exec(rest)?.[0].length ?? 0;
  }
  const end =
    first === null || question.promptText !== null
      ? endOf(source, lastLine(question))
      : Math.max(...toggles.map((toggle) => toggle.end));
  const trimmed = source.text.slice(0, Math.max(start, end)).trimEnd().length;
  return { start: spotOf(source, start), end: spotOf(source, Math.max(start, trimmed)) };
}

/** The toggles of a question itself: hints, answer, and what is said about it besides. */
function ownToggles({ toggle, hints, answer }: QuestionNode): Toggle[] {
  const others = [...hints, ...answer.filter((node) => node.type === 'question')];
  return [toggle, ...others.map((node) => node.toggle)].flatMap((node) =>
    node === null ? [] : [node.toggle],
  );
}

const linesOf = (nodes: readonly RootContent[]): { start: number; end: number }[] =>
  nodes.flatMap(({ position }) =>
    position === undefined ? [] : [{ start: position.start.line, end: position.end.line }],
  );

function firstLine({ begins, prompt, toggle, line }: QuestionNode): number | null {
  const lines = linesOf(prompt).map(({ start }) => start);
  if (begins !== null) return begins;
  if (lines.length > 0) return Math.min(...lines);
  return toggle === null ? line : null;
}

function lastLine({ prompt, answer, line, begins }: QuestionNode): number {
  if (begins !== null) return begins;
  return Math.max(line, ...linesOf([...prompt, ...answer]).map(({ end }) => end));
}

const startOf = (source: Source, line: number | null): number => source.starts[(line ?? 1) - 1] ?? 0;

function endOf(source: Source, line: number): number {
  const next = source.starts[line];
  return next === undefined ? source.text.length : next - 1;
}

function spotOf(source: Source, offset: number): Cut['start'] {
  const line = lineOf(source, offset);
  return { line, column: offset - startOf(source, line) };
}

/**
 * The piece of `source` at `cut`, its lines moved to the left together as far as they go; nothing else is changed.
 * `source` is the note's source with line ends `\n`.
 */
export function cutFrom(source: string, { start, end }: Cut): string {
  const whole = source.split('\n').slice(start.line - 1, end.line);
  const head = whole[0]?.slice(0, start.column) ?? '';
  const lines = whole.map((line, n) =>
    line.slice(n === 0 ? start.column : 0, n === whole.length - 1 ? end.column : undefined),
  );
  const [first = '', ...rest] = lines;
  const filled = rest.filter((line) => line.trim() !== '');
  const depth = (line: string): number => QUOTES.exec(line)?.[0].match(/>/g)?.length ?? 0;
  const quotes = Math.min(depth(head), ...filled.map(depth));
  const bare = rest.map((line) => {
    let text = line;
    for (let n = 0; n < quotes; n++) text = text.replace(ONE_QUOTE, '');
    return text;
  });
  const common = Math.min(...bare.filter((line) => line.trim() !== '').map(columns));
  // Before a marker that stays, the lines below keep their distance to it.
  const most = /^(?:[-*+]|\d{1,9}[.)])[ \t]/.test(first) ? columns(head.replace(QUOTES, '')) : common;
  return [first, ...bare.map((line) => dedent(line, Math.min(common, most)))].join('\n').trimEnd();
}
