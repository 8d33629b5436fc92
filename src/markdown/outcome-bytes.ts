/** An outcome as bytes, for the way from a thread and for a file. */
import { deserialize, serialize } from 'node:v8';
import type { Problem } from '../core/note.ts';
import type { Outcome } from './place-reader.ts';
import { Problems } from './problems.ts';

/** What is written: a class does not survive the way. */
type Plain = [outcome: Outcome, problems: Problem[]];

/** The outcome as bytes, which have a buffer of their own. */
export function toBytes({ reading, ...rest }: Outcome): Uint8Array<ArrayBuffer> {
  const { problems = null, ...plain } = reading ?? {};
  const written: Plain = [{ ...rest, reading: reading && (plain as typeof reading) }, problems?.all ?? []];
  return new Uint8Array(serialize(written));
}

/** What `toBytes` was given. Throws where the bytes are none of its. */
export function fromBytes(bytes: Uint8Array): Outcome {
  const [outcome, problems] = deserialize(bytes) as Plain;
  if (outcome.reading) outcome.reading.problems = Problems.of(problems);
  return outcome;
}
