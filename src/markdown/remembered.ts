/**
 * Readings of notes that still hold: in the development server one note of a thousand is saved, and the others need
 * not be read again. A reading holds as long as the note is the same, whatever else it was read with is the same, and
 * the folder gives the same answers to what the reader asked about it: where links lead, how large images are.
 */
import { isDeepStrictEqual } from 'node:util';
import type { Surroundings } from './links.ts';
import { type NoteReading, type NoteSource, readNote } from './read-note.ts';

const QUESTIONS = ['routeOf', 'fileAt', 'sizeOf', 'imageFaultAt'] as const;

/** Something the reader asked about the file at `path`, and what it was told. */
interface Asked {
  what: (typeof QUESTIONS)[number];
  path: string;
  answer: unknown;
}

interface Kept {
  note: NoteSource;
  asked: Asked[];
  reading: NoteReading;
}

export class Remembered {
  /** By path, with and without what the ledger gives. */
  readonly #kept = new Map<string, Kept>();

  /** What `readNote` gives for the note, read now or remembered; nobody else has a hand on it. Throws as that does. */
  read(note: NoteSource): NoteReading {
    const key = `${note.given?.size ? 'given' : 'plain'} ${note.around.path}`;
    const before = this.#kept.get(key);
    if (before && holds(before, note)) return copyOf(before.reading);
    const asked: Asked[] = [];
    const reading = readNote({ ...note, around: listening(note.around, asked) });
    this.#kept.set(key, { note, asked, reading });
    return copyOf(reading);
  }
}

function holds({ note, asked }: Kept, now: NoteSource): boolean {
  const { around: before, ...own } = note;
  const { around, ...ownNow } = now;
  return (
    before.base === around.base &&
    isDeepStrictEqual(own, ownNow) &&
    asked.every(({ what, path, answer }) => isDeepStrictEqual(around[what]?.(path), answer))
  );
}

/** The surroundings, taking down what is asked of them. */
function listening(around: Surroundings, asked: Asked[]): Surroundings {
  const heard = { ...around };
  for (const what of QUESTIONS) {
    const ask = around[what];
    if (!ask) continue;
    const answering = (path: string) => {
      const answer = ask(path);
      asked.push({ what, path, answer });
      return answer;
    };
    Object.assign(heard, { [what]: answering });
  }
  return heard;
}

/** The reading, with copies of everything that the folder completes: ids of cards, other addresses, problems, HTML. */
function copyOf(reading: NoteReading): NoteReading {
  return {
    ...reading,
    questions: reading.questions.map((question) => ({ ...question })),
    aliases: new Map(reading.aliases),
    problems: reading.problems.copy(),
  };
}
