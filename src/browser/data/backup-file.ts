/** The history of this site as a file, and the files and texts it comes back from. */
import { type Backup, type Digest, type Refusal, writeBackup } from '../../core/backup.ts';
import type { LogEvent } from '../../core/event.ts';
import { readBackup } from '../../core/read-backup.ts';
import { dayOf } from '../numbers.ts';

/** SHA-256 where the page has it: not without HTTPS. */
const digest: Digest = globalThis.crypto?.subtle ? (bytes) => crypto.subtle.digest('SHA-256', bytes) : null;

/** Which site this is, for files: its address up to the base path. */
export const site = `${location.origin}${import.meta.env.BASE_URL}`;

/** The text of a file with these events. */
export function backupOf(events: readonly LogEvent[]): Promise<string> {
  return writeBackup(events, { site, created: Date.now() }, digest);
}

/** What the file is called, with the local day in it: `unfold-history-2026-11-23.jsonl`. */
export function fileName(): string {
  return `unfold-history-${dayOf(Date.now())}.jsonl`;
}

/** Reads bytes of a file; `pause` as in `readBackup`. Bytes that are not UTF-8 make their lines unreadable, and no more. */
export function readBytes(
  bytes: ReadableStream<Uint8Array<ArrayBuffer>>,
  pause?: (read: number) => Promise<void>,
): Promise<Backup | Refusal> {
  return readBackup(textsOf(bytes), digest, pause);
}

// Not every browser can walk through a stream by `for await`.
async function* textsOf(bytes: ReadableStream<Uint8Array<ArrayBuffer>>): AsyncGenerator<string> {
  const reader = bytes.getReader();
  const decoder = new TextDecoder();
  try {
    for (let piece = await reader.read(); !piece.done; piece = await reader.read())
      yield decoder.decode(piece.value, { stream: true });
    yield decoder.decode();
  } finally {
    // Of a file that is too large the rest is not wanted.
    await reader.cancel();
  }
}
