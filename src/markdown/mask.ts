/**
 * Hides what is not Markdown structure, so that tags in code and comments are not taken for toggles.
 *
 * The mask has the length of the source, so every offset in one is an offset in the other.
 */

/** The source with fences, inline code and comments blanked, and what was met on the way. */
export interface Mask {
  /** Same length as the source; hidden characters are spaces, line breaks stay. */
  text: string;
  /** For each line (0-based) whether it belongs to a fence, its markers included. */
  fenced: boolean[];
  /** 1-based lines of fences that are never closed. */
  unclosedFences: number[];
  /** 1-based lines of comments that are never closed. */
  unclosedComments: number[];
}

const FENCE = /^[ \t]*(?:>[ \t]?)*(?:[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]+)*[ \t]*(`{3,}|~{3,})(.*)$/;

/** The length of the fence that `line` opens, with its character and info string; null where it opens none. */
function openingFence(line: string): { marker: string } | null {
  const match = FENCE.exec(line);
  const marker = match?.[1];
  if (marker === undefined) return null;
  // An info string with backticks makes it inline code, by CommonMark's definition of a fence.
  if (marker.startsWith('`') && match?.[2]?.includes('`')) return null;
  return { marker };
}

function closes(line: string, marker: string): boolean {
  const bare = line.replace(/^[ \t]*(?:>[ \t]?)*[ \t]*/, '').trimEnd();
  return bare.length >= marker.length && bare === marker.charAt(0).repeat(bare.length);
}

/**
 * A fence opened inside a toggle and never closed before the toggle's own end tag:
 * the author forgot the closing marker, and the toggle must not be swallowed.
 */
function endsAtToggle(line: string, opened: number): boolean {
  return opened === 0 && /^[ \t]*(?:<\/(?:p|b|strong)>[ \t]*)*<\/details>[ \t]*$/i.test(line);
}

function blank(text: string): string {
  return text.replace(/[^\n]/g, ' ');
}

/** Spaces out inline code on one line. A run of backticks closes with the next run of the same length. */
function maskInlineCode(line: string): string {
  if (!line.includes('`')) return line;
  const runs = [...line.matchAll(/`+/g)];
  const closers: (number | undefined)[] = [];
  const latest = new Map<number, number>();
  for (let i = runs.length - 1; i >= 0; i--) {
    const length = runs[i]?.[0].length ?? 0;
    closers[i] = latest.get(length);
    latest.set(length, i);
  }
  const parts: string[] = [];
  let at = 0;
  for (let i = 0; i < runs.length; i++) {
    const run = runs[i];
    const end = runs[closers[i] ?? -1];
    if (run === undefined || end === undefined) continue;
    if (line[run.index - 1] === '\\' && run[0].length === 1) continue;
    const to = end.index + end[0].length;
    parts.push(line.slice(at, run.index), ' '.repeat(to - run.index));
    at = to;
    i = closers[i] ?? i;
  }
  return parts.join('') + line.slice(at);
}

/** Spaces out the comment that opens at `column` of line `at`, over as many lines as it has. False if nothing closes it. */
function hideComment(lines: string[], at: number, column: number): boolean {
  let last = at;
  let close = (lines[at] ?? '').indexOf('-->', column + 4);
  while (close === -1) {
    last++;
    if (last >= lines.length) return false;
    close = (lines[last] ?? '').indexOf('-->');
  }
  for (let n = at; n <= last; n++) {
    const line = lines[n] ?? '';
    const from = n === at ? column : 0;
    const to = n === last ? close + 3 : line.length;
    lines[n] = line.slice(0, from) + ' '.repeat(to - from) + line.slice(to);
  }
  return true;
}

/** Masks `source`, whose line ends must be `\n`. */
export function mask(source: string): Mask {
  const lines = source.split('\n');
  const result: Mask = { text: '', fenced: [], unclosedFences: [], unclosedComments: [] };
  const out: string[] = [];
  let index = 0;
  let toggleDepth = 0;
  // Once a comment finds no end, none after it can.
  let closing = true;

  const skip = (count: number): void => {
    for (let n = 0; n < count; n++) {
      const line = lines[index] ?? '';
      out.push(blank(line));
      index++;
    }
  };

  while (index < lines.length) {
    const line = lines[index] ?? '';
    const fence = openingFence(line);
    if (fence !== null) {
      const from = index;
      let to = from + 1;
      let opened = 0;
      let repaired = false;
      for (; to < lines.length; to++) {
        const inner = lines[to] ?? '';
        if (closes(inner, fence.marker)) break;
        if (toggleDepth > 0 && endsAtToggle(inner, opened)) {
          repaired = true;
          break;
        }
        opened += (inner.match(/<details\b/gi)?.length ?? 0) - (inner.match(/<\/details>/gi)?.length ?? 0);
      }
      if (repaired || to >= lines.length) result.unclosedFences.push(from + 1);
      const end = repaired || to >= lines.length ? to : to + 1;
      for (let n = from; n < end; n++) result.fenced[n] = true;
      skip(end - from);
      continue;
    }
    const masked = maskInlineCode(line);
    const comment = masked.indexOf('<!--');
    if (comment !== -1) {
      closing &&= hideComment(lines, index, comment);
      if (!closing) {
        result.unclosedComments.push(index + 1);
        out.push(masked.replace(/<!--/g, '    '));
        index++;
      }
      // Where the comment was hidden, the line is looked at again: something may follow it.
      continue;
    }
    toggleDepth += (masked.match(/<details\b/gi)?.length ?? 0) - (masked.match(/<\/details>/gi)?.length ?? 0);
    out.push(masked);
    index++;
  }
  result.text = out.join('\n');
  return result;
}
