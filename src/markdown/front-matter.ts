/** The lines between `---` marks at the top of a note. They are plain key and value; YAML's sharp edges are refused. */
import { isMap, isScalar, parseDocument, type YAMLParseError } from 'yaml';
import { languageTag } from '../core/language.ts';

export interface FrontMatter {
  title?: string;
  description?: string;
  lang?: string;
  /** Address of the note inside its topic, in place of the file's name. */
  slug?: string;
  /** Place among the notes of the topic. */
  order?: number;
  /** True to leave the note out. */
  draft?: boolean;
}

export interface FrontMatterReading {
  data: FrontMatter;
  /** The source with the front matter's lines emptied, so that lines keep their numbers. */
  body: string;
  /** What is wrong, with its 1-based line. `fatal` faults keep the note from being read. */
  faults: { line: number; rule: 'front-matter' | 'unknown-key'; detail: string }[];
}

const KEYS = ['title', 'description', 'lang', 'slug', 'order', 'draft'] as const;
/** Keys other tools know; they mean nothing here and are no mistake. */
const FOREIGN = new Set([
  'layout',
  'tags',
  'date',
  'author',
  'authors',
  'permalink',
  'sidebar_position',
  'sidebar_label',
  'id',
  'categories',
  'category',
  'keywords',
  'weight',
  'nav_order',
  'parent',
  'has_children',
  'template',
  'hide',
  'aliases',
  'cssclass',
  'cssclasses',
  'created',
  'updated',
  'modified',
  'published',
  'type',
  'status',
  'subtitle',
  'image',
  'cover',
  'toc',
]);
const LIMIT = 64 * 1024;

function distance(a: string, b: string): number {
  const row = Array.from({ length: b.length + 1 }, (_, n) => n);
  for (let i = 1; i <= a.length; i++) {
    let diagonal = row[0] ?? 0;
    row[0] = i;
    for (let j = 1; j <= b.length; j++) {
      const above = row[j] ?? 0;
      row[j] = Math.min(above + 1, (row[j - 1] ?? 0) + 1, diagonal + (a[i - 1] === b[j - 1] ? 0 : 1));
      diagonal = above;
    }
  }
  return row[b.length] ?? 0;
}

/** Splits `source` (line ends `\n`) into front matter and body. */
export function readFrontMatter(source: string): FrontMatterReading {
  const none: FrontMatterReading = { data: {}, body: source, faults: [] };
  const toml = /^\+\+\+[ \t]*\n[\s\S]*?\n\+\+\+[ \t]*(?=\n|$)/.exec(source);
  if (toml !== null) {
    const body = toml[0].replace(/[^\n]/g, '') + source.slice(toml[0].length);
    const detail = 'a block of TOML between +++ marks; only keys and values between --- marks are read';
    return { data: {}, body, faults: [{ line: 1, rule: 'unknown-key', detail }] };
  }
  const open = /^---[ \t]*\n/.exec(source);
  if (open === null) return none;
  const rest = source.slice(open[0].length);
  const close = /^(?:---|\.\.\.)[ \t]*$/m.exec(rest);
  if (close === null) {
    // A thematic break at the top is Markdown; keys below it are not.
    if (!/^[A-Za-z_][\w-]*:(?:\s|$)/.test(rest)) return none;
    return {
      ...none,
      faults: [{ line: 1, rule: 'front-matter', detail: 'it begins with --- and no second --- ends it' }],
    };
  }
  const yaml = rest.slice(0, close.index);
  if (yaml.trim() !== '' && !/^\s*(?:#.*\n\s*)*["']?[A-Za-z_][\w .-]*["']?\s*:/.test(yaml)) return none;
  const end = open[0].length + close.index + close[0].length;
  const body = source.slice(0, end).replace(/[^\n]/g, '') + source.slice(end);
  const fail = (line: number, detail: string): FrontMatterReading => ({
    data: {},
    body,
    faults: [{ line, rule: 'front-matter', detail }],
  });
  if (yaml.length > LIMIT) return fail(1, `it is ${yaml.length} characters long, more than ${LIMIT}`);
  const risky = /^(?:[^#\n"']*[\s:[{,-])?[&*][A-Za-z_][\w-]*(?:\s|$)/m.exec(yaml);
  if (risky !== null)
    return fail(
      2 + yaml.slice(0, risky.index).split('\n').length - 1,
      'aliases are not allowed, because a few of them can grow without bound',
    );
  if (/[[{]{100}/.test(yaml.replace(/\s/g, ''))) return fail(2, 'it nests too deep');
  return interpret(yaml, body, fail);
}

function interpret(
  yaml: string,
  body: string,
  fail: (line: number, detail: string) => FrontMatterReading,
): FrontMatterReading {
  const document = parseDocument(yaml, { schema: 'core', uniqueKeys: true, customTags: [] });
  const fault = document.errors[0];
  if (fault !== undefined)
    return fail(
      lineOfFault(yaml, fault, document.contents) + 1,
      (fault.message.split('\n')[0] ?? '').replace(/ at line \d+, column \d+:?$/, ''),
    );
  const tagged = document.warnings[0];
  if (tagged !== undefined)
    return fail(
      (tagged.linePos?.[0].line ?? 1) + 1,
      (tagged.message.split('\n')[0] ?? '').replace(/ at line \d+, column \d+:?$/, ''),
    );
  const result: FrontMatterReading = { data: {}, body, faults: [] };
  if (document.contents === null) return result;
  if (!isMap(document.contents)) return fail(2, 'it is not a list of keys and values');
  for (const pair of document.contents.items) {
    const key = isScalar(pair.key) ? String(pair.key.value) : '';
    const offset = isScalar(pair.key) ? (pair.key.range?.[0] ?? 0) : 0;
    const line = yaml.slice(0, offset).split('\n').length + 1;
    if (key === '__proto__' || key === 'constructor' || key === 'prototype')
      return fail(line, `the key ${key} is not allowed`);
    const name = KEYS.find((known) => known === key);
    if (name === undefined) {
      const near = KEYS.find((known) => distance(known, key.toLowerCase()) <= 2 && key.length > 3);
      if (near !== undefined)
        result.faults.push({
          line,
          rule: 'unknown-key',
          detail: `the key “${key}”, which looks like “${near}” misspelt`,
        });
      else if (!FOREIGN.has(key))
        result.faults.push({ line, rule: 'unknown-key', detail: `the unknown key “${key}”` });
      continue;
    }
    const value = isScalar(pair.value) ? pair.value : null;
    if (pair.value !== null && value === null)
      return fail(line, `“${key}” holds a list where one value belongs`);
    const text = value === null ? '' : (value.source ?? String(value.value ?? '')).trim();
    if (text === '') continue;
    if (name === 'order') {
      if (!/^-?\d+(?:\.\d+)?$/.test(text)) return fail(line, `“order” is “${text}”, not a number`);
      result.data.order = Number(text);
    } else if (name === 'draft') result.data.draft = text === 'true';
    else if (name === 'lang') {
      const tag = languageTag(text);
      if (tag !== null) result.data.lang = tag;
      else
        result.faults.push({
          line,
          rule: 'unknown-key',
          detail: `“lang: ${text}”, which is no tag of a language such as en, ja or pt-BR`,
        });
    } else result.data[name] = text;
  }
  return result;
}

/** 1-based line of a fault. What is never closed is found at the end, and told where it opens. */
function lineOfFault(yaml: string, fault: YAMLParseError, contents: unknown): number {
  const last = fault.code === 'MISSING_CHAR' && isMap(contents) ? contents.items.at(-1)?.value : null;
  const offset = isScalar(last) ? last.range?.[0] : undefined;
  return offset === undefined ? (fault.linePos?.[0].line ?? 1) : yaml.slice(0, offset).split('\n').length;
}
