/**
 * Repairs that can be written back into a note without changing what it says: tags that are missing, misspelt
 * or of the wrong kind, summaries without a name, and facts whose value has changed.
 */
import type { Facts } from './facts.ts';
import { readFrontMatter } from './front-matter.ts';
import { mask } from './mask.ts';
import { readToggles, type Toggle } from './toggles.ts';

/** Replace what stands from `start` to `end` by `text`; offsets into the note's source. */
export interface Edit {
  start: number;
  end: number;
  text: string;
}

function flatten(toggles: Toggle[]): Toggle[] {
  return toggles.flatMap((toggle) => [toggle, ...flatten(toggle.children)]);
}

function indentAt(text: string, offset: number): string {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  return /^[ \t]*/.exec(text.slice(start, offset))?.[0] ?? '';
}

/** The tag that `tag` was meant to be. */
function spelled(tag: string): string {
  const [, closing = '', name = '', rest = ''] = /^<[ \t]*([/\\]?)[ \t]*([a-z]+)([^>]*)>?$/i.exec(tag) ?? [];
  const known = name.toLowerCase().startsWith('d') ? 'details' : 'summary';
  return closing === '' ? `<${known}${rest.trimEnd()}>` : `</${known}>`;
}

/** The end of the last line with words before `offset`. */
function lastWords(text: string, offset: number): number {
  return text.slice(0, offset).trimEnd().length;
}

/**
 * What can be repaired in `source` (line ends `\n`), in order, none over another. `facts` are the folder's.
 * Stray tags are left: nobody knows what their author meant.
 */
export function findRepairs(source: string, facts: Facts): Edit[] {
  const { body } = readFrontMatter(source);
  const masked = mask(body);
  const tree = readToggles(masked.text);
  const toggles = new Map(flatten(tree.toggles).map((toggle) => [toggle.start, toggle]));
  const edits: Edit[] = [];
  for (const { kind, offset, tag } of tree.repairs) {
    const toggle = toggles.get(offset);
    if (kind === 'misclosed') edits.push({ start: offset, end: offset + tag.length, text: '</details>' });
    else if (kind === 'misspelt') edits.push({ start: offset, end: offset + tag.length, text: spelled(tag) });
    else if (kind === 'unopened')
      edits.push({ start: offset, end: offset, text: `<details>\n${indentAt(body, offset)}` });
    else if (kind === 'unclosed' && toggle !== undefined) {
      const at = lastWords(body, toggle.end);
      edits.push({ start: at, end: at, text: `\n\n${indentAt(body, offset)}</details>` });
    } else if (kind === 'unclosed-summary') {
      const owner = [...toggles.values()].find(({ summary }) => summary?.start === offset + tag.length);
      const at = owner?.summary == null ? null : lastWords(body, owner.summary.end);
      if (at !== null) edits.push({ start: at, end: at, text: '</summary>\n' });
    }
  }
  for (const { summary } of toggles.values()) {
    if (summary === null || body.slice(summary.start, summary.end).trim() !== '') continue;
    edits.push({ start: summary.start, end: summary.end, text: 'Answer' });
  }
  for (const match of body.matchAll(/<data value="([^"]+)">([^<]*)<\/data>/g)) {
    const fact = facts.get(match[1] ?? '');
    if (fact === undefined || fact.value === match[2] || masked.text[match.index] === ' ') continue;
    const start = match.index + match[0].indexOf('>') + 1;
    edits.push({ start, end: start + (match[2]?.length ?? 0), text: fact.value });
  }
  const shift = source.length - body.length;
  return edits
    .sort((a, b) => a.start - b.start || a.end - b.end)
    .filter((edit, n, all) => n === 0 || edit.start >= (all[n - 1]?.end ?? 0))
    .map(({ start, end, text }) => ({ start: start + shift, end: end + shift, text }));
}

/** `source` with `edits` made. */
export function applyEdits(source: string, edits: Edit[]): string {
  const parts: string[] = [];
  let at = 0;
  for (const { start, end, text } of edits) {
    parts.push(source.slice(at, start), text);
    at = end;
  }
  return parts.join('') + source.slice(at);
}
