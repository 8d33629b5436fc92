/** Anki's text format: a line of values for each card, below a head that says what the columns are. */
import type { AnkiDeck } from './collection.ts';
import { FIELDS, NOTETYPE } from './notetype.ts';

// Named and not told by a column: where a learner has no such type, Anki asks which to take and skips nothing.
const HEAD = `#separator:tab
#html:true
#notetype:${NOTETYPE}
#columns:${['GUID', 'Deck', 'Tags', ...FIELDS].join('\t')}
#guid column:1
#deck column:2
#tags column:3
`;

/** The cards of `decks` in Anki's text format. */
export function ankiText(decks: Iterable<AnkiDeck>): string {
  const lines: string[] = [];
  for (const { name, notes } of decks) {
    for (const { guid, tags, fields } of notes)
      lines.push(`${[guid, name, tags.join(' '), ...fields].map(quoted).join('\t')}\n`);
  }
  return HEAD + lines.join('');
}

/** In quotation marks always: a line that begins with `#` would be a comment. */
function quoted(value: string): string {
  return `"${value.replaceAll('"', '""')}"`;
}
