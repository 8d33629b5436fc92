/** Where a toggle that nobody closed most likely ends. */
import { columns } from './indent.ts';
import type { Range, Toggle } from './toggles.ts';

const MARKER = /^[ \t]*(?:[-*+]|\d{1,9}[.)])(?:[ \t]|$)/;
const HEADING = /^[ \t]*(#{1,6})(?:[ \t]|$)/;

/** The line of the question above a toggle, as a pattern: its words with the number raised by one. */
function nextNumber(lines: string[], from: number): RegExp | null {
  for (let i = from - 1; i >= 0 && i > from - 40; i--) {
    const match = /^([ \t]*[^\d\n]{0,24}?)(\d+)([.):\s].*)$/.exec(lines[i] ?? '');
    if (match === null) continue;
    const escaped = (match[1] ?? '').replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
    return new RegExp(
      `^${escaped}${Number(match[2]) + 1}${(match[3] ?? ' ').charAt(0).replace(/[.):]/, '\\$&').replace(/\s/, '\\s')}`,
    );
  }
  return null;
}

/** Where a toggle that nobody closed most likely ends: see `docs/writing-notes.md`. */
export function likelyEnd(masked: string, start: number): number | null {
  const lines = masked.split('\n');
  let at = 0;
  let index = 0;
  while (index < lines.length && at + (lines[index] ?? '').length < start) {
    at += (lines[index] ?? '').length + 1;
    index++;
  }
  const own = lines[index] ?? '';
  const indent = columns(own);
  const successor = nextNumber(lines, index);
  let headingDepth = 7;
  for (let i = index - 1; i >= 0; i--) {
    const depth = HEADING.exec(lines[i] ?? '')?.[1]?.length;
    if (depth !== undefined) {
      headingDepth = depth;
      break;
    }
  }
  at += own.length + 1;
  // Headings right above the next toggle belong to it.
  let above: number | null = null;
  for (let i = index + 1; i < lines.length; i++) {
    const line = lines[i] ?? '';
    const heading = HEADING.exec(line)?.[1]?.length;
    const outer = columns(line) < indent;
    const boundary =
      (outer && (MARKER.test(line) || heading !== undefined)) ||
      (heading !== undefined && columns(line) <= indent && heading <= headingDepth && headingDepth < 7) ||
      /^[ \t]{0,3}(?:-[ \t]*){3,}$/.test(line) ||
      successor?.test(line) === true ||
      (/^[ \t]*<details\b/i.test(line) && columns(line) <= indent && (lines[i - 1] ?? '').trim() === '');
    if (boundary) return above ?? at;
    if (heading !== undefined) above ??= at;
    else if (line.trim() !== '') above = null;
    at += line.length + 1;
  }
  return null;
}

/** The line that `offset` is on, from its start up to `offset`. */
function lineUpTo(masked: string, offset: number): string {
  return masked.slice(masked.lastIndexOf('\n', offset - 1) + 1, offset);
}

/**
 * A toggle that took in the question after it, because its end tag is missing and a surplus one stands further
 * down, so that the tags balance: it holds a toggle with the same summary, equally indented, below the next
 * number of its own question. Its start, and where it should have ended; null where there is none.
 */
export function outgrown(masked: string, toggles: readonly Toggle[]): Range | null {
  for (const toggle of toggles) {
    const own = toggle.summary === null ? '' : masked.slice(toggle.summary.start, toggle.summary.end).trim();
    const child = toggle.children.find(
      ({ start, summary }) =>
        own !== '' &&
        summary !== null &&
        masked.slice(summary.start, summary.end).trim() === own &&
        columns(lineUpTo(masked, start)) === columns(lineUpTo(masked, toggle.start)),
    );
    if (child !== undefined) {
      const end = successorAt(masked, toggle.start, child.start);
      if (end !== null) return { start: toggle.start, end };
    }
    const inner = outgrown(masked, toggle.children);
    if (inner !== null) return inner;
  }
  return null;
}

/** Offset of the line between `start` and `end` that asks the question numbered one above the one over `start`. */
function successorAt(masked: string, start: number, end: number): number | null {
  const above = masked.slice(0, start).split('\n');
  const successor = nextNumber(above, above.length - 1);
  if (successor === null) return null;
  let at = masked.indexOf('\n', start) + 1;
  for (const line of masked.slice(at, end).split('\n')) {
    if (successor.test(line)) return at;
    at += line.length + 1;
  }
  return null;
}
