/** Reads packages for Anki as Anki would, with nothing of the code that writes them, and names whatever Anki would not take. */
import { createHash } from 'node:crypto';
import { DatabaseSync } from 'node:sqlite';
import { unzipSync } from 'fflate';
import type { Comment, Element, Root } from 'hast';
import { toString as textOf } from 'hast-util-to-string';
import rehypeRaw from 'rehype-raw';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';

/** A row of `notes`, and the deck of its card. */
export interface ReadNote {
  id: number;
  guid: string;
  mod: number;
  tags: string[];
  /** By the name that the note type gives them. */
  fields: Record<string, string>;
  deck: string;
  /** Place among the new cards. */
  due: number;
}

export interface ReadPackage {
  notes: ReadNote[];
  /** Names of all decks. */
  decks: string[];
  media: Map<string, Uint8Array>;
  notetype: {
    id: number;
    name: string;
    mod: number;
    css: string;
    templates: { qfmt: string; afmt: string }[];
  };
  /** What Anki would stumble over, in words. */
  faults: string[];
}

/** Tables of schema 11 as `name type` columns, in order; those with `!` may not be null, `#` is the key. */
const SCHEMA: Record<string, string> = {
  cards:
    'id# nid! did! ord! mod! usn! type! queue! due! ivl! factor! reps! lapses! left! odue! odid! flags! data!text',
  col: 'id# crt! mod! scm! ver! dty! usn! ls! conf!text models!text decks!text dconf!text tags!text',
  graves: 'usn! oid! type!',
  notes: 'id# guid!text mid! mod! usn! tags!text flds!text sfld! csum! flags! data!text',
  revlog: 'id# cid! usn! ease! ivl! lastIvl! factor! time! type!',
};
const INDEXES: Record<string, string> = {
  ix_cards_nid: 'cards nid',
  ix_cards_sched: 'cards did queue due',
  ix_cards_usn: 'cards usn',
  ix_notes_csum: 'notes csum',
  ix_notes_usn: 'notes usn',
  ix_revlog_cid: 'revlog cid',
  ix_revlog_usn: 'revlog usn',
};

type Row = Record<string, string | number>;

interface Model {
  id: number;
  name: string;
  mod: number;
  css: string;
  flds: { name: string }[];
  tmpls: { qfmt: string; afmt: string }[];
}

/** Opens a package. Never throws for what is in a readable zip with a readable database: `faults` has it. */
export function readPackage(bytes: Uint8Array): ReadPackage {
  const { media: list, 'collection.anki2': database, ...rest } = unzipSync(bytes);
  const faults: string[] = [];
  const db = new DatabaseSync(':memory:');
  db.deserialize(database ?? new Uint8Array());
  const all = (sql: string) => db.prepare(sql).all() as Row[];
  faults.push(...schemaFaults(all));

  const [col = {}] = all('SELECT * FROM col');
  const parse = (name: string) => JSON.parse(String(col[name])) as Record<string, Record<string, unknown>>;
  if (col['ver'] !== 11) faults.push(`The collection says version ${col['ver']}.`);
  for (const name of ['conf', 'dconf', 'tags']) parse(name);
  const [model] = Object.values(parse('models')) as unknown as [Model];
  const decks = new Map(Object.values(parse('decks')).map((deck) => [deck['id'], String(deck['name'])]));
  for (const [id, deck] of Object.entries(parse('decks')))
    if (Number(id) !== deck['id'] || deck['dyn'] !== 0 || !('conf' in deck))
      faults.push(`Deck ${id} is incomplete.`);
  if (new Set([...decks.values()].map((name) => name.toLowerCase())).size < decks.size)
    faults.push('Two decks have one name.');
  for (const name of decks.values()) {
    const parent = name.split('::').slice(0, -1).join('::');
    if (parent && ![...decks.values()].includes(parent)) faults.push(`${name} has no parent.`);
  }

  const fieldNames = model.flds.map(({ name }) => name);
  const names = Object.entries(JSON.parse(Buffer.from(list ?? []).toString()) as Record<string, string>);
  const media = new Map(names.map(([place, name]) => [name, rest[place] ?? new Uint8Array()]));
  if (
    Object.keys(rest).sort().join() !==
    names
      .map(([place]) => place)
      .sort()
      .join()
  )
    faults.push(`The zip holds ${Object.keys(rest)}, the list of media ${names.map(([place]) => place)}.`);

  const cards = Map.groupBy(all('SELECT * FROM cards'), ({ nid }) => nid);
  const used = new Set<string>();
  const notes = all('SELECT * FROM notes').map((row): ReadNote => {
    const values = String(row['flds']).split('\x1f');
    const own = cards.get(row['id'] ?? 0) ?? [];
    cards.delete(row['id'] ?? 0);
    const [card] = own;
    const told = (fault: string) => faults.push(`${row['guid']}: ${fault}`);
    if (values.length !== fieldNames.length) told(`${values.length} fields of ${fieldNames.length}`);
    if (own.length !== 1) told(`${own.length} cards`);
    if (row['mid'] !== model.id) told('another note type');
    if (!decks.has(card?.['did'])) told('no deck');
    if (card?.['ord'] !== 0 || card['type'] !== 0 || card['queue'] !== 0 || card['reps'] !== 0)
      told('not a new card');
    if (row['usn'] !== -1 || card?.['usn'] !== -1) told('seems to be in sync with a server');
    if (Number(row['id']) > Date.now() || Number(row['id']) < 1e12) told('an id that is no time past');
    const sorted = textOfHtml(values[0] ?? '');
    if (!values[0]?.includes('<img')) {
      if (String(row['sfld']) !== sorted) told(`sorted by “${row['sfld']}” and not by “${sorted}”`);
      const sum = Number.parseInt(createHash('sha1').update(sorted).digest('hex').slice(0, 8), 16);
      if (row['csum'] !== sum) told(`checksum ${row['csum']} and not ${sum}`);
    }
    for (const value of values) {
      for (const src of imagesIn(value)) {
        used.add(src);
        if (!media.has(src)) told(`no file for its image ${src}`);
      }
      if (/<script|<iframe| on\w+=|javascript:/i.test(value)) told('a script');
    }
    const tags = String(row['tags']);
    if (!/^ (\S+ )*$/.test(tags)) told(`tags “${tags}”`);
    return {
      id: Number(row['id']),
      guid: String(row['guid']),
      mod: Number(row['mod']),
      tags: tags.trim().split(' '),
      fields: Object.fromEntries(fieldNames.map((name, n) => [name, values[n] ?? ''])),
      deck: decks.get(card?.['did']) ?? '',
      due: Number(card?.['due']),
    };
  });
  if (cards.size > 0) faults.push(`${cards.size} cards are of no note.`);
  if (new Set(notes.map(({ guid }) => guid)).size < notes.length) faults.push('Two notes have one guid.');
  for (const name of media.keys()) if (!used.has(name)) faults.push(`No note shows ${name}.`);
  db.close();
  return {
    notes: notes.sort((one, other) => one.due - other.due),
    decks: [...decks.values()].sort(),
    media,
    notetype: { id: model.id, name: model.name, mod: model.mod, css: model.css, templates: model.tmpls },
    faults,
  };
}

function schemaFaults(all: (sql: string) => Row[]): string[] {
  const faults = all('PRAGMA integrity_check').map((row) => row['integrity_check']);
  const found = all(
    "SELECT name, type, tbl_name FROM sqlite_master WHERE name NOT LIKE 'sqlite_%' ORDER BY name",
  );
  const names = found.map(({ name }) => name).join();
  const expected = [...Object.keys(SCHEMA), ...Object.keys(INDEXES)].sort().join();
  if (names !== expected) faults.push(`The database has ${names} and not ${expected}.`);
  for (const [table, wanted] of Object.entries(SCHEMA)) {
    const columns = all(`PRAGMA table_info(${table})`).map(
      ({ name, type, notnull, pk }) =>
        `${name}${pk === 1 ? '#' : ''}${notnull === 1 ? '!' : ''}${/^integer$/i.test(String(type)) ? '' : String(type).toLowerCase()}`,
    );
    if (columns.join(' ') !== wanted) faults.push(`${table} has ${columns.join(' ')} and not ${wanted}.`);
  }
  for (const [index, wanted] of Object.entries(INDEXES)) {
    const columns = all(`PRAGMA index_info(${index})`).map(({ name }) => name);
    const on = found.find(({ name }) => name === index)?.['tbl_name'];
    if ([on, ...columns].join(' ') !== wanted) faults.push(`${index} is on ${on} ${columns}.`);
  }
  return faults.filter((fault) => fault !== 'ok').map(String);
}

/** A file in Anki's text format: its head by key, and its rows. */
export function readText(text: string): { head: Map<string, string>; rows: string[][] } {
  const lines = /^(?:#.*\n)*/.exec(text)?.[0] ?? '';
  const head = new Map(
    lines
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => [line.slice(1, line.indexOf(':')), line.slice(line.indexOf(':') + 1)] as const),
  );
  const rows: string[][] = [];
  let row: string[] = [];
  // One value in quotation marks, in which two stand for one, then a tab or the end of the row.
  for (const [, value = '', end] of text.slice(lines.length).matchAll(/"((?:[^"]|"")*)"(\t|\n)/g)) {
    row.push(value.replaceAll('""', '"'));
    if (end === '\n') {
      rows.push(row);
      row = [];
    }
  }
  return { head, rows };
}

const reader = unified().use(rehypeRaw);

/** HTML as a tree. */
export function treeOf(html: string): Root {
  return reader.runSync({
    type: 'root',
    children: [{ type: 'raw', value: html } as unknown as Comment],
  }) as Root;
}

/** What HTML says. */
export function textOfHtml(html: string): string {
  return textOf(treeOf(html));
}

function imagesIn(html: string): string[] {
  const sources: string[] = [];
  visit(treeOf(html), 'element', ({ tagName, properties }: Element) => {
    if (tagName === 'img') sources.push(String(properties['src']));
  });
  return sources;
}
