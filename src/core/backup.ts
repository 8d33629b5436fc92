/**
 * A learner's history as a file of JSON Lines: a header, one event a line, and a last line with their number
 * and hash, so that a file cut off or changed is known for one, and every whole line of it can still be read.
 */
import * as words from '#words';
import { asEvent, canonical, type LogEvent } from './event.ts';

/** SHA-256 of some bytes, as `crypto.subtle` computes it; null where the browser has none (a page without HTTPS). */
export type Digest = ((bytes: Uint8Array<ArrayBuffer>) => Promise<ArrayBuffer>) | null;

const FORMAT = 'unfold-history';
const VERSION = 1;
/** In characters of the whole file, and of one line. */
const LARGEST = 50_000_000;
const LONGEST_LINE = 20_000;
/** In lines. */
const PAUSE = 5000;

/** A line of the file that is no event, 1-based, and why. */
export interface Unreadable {
  line: number;
  reason: string;
}

export interface Backup {
  /** Address of the site that wrote it; null where its header cannot be read. */
  site: string | null;
  /** Epoch ms; null where its header cannot be read. */
  created: number | null;
  /** Every event that could be read, once, as it stands in the file. */
  events: LogEvent[];
  unreadable: Unreadable[];
  /** `whole`; `cut`: its end is missing; `changed`: its lines are not those that were written. */
  state: 'whole' | 'cut' | 'changed';
}

/** Why nothing is read from a file. The message is for the learner. */
export interface Refusal {
  refused: 'empty' | 'foreign' | 'newer' | 'large';
  message: string;
}

/** The file that keeps these events of the site at `site`, written at `created` (epoch ms). Equal events in equal order give equal files. */
export async function writeBackup(
  events: readonly LogEvent[],
  { site, created }: { site: string; created: number },
  digest: Digest,
): Promise<string> {
  const count = events.length;
  const header = { format: FORMAT, version: VERSION, site, created: new Date(created).toISOString(), count };
  const body = [JSON.stringify(header), ...events.map(canonical)];
  const sha256 = await hashOf(body, digest);
  return `${[...body, JSON.stringify(sha256 === null ? { count } : { count, sha256 })].join('\n')}\n`;
}

/** Of lines as they stand in the file, each with a line feed at its end. */
async function hashOf(lines: readonly string[], digest: Digest): Promise<string | null> {
  if (digest === null) return null;
  const hash = await digest(new TextEncoder().encode(`${lines.join('\n')}\n`));
  return Array.from(new Uint8Array(hash), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/**
 * Reads a file, given as pieces of its text that may end anywhere. `pause` is waited for every few thousand
 * lines, with the share that is read, 0 to 1. Rejects only if the pieces or a pause do, which is how to cancel.
 */
export async function readBackup(
  pieces: AsyncIterable<string> | Iterable<string>,
  digest: Digest,
  pause?: (share: number) => Promise<void>,
): Promise<Backup | Refusal> {
  const lines = await linesOf(pieces);
  if (lines === null) return refusal('large', words.fileTooLarge);
  const last = lines.findLastIndex((line) => line.trim() !== '');
  if (last < 0) return refusal('empty', words.fileEmpty);

  const header = headerOf(lines[0] ?? '');
  const footer = footerOf(lines[last] ?? '');
  const body = footer ? lines.slice(0, last) : lines.slice(0, last + 1);
  // Without a hash on either side only the number of lines can tell.
  const hash = footer?.sha256 ? await hashOf(body, digest) : null;
  const isChanged = hash !== null && hash !== footer?.sha256;
  if (header !== null && header.version > VERSION && !isChanged)
    return refusal('newer', words.fileNewer(header.version, VERSION));

  const { events, unreadable, read } = await eventsOf(body, header !== null, pause);
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

const refusal = (refused: Refusal['refused'], message: string): Refusal => ({ refused, message });

/** The lines without their ends, the mark of UTF-8 taken off; null where there are too many. */
async function linesOf(pieces: AsyncIterable<string> | Iterable<string>): Promise<string[] | null> {
  const lines: string[] = [];
  let rest = '';
  let length = 0;
  const end = (line: string) => lines.push(line.endsWith('\r') ? line.slice(0, -1) : line);
  for await (const piece of pieces) {
    length += piece.length;
    if (length > LARGEST) return null;
    const [first = '', ...others] = piece.split('\n');
    rest += first;
    for (const line of others) {
      end(rest);
      rest = line;
    }
  }
  if (rest !== '') end(rest);
  if (lines[0]?.startsWith('\ufeff')) lines[0] = lines[0].slice(1);
  return lines;
}

/** The events of the lines; `read` is how many lines hold one. */
async function eventsOf(
  lines: readonly string[],
  hasHeader: boolean,
  pause?: (share: number) => Promise<void>,
) {
  const events = new Map<string, LogEvent>();
  const unreadable: Unreadable[] = [];
  let read = 0;
  for (const [index, text] of lines.entries()) {
    if (index % PAUSE === PAUSE - 1) await pause?.(index / lines.length);
    if ((index === 0 && hasHeader) || text.trim() === '') continue;
    const value = parsed(text);
    const event = asEvent(value);
    if (event) {
      read += 1;
      events.set(canonical(event), event);
    } else unreadable.push({ line: index + 1, reason: reasonOf(text, value, index) });
  }
  return { events: [...events.values()], unreadable, read };
}

function reasonOf(text: string, value: unknown, index: number): string {
  if (text.length > LONGEST_LINE) return words.lineTooLong;
  if (value === undefined) return words.lineCut;
  return index === 0 ? words.lineNoHeader : words.lineNoEvent;
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

function headerOf(text: string): { version: number; site: string | null; created: number | null } | null {
  const { format, version, site, created } = Object(parsed(text)) as Record<string, unknown>;
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
