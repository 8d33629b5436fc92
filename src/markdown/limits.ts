/**
 * What a note may demand of the reader and of a browser. Checked before Markdown is parsed, because parsing is
 * what would take too long: some inputs cost the square of their length, or overflow the stack.
 */
import type { RuleId } from './rules.ts';
import { tags } from './tags.ts';

/** Levels of toggles, quotes and lists that may stand in each other. Browsers cap them at about 500 elements. */
const DEPTH = 100;
/** Cells of one table: header, delimiter row and missing cells included. */
const CELLS = 100_000;
/** Runs of `*` and `_` in one paragraph; their cost grows with the square (10,000 take about 3 s). */
const DELIMITERS = 10_000;
/** Runs of backticks in one paragraph (750,000 take about 10 s). */
const BACKTICKS = 100_000;

/** A limit that a note goes over. `line` is 1-based. */
export interface Excess {
  rule: Extract<RuleId, 'too-deep' | 'too-costly'>;
  line: number;
  detail: string;
}

/** The first limit that `body` goes over, or null. `masked` is its mask. */
export function findExcess(body: string, masked: string): Excess | null {
  return deepToggles(masked) ?? perLine(body.split('\n'));
}

function deepToggles(masked: string): Excess | null {
  let depth = 0;
  for (const tag of tags(masked)) {
    if (tag.name !== 'details') continue;
    depth = tag.closing ? Math.max(0, depth - 1) : depth + 1;
    if (depth > DEPTH) {
      return { rule: 'too-deep', line: masked.slice(0, tag.start).split('\n').length, detail: 'toggles' };
    }
  }
  return null;
}

const ITEM = /^([ \t]*)((?:[-*+]|\d{1,9}[.)])[ \t]+)/;

/** Markers at the start of a line: `> > - 1.` opens four levels. */
function levels(line: string): number {
  let rest = line;
  let count = 0;
  while (true) {
    const marker = /^[ \t]*(?:>|(?:[-*+]|\d{1,9}[.)])(?=[ \t]))/.exec(rest);
    if (marker === null || count > DEPTH) return count;
    rest = rest.slice(marker[0].length);
    count++;
  }
}

function perLine(lines: string[]): Excess | null {
  const indents: number[] = [];
  let delimiters = 0;
  let backticks = 0;
  for (const [n, line] of lines.entries()) {
    if (line.trim() === '') {
      delimiters = 0;
      backticks = 0;
    }
    if (levels(line) > DEPTH) return { rule: 'too-deep', line: n + 1, detail: 'quotes and lists' };
    const indent = ITEM.exec(line)?.[1]?.length;
    if (indent !== undefined) {
      delimiters = 0;
      while ((indents.at(-1) ?? -1) >= indent) indents.pop();
      indents.push(indent);
      if (indents.length > DEPTH) return { rule: 'too-deep', line: n + 1, detail: 'lists' };
    }
    if (!line.startsWith('|')) delimiters += line.match(/[*_]+/g)?.length ?? 0;
    if (delimiters > DELIMITERS) {
      return {
        rule: 'too-costly',
        line: n + 1,
        detail: `more than ${DELIMITERS} marks of emphasis in one paragraph`,
      };
    }
    backticks += line.match(/`+/g)?.length ?? 0;
    if (backticks > BACKTICKS) {
      return {
        rule: 'too-costly',
        line: n + 1,
        detail: `more than ${BACKTICKS} marks of code in one paragraph`,
      };
    }
    const cells = tableCells(lines, n);
    if (cells > CELLS) return { rule: 'too-costly', line: n + 1, detail: `a table of ${cells} cells` };
  }
  return null;
}

/** Cells of the table whose delimiter row is line `n`; 0 where there is none. Every row gets all columns. */
function tableCells(lines: string[], n: number): number {
  const row = lines[n] ?? '';
  if (!row.includes('|') || !/^[ \t>]*\|?(?:[ \t]*:?-+:?[ \t]*\|)+(?:[ \t]*:?-+:?[ \t]*)?$/.test(row))
    return 0;
  const columns = row.split('|').filter((cell) => cell.trim() !== '').length;
  let rows = 1;
  for (let at = n + 1; at < lines.length && (lines[at] ?? '').trim() !== ''; at++) rows++;
  return columns * rows;
}
