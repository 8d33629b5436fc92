/** Walks a folder of notes: what is a note, what only lies beside one, and what cannot be read. */
import type { Dirent } from 'node:fs';
import { lstat, readdir, readFile, readlink, realpath, stat } from 'node:fs/promises';
import { basename, join, relative, resolve, sep } from 'node:path';
import type { Problem } from '../core/note.ts';
import { decode } from './decode.ts';
import { failure } from './failure.ts';
import { LEDGER } from './ledger/ledger.ts';
import { Problems } from './problems.ts';
import type { RuleId } from './rules.ts';

export interface FoundFile {
  /** Path below the root, with `/`. */
  path: string;
  /** Text with line ends `\n`, without a byte-order mark. */
  text: string;
  /** Oddities of the file that do not keep it from being read. */
  faults: { line: number; rule: RuleId; detail: string }[];
}

export interface Found {
  files: FoundFile[];
  /** Every readable file: its path in lower case and NFC to its true path. */
  spelling: Map<string, string>;
  /** Text of `unfold.yaml` and `facts.yaml` at the root, or null. */
  settings: string | null;
  facts: string | null;
  /** Text of the ledger at the root, or null. */
  ledger: string | null;
  skipped: { path: string; reason: string }[];
  problems: (Problem & { path: string })[];
}

const NOTE = /\.(?:md|mdx|markdown|mdown|mkd)$/i;
const NO_NOTE =
  /^(?:contributing|code[_-]of[_-]conduct|pull[_-]request[_-]template|issue[_-]template|security|license|licence|changelog|authors|codeowners|support|governance|funding|maintainers)(?:\.[\w-]+)*$/i;
const NO_FOLDER = new Set(['node_modules', 'vendor', '__pycache__']);
/** A note may have this many bytes. */
const LIMIT = 2 * 1024 * 1024;
/** A name of more bytes is refused by file systems that encrypt names, and by archives. */
const LONG_NAME = 200;
const SETTINGS = new Map<string, 'settings' | 'facts' | 'ledger'>([
  ['unfold.yaml', 'settings'],
  ['facts.yaml', 'facts'],
  [LEDGER, 'ledger'],
]);
const WINDOWS = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;

/** An SVG opened by itself is a page of the site: with a script in it, it would run as one. */
async function runsCode(full: string): Promise<boolean> {
  const text = await readFile(full, 'utf8');
  return /<script|<foreignObject|\son\w+\s*=|javascript\s*:|<!ENTITY|<iframe|<embed|<object/i.test(text);
}

class Walk {
  readonly found: Found = {
    files: [],
    spelling: new Map(),
    settings: null,
    facts: null,
    ledger: null,
    skipped: [],
    problems: [],
  };
  private readonly root: string;

  constructor(root: string) {
    this.root = root;
  }

  private tell(rule: RuleId, path: string, detail: string): void {
    const problems = new Problems();
    problems.add(rule, { line: 1 }, detail);
    this.found.problems.push(...problems.all.map((problem) => ({ ...problem, path })));
  }

  async folder(at: string): Promise<void> {
    const entries = await readdir(at, { withFileTypes: true });
    entries.sort((a, b) => (a.name < b.name ? -1 : 1));
    for (const entry of entries) {
      const full = join(at, entry.name);
      const path = relative(this.root, full).split(sep).join('/');
      if (entry.name.startsWith('.')) {
        if (NOTE.test(entry.name)) this.found.skipped.push({ path, reason: 'its name begins with a dot' });
        continue;
      }
      try {
        await this.entry(entry, full, path);
      } catch (reason) {
        this.tell('unreadable-file', path, failure(reason));
      }
    }
  }

  private async entry(entry: Dirent, full: string, path: string): Promise<void> {
    const { name } = entry;
    if (entry.isSymbolicLink() && !(await this.linkIsSafe(full, path))) return;
    const info = await stat(full);
    if (info.isFile()) await this.file(full, path, name, info.size);
    else if (info.isDirectory()) {
      if (NO_FOLDER.has(name)) return;
      if (NOTE.test(name)) this.tell('folder-named-like-note', path, '');
      await this.folder(full);
    } else if (NOTE.test(name) || SETTINGS.has(path)) {
      // Opening a pipe that nobody writes into would never return.
      let kind = 'a device';
      if (info.isFIFO()) kind = 'a pipe';
      else if (info.isSocket()) kind = 'a socket';
      this.tell('unreadable-file', path, `it is ${kind}, not a file`);
    }
  }

  private async linkIsSafe(full: string, path: string): Promise<boolean> {
    let target: string;
    try {
      target = await realpath(full);
    } catch (reason) {
      const loop = reason instanceof Error && 'code' in reason && reason.code === 'ELOOP';
      const isNote = NOTE.test(path) || path === LEDGER || loop;
      if (isNote) this.tell(loop ? 'link-loop' : 'dangling-link', path, await readlink(full));
      else this.found.skipped.push({ path, reason: 'it is a link to a file that does not exist' });
      return false;
    }
    const inside = target === this.root || target.startsWith(this.root + sep);
    if (!inside) {
      if (NOTE.test(path) || path === LEDGER || (await stat(target)).isDirectory())
        this.tell('outside-link', path, relative(this.root, target));
      else this.found.skipped.push({ path, reason: 'it is a link to a file outside the notes folder' });
      return false;
    }
    if ((await lstat(target)).isDirectory()) {
      this.tell('link-loop', path, '');
      return false;
    }
    return true;
  }

  async file(full: string, path: string, name: string, size: number): Promise<void> {
    if (/\.svg$/i.test(name) && (await runsCode(full))) {
      this.tell('active-image', path, '');
      return;
    }
    const key = path.normalize('NFC').toLowerCase();
    if (!this.found.spelling.has(key)) this.found.spelling.set(key, path);
    const setting = SETTINGS.get(path);
    if (setting !== undefined) {
      this.found[setting] = await readFile(full, 'utf8');
      return;
    }
    if (!NOTE.test(name)) return;
    if (NO_NOTE.test(name) || name.startsWith('_')) {
      this.found.skipped.push({
        path,
        reason: name.startsWith('_')
          ? 'its name begins with _'
          : 'it speaks to contributors, not to learners',
      });
      return;
    }
    if (size > LIMIT) {
      this.tell('too-large', path, `${(size / 1024 / 1024).toFixed(1)} MB`);
      return;
    }
    const text = decode(await readFile(full));
    if ('fault' in text) {
      this.tell('not-utf8', path, text.fault);
      return;
    }
    const faults: FoundFile['faults'] = text.controls.map((detail) => ({
      line: detail.line,
      rule: 'control-character',
      detail: detail.what,
    }));
    if (WINDOWS.test(name) || /[. ]\.\w+$/.test(name))
      faults.push({ line: 1, rule: 'odd-name', detail: 'cannot be used on Windows' });
    const length = Buffer.byteLength(name);
    if (length > LONG_NAME)
      faults.push({
        line: 1,
        rule: 'odd-name',
        detail: `is ${length} bytes long, more than some systems take`,
      });
    if (text.text.trim() === '') {
      this.tell('empty-note', path, '');
      this.found.skipped.push({ path, reason: 'it has no text' });
      return;
    }
    this.found.files.push({ path, text: text.text, faults });
  }
}

/** The file at `path` below `root` as it is now; null where it is no note, or something is wrong with it. */
export async function scanFile(root: string, path: string): Promise<FoundFile | null> {
  const walk = new Walk(await realpath(resolve(root)));
  const full = join(root, path);
  const info = await lstat(full).catch(() => null);
  if (!info?.isFile()) return null;
  await walk.file(full, path, basename(path), info.size);
  return walk.found.problems.length === 0 ? (walk.found.files[0] ?? null) : null;
}

/**
 * Reads every file of the folder at `root` that is a note.
 *
 * @throws Error if the folder itself does not exist or cannot be listed.
 */
export async function scan(root: string): Promise<Found> {
  const walk = new Walk(await realpath(resolve(root)));
  await walk.folder(await realpath(resolve(root)));
  return walk.found;
}
