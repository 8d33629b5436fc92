/**
 * Takes off the HTML that authors put around whole answers and summaries: `<br>` right after the
 * summary, `<p>` and `<b>` from end to end. They carry no words and make an answer bold or raw.
 */

const LEADING_BREAKS = /^(?:\s*<br\s*\/?>)+/i;
const TRAILING_BREAKS = /(?:<br\s*\/?>\s*)+$/i;
const OPENING = /^(\s*)<(b|strong|p|i|em|center|big)(\s[^<>]*)?>/i;

/** `text` without the wrappers around all of it. Line breaks stay, so that lines keep their numbers. */
export function peelWrappers(text: string): string {
  let rest = text;
  while (true) {
    const before = rest;
    rest = rest.replace(LEADING_BREAKS, (match) => match.replace(/[^\n]/g, ''));
    rest = rest.replace(TRAILING_BREAKS, (match) => match.replace(/[^\n]/g, ''));
    rest = peelOne(rest);
    if (rest === before) return rest;
  }
}

function peelOne(text: string): string {
  const open = OPENING.exec(text);
  const name = open?.[2];
  if (open === null || name === undefined) return text;
  const inner = text.slice(open[0].length);
  const closer = new RegExp(`</${name}\\s*>`, 'gi');
  const opener = new RegExp(`<${name}(?=[\\s>])`, 'gi');
  const closers = [...inner.matchAll(closer)];
  const openers = [...inner.matchAll(opener)];
  const lead = open[1] ?? '';
  const last = closers.at(-1);
  if (closers.length === 0 && openers.length === 0) {
    // Opened and never closed: the tag would run on into the rest of the page.
    return lead + inner;
  }
  if (last === undefined || inner.slice(last.index + last[0].length).trim() !== '') return text;
  if (closers.length - openers.length !== 1) return text;
  // The first closing tag must not come before the next opening one: `<b>a</b> and <b>b</b>`.
  let depth = 1;
  const marks = [
    ...openers.map((match) => ({ at: match.index, by: 1 })),
    ...closers.map((match) => ({ at: match.index, by: -1 })),
  ].sort((a, b) => a.at - b.at);
  for (const mark of marks) {
    depth += mark.by;
    if (depth === 0 && mark.at !== last.index) return text;
  }
  return lead + inner.slice(0, last.index) + inner.slice(last.index + last[0].length);
}
