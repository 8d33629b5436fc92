/** Makes packages and texts for Anki, in a thread of its own. */
import { parentPort, workerData } from 'node:worker_threads';
import type { AnkiFormat } from '../../core/anki.ts';
import { KeptNotes, type StudyNote } from '../../data/kept-notes.ts';
import { KeptTexts } from '../../data/kept-texts.ts';
import { type AnkiExport, type Workplace, writePackage, writeText } from '../../exports/anki/export.ts';

/** What is the same for all that a thread makes. `notes` and `cards`: paths of the folders of kept notes and cards. */
export interface Setting extends Omit<Workplace, 'kept'> {
  notes: string;
  cards: string;
}

/** What is to be made: an export whose notes stand as their digests, by which they are kept. */
export interface Order {
  /** Comes back with what was made. */
  id: number;
  format: AnkiFormat;
  what: Omit<AnkiExport, 'topics'> & { topics: { route: string; title: string; notes: string[] }[] };
}

/** What became of an order: the bytes of the file, or why there are none. */
export type Answer = { id: number } & ({ bytes: Uint8Array } | { error: Error });

const { notes: folder, cards, ...place }: Setting = workerData;
const kept = new KeptTexts(cards);
// Cards that no build has asked for lately are not kept any longer.
kept.tidy();
// Every note goes into four files.
const known = new Map<string, StudyNote>();

parentPort?.on('message', ({ id, format, what }: Order) => {
  let answer: Answer;
  try {
    const topics = what.topics.map((topic) => ({ ...topic, notes: read(topic.notes, what.isKept) }));
    const made = { ...what, topics };
    const workplace = { ...place, kept };
    answer = {
      id,
      bytes:
        format === 'apkg'
          ? writePackage(made, workplace)
          : new TextEncoder().encode(writeText(made, workplace)),
    };
  } catch (error) {
    answer = { id, error: error as Error };
  }
  parentPort?.postMessage(answer);
});

/** The notes of these names. They stay at hand unless there are too many. */
function read(names: readonly string[], isKept: boolean): StudyNote[] {
  const missing = names.filter((name) => !known.has(name));
  const notes = new Map(new KeptNotes(folder).read(missing).map((note) => [note.digest, note]));
  if (isKept) for (const [name, note] of notes) known.set(name, note);
  return names.flatMap((name) => known.get(name) ?? notes.get(name) ?? []);
}
