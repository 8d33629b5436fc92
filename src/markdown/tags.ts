/** The tags of toggles in a masked source, misspelt ones included. */
import type { Range } from './toggles.ts';

/** A `<details>` or `<summary>` tag. */
export interface Tag extends Range {
  name: 'details' | 'summary';
  closing: boolean;
  text: string;
}

const TAG =
  /<[ \t]*([/\\]?)[ \t]*(details|detials|detalis|deatils|detail|summary|summry|sumary|summery)(?![\w-])((?:"[^"\n]*"|'[^'\n]*'|[^<>"'])*|[^<>\n]*)(?:>|(?=[ \t]*(?:\n|<|$)))/gi;

/** Every tag of a toggle, in order. */
export function tags(masked: string): Tag[] {
  const found: Tag[] = [];
  for (const match of masked.matchAll(TAG)) {
    const name = (match[2] ?? '').toLowerCase().startsWith('d') ? 'details' : 'summary';
    found.push({
      name,
      closing: match[1] !== '',
      text: match[0],
      start: match.index,
      end: match.index + match[0].length,
    });
  }
  return found;
}
