/** Indentation in columns: a tab leads to the next column that four divides. */

/** Columns of white space at the start of `line`. */
export function columns(line: string): number {
  let count = 0;
  for (const character of line) {
    if (character === ' ') count++;
    else if (character === '\t') count += 4 - (count % 4);
    else break;
  }
  return count;
}

/** `line` without up to `count` columns of its indentation; a tab that is cut in two leaves spaces. */
export function dedent(line: string, count: number): string {
  let done = 0;
  let at = 0;
  while (at < line.length && done < count) {
    const character = line[at];
    if (character === ' ') done++;
    else if (character === '\t') done += 4 - (done % 4);
    else break;
    at++;
  }
  return ' '.repeat(Math.max(0, done - count)) + line.slice(at);
}
