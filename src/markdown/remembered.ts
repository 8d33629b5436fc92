/**
 * Readings of notes that still hold: in the development server one note of a thousand is saved, and the others need
 * not be read again. A reading holds as long as the file is the same, whatever else it was read with is the same, and
 * the folder gives the same answers to what the reader asked about it: where links lead, how large images are.
 */
import { isDeepStrictEqual } from 'node:util';
import { type File, type Frame, type Outcome, surroundings } from './place-reader.ts';

interface Kept {
  frame: Frame;
  file: File;
  outcome: Outcome;
}

export class Remembered {
  /** By path. */
  readonly #kept = new Map<string, Kept>();

  /** What reading the file gave, where it would give the same now; nobody else has a hand on it. Else null. */
  known(frame: Frame, file: File): Outcome | null {
    const kept = this.#kept.get(file.path);
    return kept && holds(kept, frame, file) ? copyOf(kept.outcome) : null;
  }

  /** Remembers what reading the file gave. */
  keep(frame: Frame, { path, body, frontMatter, fallbackTitle }: File, outcome: Outcome): void {
    this.#kept.set(path, {
      frame,
      file: { path, body, frontMatter, fallbackTitle },
      outcome: copyOf(outcome),
    });
  }
}

function holds({ frame, file, outcome }: Kept, frameNow: Frame, now: File): boolean {
  const { routes: _routes, spelling: _spelling, ...own } = frame;
  const { routes: _routesNow, spelling: _spellingNow, ...ownNow } = frameNow;
  const around = surroundings(frameNow, file.path);
  return (
    file.body === now.body &&
    file.fallbackTitle === now.fallbackTitle &&
    isDeepStrictEqual(file.frontMatter, now.frontMatter) &&
    isDeepStrictEqual(own, ownNow) &&
    outcome.asked.every(({ what, path, answer }) => isDeepStrictEqual(around[what](path), answer))
  );
}

/** The outcome, with copies of everything that the folder completes: ids of cards, other addresses, problems. */
function copyOf({ reading, ...rest }: Outcome): Outcome {
  if (reading === null) return { reading, ...rest };
  const questions = reading.questions.map((question) => ({ ...question }));
  const problems = reading.problems.copy();
  return { ...rest, reading: { ...reading, questions, aliases: new Map(reading.aliases), problems } };
}
