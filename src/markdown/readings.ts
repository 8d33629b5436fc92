/**
 * Readings from before that still hold. A reading holds as long as the file is the same, whatever else it was read with
 * is the same, and the folder gives the same answers to what the reader asked about it: where links lead, how large
 * images are.
 */
import { isDeepStrictEqual } from 'node:util';
import { type File, type Frame, type Outcome, surroundings } from './place-reader.ts';

export interface Readings {
  /** What reading the file gave, where it would give the same now; nobody else has a hand on it. Else null. */
  known(frame: Frame, file: File): Outcome | null;
  /** Takes down what reading the file gave. */
  keep(frame: Frame, file: File, outcome: Outcome): void;
  /** Lets go of all files but these. */
  tidy(files: readonly Pick<File, 'path'>[]): void;
}

/** Whether the folder answers now what it answered when the file at `path` was read. */
export function answersHold({ asked }: Outcome, frame: Frame, path: string): boolean {
  const around = surroundings(frame, path);
  return asked.every(({ what, path, answer }) => isDeepStrictEqual(around[what](path), answer));
}
