/** Makes packages and texts for Anki, in a thread of its own. */
import { parentPort, workerData } from 'node:worker_threads';
import type { AnkiFormat } from '../../core/anki.ts';
import { KeptNotes } from '../../data/kept-notes.ts';
import { KeptTexts } from '../../data/kept-texts.ts';
import {
  type AnkiExport,
  type NamedNote,
  type Workplace,
  writePackage,
  writeText,
} from '../../exports/anki/export.ts';

/** What is the same for all that a thread makes. `notes` and `cards`: paths of the folders of kept notes and cards. */
export interface Setting extends Omit<Workplace, 'note' | 'kept'> {
  notes: string;
  cards: string;
}

/** What is to be made: an export whose notes are no more than their digests, by which they are kept. */
export interface Order {
  /** Comes back with what was made. */
  id: number;
  format: AnkiFormat;
  what: AnkiExport;
}

/** What became of an order: the bytes of the file, or why there are none. */
export type Answer = { id: number } & ({ bytes: Uint8Array<ArrayBuffer> } | { error: Error });

const { notes, cards, ...place }: Setting = workerData;
const kept = new KeptTexts(cards);
// Cards that no build has asked for lately are not kept any longer.
kept.tidy();
const workplace: Workplace = { ...place, kept, note };

parentPort?.on('message', ({ id, format, what }: Order) => {
  parentPort?.postMessage(answerTo(id, () => write[format](what, workplace)));
});

const write = {
  apkg: writePackage,
  txt: (...given: Parameters<typeof writeText>) => new TextEncoder().encode(writeText(...given)),
};

function answerTo(id: number, bytesOf: () => Uint8Array<ArrayBuffer>): Answer {
  try {
    return { id, bytes: bytesOf() };
  } catch (error) {
    return { id, error: error as Error };
  }
}

function note({ digest }: NamedNote) {
  const [note] = new KeptNotes(notes).read([digest]);
  if (!note) throw new Error(`No note is kept as ${digest}.`);
  return note;
}
