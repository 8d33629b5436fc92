/** Takes tags that belong to nothing out of a note, without moving anything else to another line. */
import type { Range } from './toggles.ts';

/**
 * `text` without the tags at `strays`, which are in order; as long as before.
 *
 * What stands behind a tag moves up, because spaces in front of it would turn it into code. Where a toggle
 * begins or ends on the same line its offset counts, and spaces take the place of the tag.
 */
export function withoutStrays(text: string, strays: Range[]): string {
  const parts: string[] = [];
  let at = 0;
  for (let n = 0; n < strays.length; ) {
    const first = strays[n];
    if (first === undefined) break;
    const lineStart = text.lastIndexOf('\n', first.start - 1) + 1;
    const newline = text.indexOf('\n', first.end);
    const lineEnd = newline === -1 ? text.length : newline;
    const kept: string[] = [];
    const spaced: string[] = [];
    let from = lineStart;
    for (let stray = strays[n]; stray !== undefined && stray.end <= lineEnd; stray = strays[++n]) {
      kept.push(text.slice(from, stray.start));
      spaced.push(text.slice(from, stray.start), ' '.repeat(stray.end - stray.start));
      from = stray.end;
    }
    const rest = text.slice(from, lineEnd);
    const joined = kept.join('') + rest;
    const holdsTag = /<[ \t]*[/\\]?[ \t]*(?:det|sum)/i.test(joined);
    parts.push(
      text.slice(at, lineStart),
      holdsTag ? spaced.join('') + rest : joined.padEnd(lineEnd - lineStart),
    );
    at = lineEnd;
  }
  return parts.join('') + text.slice(at);
}
