/** Reading a file with a history line by line, so that a long one takes no more room than the events in it. */
import * as words from '#words';
import {
  type Backup,
  type Digest,
  FORMAT,
  hashOf,
  type Refusal,
  type Unreadable,
  VERSION,
} from './backup.ts';
import { asEvent, canonical, isSame, type LogEvent } from './event.ts';

/** In characters of the whole file (docs/decisions/0018 says why so many), and of one line. */
const LARGEST = 50_000_000;
const LONGEST_LINE = 20_000;
/** In lines. */
const PAUSE = 5000;

/**
 * Reads a file, given as pieces of its text that may end anywhere. `pause` is waited for every few thousand
 * lines, with how many characters are read. Rejects only if the pieces or a pause do, which is how to cancel.
 */
export async function readBackup(
  pieces: AsyncIterable<string> | Iterable<string>,
  digest: Digest,
  pause?: (read: number) => Promise<void>,
): Promise<Backup | Refusal> {
  const reading = new Reading(digest !== null);
  let rest = '';
  let length = 0;
  let read = 0;
  for await (const piece of pieces) {
    length += piece.length;
    if (length > LARGEST) return refusal('large', words.fileTooLarge);
    const [first = '', ...others] = piece.split('\n');
    rest += first;
    for (const line of others) {
      reading.take(rest);
      read += rest.length + 1;
      rest = line;
      if (reading.lines % PAUSE === 0) await pause?.(read);
    }
  }
  if (rest !== '') reading.take(rest);
  return reading.end(digest);
}

const refusal = (refused: Refusal['refused'], message: string): Refusal => ({ refused, message });

class Reading {
  /** How many were taken. */
  lines = 0;
  readonly #body: Body;
  /** The last line that is not blank, which may be that with the count, and the blank ones after it. */
  #held: string[] = [];

  constructor(isHashed: boolean) {
    this.#body = new Body(isHashed);
  }

  /** Takes a line without its line feed. */
  take(line: string): void {
    let text = line.endsWith('\r') ? line.slice(0, -1) : line;
    // The mark of UTF-8.
    if (this.lines === 0 && text.startsWith('\ufeff')) text = text.slice(1);
    this.lines += 1;
    if (text.trim() !== '') this.#release();
    this.#held.push(text);
  }

  /** What was read, once there is no further line. */
  async end(digest: Digest): Promise<Backup | Refusal> {
    const last = this.#held.find((text) => text.trim() !== '');
    if (last === undefined) return refusal('empty', words.fileEmpty);
    const footer = footerOf(last);
    if (footer === null) this.#release();
    const { header, events, read, unreadable } = this.#body;
    // Without a hash on either side only the number of lines can tell.
    const hash = digest && footer?.sha256 ? await hashOf(this.#body.bytes(), digest) : null;
    const isChanged = hash !== null && hash !== footer?.sha256;
    if (header !== null && header.version > VERSION && !isChanged)
      return refusal('newer', words.fileNewer(header.version, VERSION));
    if (header === null && events.length === 0) return refusal('foreign', words.fileForeign);
    const isComplete = footer !== null && footer.count === read && unreadable.length === 0 && header !== null;
    const whole = isComplete && !isChanged ? 'whole' : 'changed';
    return {
      site: header?.site ?? null,
      created: header?.created ?? null,
      events,
      unreadable,
      state: footer === null ? 'cut' : whole,
    };
  }

  #release(): void {
    for (const text of this.#held) this.#body.take(text);
    this.#held = [];
  }
}

/** The lines above the last one. */
class Body {
  header: Header | null = null;
  readonly events: LogEvent[] = [];
  /** How many lines hold an event. */
  read = 0;
  readonly unreadable: Unreadable[] = [];
  #lines = 0;
  readonly #byId = new Map<string, LogEvent>();
  /** Events that differ from another one of the same id. */
  readonly #others = new Set<string>();
  readonly #isHashed: boolean;
  #unwritten: string[] = [];
  readonly #written: Uint8Array<ArrayBuffer>[] = [];

  constructor(isHashed: boolean) {
    this.#isHashed = isHashed;
  }

  take(text: string): void {
    this.#lines += 1;
    if (this.#isHashed) this.#unwritten.push(text);
    if (this.#unwritten.length === PAUSE) this.#write();
    if (text.trim() === '') return;
    const value = parsed(text);
    if (this.#lines === 1) {
      this.header = headerOf(value);
      if (this.header) return;
    }
    const event = asEvent(value);
    if (event) {
      this.read += 1;
      this.#add(event);
    } else this.unreadable.push({ line: this.#lines, reason: reasonOf(text, value, this.#lines) });
  }

  /** The lines as they stand in the file, each with a line feed at its end. */
  bytes(): Uint8Array<ArrayBuffer> {
    this.#write();
    const all = new Uint8Array(this.#written.reduce((sum, { length }) => sum + length, 0));
    let at = 0;
    for (const part of this.#written) {
      all.set(part, at);
      at += part.length;
    }
    return all;
  }

  #write(): void {
    const text = this.#unwritten.map((line) => `${line}\n`).join('');
    this.#written.push(new TextEncoder().encode(text));
    this.#unwritten = [];
  }

  #add(event: LogEvent): void {
    const first = this.#byId.get(event.id);
    if (first === undefined) this.#byId.set(event.id, event);
    else {
      if (isSame(first, event)) return;
      const text = canonical(event);
      if (this.#others.has(text)) return;
      this.#others.add(text);
    }
    this.events.push(event);
  }
}

function reasonOf(text: string, value: unknown, line: number): string {
  if (text.length > LONGEST_LINE) return words.lineTooLong;
  if (value === undefined) return words.lineCut;
  return line === 1 ? words.lineNoHeader : words.lineNoEvent;
}

/** The value of a line; undefined where it is none. */
function parsed(text: string): unknown {
  if (text.length > LONGEST_LINE) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

interface Header {
  version: number;
  site: string | null;
  created: number | null;
}

function headerOf(value: unknown): Header | null {
  const { format, version, site, created } = Object(value) as Record<string, unknown>;
  if (format !== FORMAT || !Number.isSafeInteger(version) || (version as number) < 1) return null;
  const at = typeof created === 'string' ? Date.parse(created) : Number.NaN;
  return {
    version: version as number,
    site: typeof site === 'string' && site.length <= 2000 ? site : null,
    created: Number.isNaN(at) ? null : at,
  };
}

function footerOf(text: string): { count: number; sha256: string | null } | null {
  const { count, sha256, format } = Object(parsed(text)) as Record<string, unknown>;
  if (format !== undefined || !Number.isSafeInteger(count)) return null;
  return { count: count as number, sha256: typeof sha256 === 'string' ? sha256 : null };
}
