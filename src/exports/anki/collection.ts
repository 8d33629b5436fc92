/**
 * A collection in Anki's schema 11, the one that every version of Anki imports.
 *
 * The same notes give the same bytes: ids are made from what they name, and no time but that of the notes goes in.
 */
import { createHash } from 'node:crypto';
import { DatabaseSync } from 'node:sqlite';
import { ankiDeck, deckOptions, settings } from './defaults.ts';
import type { AnkiNote } from './notes.ts';
import { NOTETYPE_ID, notetype, WRITTEN } from './notetype.ts';

/** Cards with the name of the deck they go to, `Course::Topic`. */
export interface AnkiDeck {
  name: string;
  notes: AnkiNote[];
}

const TABLES = `
CREATE TABLE col (id integer primary key, crt integer not null, mod integer not null, scm integer not null,
  ver integer not null, dty integer not null, usn integer not null, ls integer not null, conf text not null,
  models text not null, decks text not null, dconf text not null, tags text not null);
CREATE TABLE notes (id integer primary key, guid text not null, mid integer not null, mod integer not null,
  usn integer not null, tags text not null, flds text not null, sfld integer not null, csum integer not null,
  flags integer not null, data text not null);
CREATE TABLE cards (id integer primary key, nid integer not null, did integer not null, ord integer not null,
  mod integer not null, usn integer not null, type integer not null, queue integer not null, due integer not null,
  ivl integer not null, factor integer not null, reps integer not null, lapses integer not null,
  left integer not null, odue integer not null, odid integer not null, flags integer not null, data text not null);
CREATE TABLE revlog (id integer primary key, cid integer not null, usn integer not null, ease integer not null,
  ivl integer not null, lastIvl integer not null, factor integer not null, time integer not null,
  type integer not null);
CREATE TABLE graves (usn integer not null, oid integer not null, type integer not null);`;
const INDEXES = `
CREATE INDEX ix_notes_usn on notes (usn);
CREATE INDEX ix_cards_usn on cards (usn);
CREATE INDEX ix_revlog_usn on revlog (usn);
CREATE INDEX ix_cards_nid on cards (nid);
CREATE INDEX ix_cards_sched on cards (did, queue, due);
CREATE INDEX ix_revlog_cid on revlog (cid);
CREATE INDEX ix_notes_csum on notes (csum);`;

/** The collection as the bytes of an SQLite database. Every note has one card, new, at its place in reading order. */
export function collection(decks: Iterable<AnkiDeck>): Uint8Array {
  const database = new DatabaseSync(':memory:');
  try {
    database.exec(`BEGIN;${TABLES}`);
    const note = database.prepare(
      `INSERT INTO notes VALUES (?, ?, ${NOTETYPE_ID}, ?, -1, ?, ?, ?, ?, 0, '')`,
    );
    const card = database.prepare(
      "INSERT INTO cards VALUES (?, ?, ?, 0, ?, -1, 0, 0, ?, 0, 0, 0, 0, 0, 0, 0, 0, '')",
    );
    const noteIds = new Ids();
    const deckIds = new Ids();
    const known = new Map<string, { id: number; name: string }>();
    // Anki knows a deck by its name, whatever its case.
    const deckAt = (name: string): number => {
      const key = name.toLowerCase();
      const deck = known.get(key) ?? { id: deckIds.of(key), name };
      known.set(key, deck);
      return deck.id;
    };
    let position = 0;
    for (const { name, notes } of decks) {
      if (notes.length === 0) continue;
      for (const { index } of name.matchAll(/::/g)) deckAt(name.slice(0, index));
      const deck = deckAt(name);
      for (const { guid, fields, tags, mod } of notes) {
        const id = noteIds.of(guid);
        const first = plain(fields[0] ?? '');
        note.run(id, guid, mod, ` ${tags.join(' ')} `, fields.join('\x1f'), first, checksum(first));
        card.run(id, id, deck, mod, ++position);
      }
    }
    const all = [{ id: 1, name: 'Default' }, ...known.values()];
    database
      .prepare("INSERT INTO col VALUES (1, ?, ?, ?, 11, 0, 0, 0, ?, ?, ?, ?, '{}')")
      .run(
        WRITTEN,
        WRITTEN * 1000,
        WRITTEN * 1000,
        JSON.stringify(settings(position + 1)),
        JSON.stringify({ [NOTETYPE_ID]: notetype }),
        JSON.stringify(Object.fromEntries(all.map((deck) => [deck.id, ankiDeck(deck.id, deck.name)]))),
        JSON.stringify({ 1: deckOptions }),
      );
    database.exec(`${INDEXES}COMMIT;`);
    return database.serialize();
  } finally {
    database.close();
  }
}

/** Ids as Anki makes them, epoch ms that have passed, but from names. */
class Ids {
  readonly #taken = new Set<number>();

  of(name: string): number {
    const hash = createHash('sha256').update(name).digest().readUIntBE(0, 6);
    let id = 1_000_000_000_000 + (hash % 700_000_000_000);
    while (this.#taken.has(id)) id += 1;
    this.#taken.add(id);
    return id;
  }
}

/** The text by which Anki sorts notes and tells that two ask the same: without tags, images by their name. */
function plain(html: string): string {
  return html
    .replace(/<img[^>]* src="([^"]*)"[^>]*>/gi, ' $1 ')
    .replace(/<[^>]*>/g, '')
    .replace(/&#x([0-9a-f]+);|&#(\d+);/gi, (_, hex: string, decimal: string) =>
      String.fromCodePoint(hex === undefined ? Number(decimal) : Number.parseInt(hex, 16)),
    )
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&nbsp;', ' ')
    .replaceAll('&amp;', '&');
}

function checksum(text: string): number {
  return createHash('sha1').update(text).digest().readUInt32BE(0);
}
