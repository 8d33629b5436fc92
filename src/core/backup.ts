/**
 * A learner's history as a file of JSON Lines: a header, one event a line, and a last line with their number
 * and hash, so that a file cut off or changed is known for one, and every whole line of it can still be read.
 */
import { canonical, type LogEvent } from './event.ts';

/** SHA-256 of some bytes, as `crypto.subtle` computes it; null where the browser has none (a page without HTTPS). */
export type Digest = ((bytes: Uint8Array<ArrayBuffer>) => Promise<ArrayBuffer>) | null;

/** What the header of a file says it is, and the latest version of that which is written and read here. */
export const FORMAT = 'unfold-history';
export const VERSION = 1;

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
  const body = `${[JSON.stringify(header), ...events.map(canonical)].join('\n')}\n`;
  const sha256 = digest && (await hashOf(new TextEncoder().encode(body), digest));
  return `${body}${JSON.stringify(sha256 === null ? { count } : { count, sha256 })}\n`;
}

/** The hash as a file has it. */
export async function hashOf(bytes: Uint8Array<ArrayBuffer>, digest: NonNullable<Digest>): Promise<string> {
  const hash = await digest(bytes);
  return Array.from(new Uint8Array(hash), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
