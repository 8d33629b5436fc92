/** Readings in memory: in the development server one note of a thousand is saved, and the others need not be read again. */
import { isDeepStrictEqual } from 'node:util';
import type { File, Frame, Outcome } from './place-reader.ts';
import { answersHold, type Readings } from './readings.ts';

interface Kept {
  frame: Frame;
  file: File;
  outcome: Outcome;
}

export class Remembered implements Readings {
  /** By path. */
  readonly #kept = new Map<string, Kept>();
  readonly #behind: Readings | undefined;

  /** `behind`: where to look for what is not in memory yet, and where to keep things as well. */
  constructor(behind?: Readings) {
    this.#behind = behind;
  }

  known(frame: Frame, file: File): Outcome | null {
    const kept = this.#kept.get(file.path);
    if (kept) return holds(kept, frame, file) ? copyOf(kept.outcome) : null;
    const outcome = this.#behind?.known(frame, file) ?? null;
    if (outcome) this.#remember(frame, file, outcome);
    return outcome;
  }

  keep(frame: Frame, file: File, outcome: Outcome): void {
    this.#remember(frame, file, outcome);
    this.#behind?.keep(frame, file, outcome);
  }

  tidy(files: readonly Pick<File, 'path'>[]): void {
    const paths = new Set(files.map(({ path }) => path));
    for (const path of this.#kept.keys()) if (!paths.has(path)) this.#kept.delete(path);
    this.#behind?.tidy(files);
  }

  #remember(frame: Frame, { path, body, frontMatter, fallbackTitle }: File, outcome: Outcome): void {
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
  return (
    file.body === now.body &&
    file.fallbackTitle === now.fallbackTitle &&
    isDeepStrictEqual(file.frontMatter, now.frontMatter) &&
    isDeepStrictEqual(own, ownNow) &&
    answersHold(outcome, frameNow, file.path)
  );
}

/** The outcome, with copies of everything that the folder completes: ids of cards, other addresses, problems. */
function copyOf({ reading, ...rest }: Outcome): Outcome {
  if (reading === null) return { reading, ...rest };
  const questions = reading.questions.map((question) => ({ ...question }));
  const problems = reading.problems.copy();
  return { ...rest, reading: { ...reading, questions, aliases: new Map(reading.aliases), problems } };
}
