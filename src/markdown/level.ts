/**
 * One level of a note as Markdown: the text of a range with every toggle in it replaced by a placeholder.
 *
 * Toggles are taken out before Markdown is parsed, because plain Markdown reads many of them as code
 * or as text. A level remembers which line of the note each of its lines came from.
 */
import { columns, dedent } from './indent.ts';
import type { Mask } from './mask.ts';
import type { Range, Toggle } from './toggles.ts';

export interface Level {
  text: string;
  /** For each line of `text` (0-based) the 1-based line of the note. */
  lines: number[];
  toggles: Toggle[];
}

/** What the levels of one note have in common. */
export interface Source {
  text: string;
  mask: Mask;
  /** Offsets at which the lines start. */
  starts: number[];
}

/** Splits `text` into what `Level`s are cut from. Line ends must be `\n`. */
export function sourceOf(text: string, mask: Mask): Source {
  const starts = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return { text, mask, starts };
}

/** 1-based line of an offset. */
export function lineOf(source: Source, offset: number): number {
  let low = 0;
  let high = source.starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((source.starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low + 1;
}

/** Matches a placeholder; its group is the toggle's index in the level. */
export const PLACEHOLDER = /<details data-toggle="(\d+)"\/>/;

const QUOTE = /^[ \t]*(?:>[ \t]?)+/;
const MARKERS = /^[ \t]*(?:>[ \t]?)*(?:[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]+)*$/;

interface Piece {
  text: string;
  line: number;
  placeholder: boolean;
}

function pieces(source: Source, range: Range, toggles: Toggle[], quotes: number): Piece[] {
  const out: Piece[] = [];
  let current: Piece = { text: '', line: lineOf(source, range.start), placeholder: false };
  const flush = (line: number): void => {
    out.push(current);
    current = { text: '', line, placeholder: false };
  };
  const unquote = (text: string): string => {
    let rest = text;
    for (let n = 0; n < quotes; n++) rest = rest.replace(/^[ \t]*>[ \t]?/, '');
    return rest;
  };
  const addText = (start: number, end: number): void => {
    const parts = source.text.slice(start, end).split('\n');
    let line = lineOf(source, start);
    parts.forEach((part, n) => {
      if (n > 0) {
        flush(++line);
        current.text += unquote(part);
      } else current.text += part;
    });
  };
  let at = range.start;
  toggles.forEach((toggle, n) => {
    addText(at, toggle.start);
    const placeholder = `<details data-toggle="${n}"/>`;
    const inTable = /^[ \t]*\|/.test(current.text);
    if (inTable) {
      current.text += placeholder;
    } else {
      const before = current.text;
      const quote = QUOTE.exec(before)?.[0] ?? '';
      if (!MARKERS.test(before)) {
        flush(lineOf(source, toggle.start));
        current.text = ' '.repeat(columns(before.slice(quote.length)));
        current.text = quote + current.text;
      }
      const indent = columns(current.text);
      current.text += placeholder;
      current.placeholder = true;
      flush(lineOf(source, Math.max(toggle.start, toggle.end - 1)));
      current.text = quote.trimEnd();
      flush(current.line);
      // What follows on the closing line stays as deep as the toggle stood.
      current.text = quote + ' '.repeat(quote === '' ? indent : 0);
    }
    at = toggle.end;
  });
  addText(at, range.end);
  out.push(current);
  return out;
}

/** Indentation that all lines of a body share, fences' inner lines and a first glued line aside. */
function commonIndent(source: Source, lines: Piece[]): number {
  let least = Number.POSITIVE_INFINITY;
  lines.forEach((piece, n) => {
    if (n === 0 || piece.text.trim() === '') return;
    const inner = source.mask.fenced[piece.line - 1] === true && source.mask.fenced[piece.line - 2] === true;
    if (!inner || piece.placeholder) least = Math.min(least, columns(piece.text));
  });
  return Number.isFinite(least) ? least : 0;
}

/**
 * Items of a list whose toggle is indented less than the item's text, as under `100. ` with four columns:
 * plain Markdown throws the toggle and the options out of the item. They are moved in.
 */
function settleItems(source: Source, lines: Piece[]): void {
  lines.forEach((piece, p) => {
    if (!piece.placeholder) return;
    const indent = columns(piece.text);
    if (indent === 0) return;
    for (let j = p - 1; j >= 0; j--) {
      const line = lines[j];
      if (line === undefined || line.text.trim() === '') continue;
      // What holds for a toggle as deep as this one was found when that one was settled.
      if (line.placeholder && columns(line.text) === indent) return;
      if (source.mask.fenced[line.line - 1] === true && !line.placeholder) continue;
      const marker = /^([ \t]*)((?:[-*+]|\d{1,9}[.)])[ \t]+)\S/.exec(line.text);
      const at = columns(line.text);
      if (marker !== null && at < indent) {
        const markerWidth = (marker[2] ?? '').trimEnd().length;
        const padding = (marker[2] ?? '').length - markerWidth;
        const content = at + markerWidth + (padding > 4 ? 1 : padding);
        if (content > indent && content - indent < 4) shift(lines, j, at, content - indent);
        return;
      }
      if (at < indent && (lines[j - 1]?.text.trim() ?? '') === '') return;
    }
  });
}

function shift(lines: Piece[], item: number, itemIndent: number, by: number): void {
  for (let n = item + 1; n < lines.length; n++) {
    const line = lines[n];
    if (line === undefined) return;
    if (line.text.trim() === '') continue;
    if (columns(line.text) <= itemIndent) return;
    line.text = ' '.repeat(by) + line.text;
  }
}

/** Cuts a level out of the note. `body` levels are dedented; the note itself is not. */
export function cutLevel(source: Source, range: Range, toggles: Toggle[], owner: Toggle | null): Level {
  let quotes = 0;
  let indent = 0;
  if (owner !== null) {
    const lineStart = source.starts[lineOf(source, owner.start) - 1] ?? 0;
    const before = source.text.slice(lineStart, owner.start);
    quotes = (QUOTE.exec(before)?.[0].match(/>/g) ?? []).length;
    indent = columns(before.replace(QUOTE, ''));
  }
  const lines = pieces(source, range, toggles, quotes);
  if (owner !== null) {
    for (const piece of lines.slice(1)) piece.text = dedent(piece.text, indent);
    const first = lines[0];
    if (first !== undefined) first.text = first.text.trimStart();
    const rest = commonIndent(source, lines);
    for (const piece of lines.slice(1)) piece.text = dedent(piece.text, rest);
  }
  settleItems(source, lines);
  return {
    text: lines.map((piece) => piece.text).join('\n'),
    lines: lines.map((piece) => piece.line),
    toggles,
  };
}
