/** Reads one file of a folder, with the answers to what the reader asks about the others. */
import { join } from 'node:path';
import type { Problem } from '../core/note.ts';
import type { Place } from './arrange.ts';
import type { Facts } from './facts.ts';
import type { Given } from './identity.ts';
import { imageFaultOf } from './image-fault.ts';
import { imageSizeOf } from './image-size.ts';
import type { Surroundings } from './links.ts';
import { Problems } from './problems.ts';
import { type NoteReading, NoteRefused, type NoteSource, readNote } from './read-note.ts';

/** What all notes of a folder are read with. Can be sent to another thread. */
export interface Frame extends Pick<NoteSource, 'unnamed' | 'forms'> {
  /** Path of the folder. */
  root: string;
  /** The site's base, with `/` at both ends. */
  base: string;
  /** Routes by path. */
  routes: ReadonlyMap<string, string>;
  /** Paths of all files as they are spelt, by their path in lower case and NFC. */
  spelling: ReadonlyMap<string, string>;
  facts: Facts;
}

/** A file to read. */
export type File = Pick<Place, 'path' | 'body' | 'frontMatter' | 'fallbackTitle'>;

const QUESTIONS = ['routeOf', 'fileAt', 'sizeOf', 'imageFaultAt'] as const;

/** Something that was asked about the file at `path`, and what was answered. */
export interface Asked {
  what: (typeof QUESTIONS)[number];
  path: string;
  answer: unknown;
}

export interface Outcome {
  /** Null where the file cannot be read as a note. */
  reading: NoteReading | null;
  /** Why it cannot. */
  refused: Problem[];
  asked: Asked[];
}

/** Reads a file. What keeps it from being read is told, whatever it is: no note brings the others down. */
export function readFile(
  frame: Frame,
  { path, body, frontMatter, fallbackTitle }: File,
  given?: Given,
): Outcome {
  const asked: Asked[] = [];
  const { facts, unnamed, forms } = frame;
  const around = listening(surroundings(frame, path), asked);
  try {
    const reading = readNote({
      body,
      frontMatter,
      around,
      facts,
      unnamed,
      ...(forms ? { forms } : {}),
      fallbackTitle,
      given: given ?? new Map(),
    });
    return { reading, refused: [], asked };
  } catch (reason) {
    const refused = new Problems();
    if (reason instanceof NoteRefused) refused.add(reason.excess.rule, reason.excess, reason.excess.detail);
    else if (reason instanceof RangeError) refused.add('too-deep', { line: 1 }, 'its parts');
    else
      refused.add('unreadable-file', { line: 1 }, reason instanceof Error ? reason.message : String(reason));
    return { reading: null, refused: refused.all, asked };
  }
}

/** What the folder answers about its files, seen from the file at `path`. */
export function surroundings({ root, base, routes, spelling }: Frame, path: string): Required<Surroundings> {
  return {
    path,
    base,
    routeOf: (path) => routes.get(path) ?? null,
    fileAt: (path) => spelling.get(path.normalize('NFC').toLowerCase()) ?? null,
    sizeOf: (path) => imageSizeOf(join(root, path)),
    imageFaultAt: (path) => imageFaultOf(join(root, path)),
  };
}

/** The surroundings, taking down what is asked of them. */
function listening(around: Required<Surroundings>, asked: Asked[]): Surroundings {
  const heard = QUESTIONS.map((what) => [
    what,
    (path: string) => {
      const answer = around[what](path);
      asked.push({ what, path, answer });
      return answer;
    },
  ]);
  return { ...around, ...Object.fromEntries(heard) };
}
