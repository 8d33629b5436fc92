/** Where a toggle that nobody closed most likely ends. */
import { columns } from './indent.ts';

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
