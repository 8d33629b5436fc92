/** The tags of toggles in a masked source, misspelt ones included. */
import type { Range } from './toggles.ts';

/** A `<details>` or `<summary>` tag. */
export interface Tag extends Range {
  name: 'details' | 'summary';
  closing: boolean;
  text: string;
}

const NAME = '[ \\t]*(details|detials|detalis|deatils|detail|summary|summry|sumary|summery)(?![\\w-])';
/** A formatter may have put the last character on the next line. */
const CLOSED = '[ \\t]*(?:\\n[ \\t]*)?>';
/** Attributes may stand on lines of their own, if the tag then ends; nothing else may. */
const ATTRIBUTES = '(?:"[^"\\n]*"|\'[^\'\\n]*\'|(?!\\n[ \\t]*\\n)[^<>"\'])*>';
const REST = '[^<>\\n]*(?:>|(?=[ \\t]*(?:\\n|<|$)))';
const TAG = new RegExp(
  `<[ \\t]*(?:([/\\\\])${NAME}(?:${CLOSED}|${REST})|()${NAME}(?:${ATTRIBUTES}|${REST}))`,
  'gi',
);

/** Every tag of a toggle, in order. */
export function tags(masked: string): Tag[] {
  const found: Tag[] = [];
  for (const match of masked.matchAll(TAG)) {
    const name = (match[2] ?? match[4] ?? '').toLowerCase().startsWith('d') ? 'details' : 'summary';
    found.push({
      name,
      closing: match[1] !== undefined,
      text: match[0],
      start: match.index,
      end: match.index + match[0].length,
    });
  }
  return found;
}
