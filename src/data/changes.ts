/**
 * When questions last changed, from the history of the folder of notes.
 *
 * One walk through what Git tells, newest commit first, until enough is known. Each line of a note as it is now is
 * followed back to the commit that wrote it; a question changed when the newest of its own lines was written.
 */
import type { Note, Question } from '../core/note.ts';
import { type FileChange, FORMAT, type Hunk, readCommits } from './diffs.ts';
import { git, gitLines } from './git.ts';

/** A question that is new or has changed. */
export interface Change<N> {
  note: N;
  question: Question;
  /** When, in epoch ms. */
  at: number;
}

/** A note on the way back through history. */
interface Trail {
  /** The question of each line, by index; -1 where the line is none's or says nothing. */
  owners: number[];
  /** Where each line stood, 1-based; 0 once it is known who wrote it. */
  lines: number[];
  note: number;
}

/**
 * The newest `most` answered questions of `notes`, newest first; of the same commit in the order of the notes. A
 * question that is being worked on is left out. Empty where there is no history, or only its last commit.
 */
export async function latestChanges<N extends Pick<Note, 'path' | 'source' | 'questions'>>(
  folder: string,
  notes: readonly N[],
  most: number,
): Promise<Change<N>[]> {
  // A shallow clone knows one commit, and would date every question to it.
  if ((await git(folder, 'rev-parse', '--is-shallow-repository')) !== 'false') return [];
  const trails = new Map(notes.map((note, index) => [note.path, trailOf(note, index)]));
  const found = new Map<Question, Change<N> | null>();
  let dated = 0;

  async function* changes(): AsyncGenerator<string> {
    yield* gitLines(folder, 'diff', ...FORMAT, 'HEAD', '--', '.');
    // Along the first parents each patch applies to the one before, and a date is when a change arrived.
    const walk = ['log', '--first-parent', '-m', `--format=format:%x00%ct`];
    yield* gitLines(folder, ...walk, ...FORMAT, '--', '.');
  }
  for await (const { at, files } of readCommits(changes())) {
    for (const { trail, file } of trailsOf(files, trails)) {
      const note = notes[trail.note];
      for (const owner of settle(trail, file.hunks)) {
        const question = note?.questions[owner];
        if (note === undefined || question === undefined || found.has(question)) continue;
        found.set(question, at === null ? null : { note, question, at });
        if (at !== null) dated++;
      }
    }
    if (dated >= most) break;
  }
  const order = new Map(notes.flatMap(({ questions }) => questions).map((question, n) => [question, n]));
  const place = ({ question }: Change<N>): number => order.get(question) ?? 0;
  return [...found.values()]
    .filter((change) => change !== null)
    .sort((a, b) => b.at - a.at || place(a) - place(b))
    .slice(0, most);
}

function trailOf({ source, questions }: Pick<Note, 'source' | 'questions'>, note: number): Trail {
  const text = source.split('\n');
  const owners = text.map(() => -1);
  // Follow-up questions come after the question they follow up, and take their lines from it.
  questions.forEach(({ cut, state }, index) => {
    owners.fill(state === 'answered' ? index : -1, cut.start.line - 1, cut.end.line);
  });
  const says = (line: string): boolean => /[\p{L}\p{N}]/u.test(line.replace(/<[^>]*>/g, ''));
  return {
    owners: owners.map((owner, n) => (says(text[n] ?? '') ? owner : -1)),
    lines: text.map((_, n) => n + 1),
    note,
  };
}

/** The trails that a commit crosses. They go on under the names that their files had before. */
function trailsOf(files: FileChange[], trails: Map<string, Trail>): { trail: Trail; file: FileChange }[] {
  const crossed = files.flatMap((file) => {
    const trail = file.to === null ? undefined : trails.get(file.to);
    return trail === undefined ? [] : [{ trail, file }];
  });
  for (const { file } of crossed) if (file.to !== null) trails.delete(file.to);
  for (const { trail, file } of crossed) if (file.from !== null) trails.set(file.from, trail);
  return crossed;
}

/** Takes a trail to before `hunks`. Gives the owners of the lines that they wrote. */
function settle({ lines, owners }: Trail, hunks: readonly Hunk[]): Set<number> {
  const written = new Set<number>();
  let next = 0;
  let shift = 0;
  // Lines that are left keep their order, and so do the hunks.
  for (const [index, line] of lines.entries()) {
    if (line === 0) continue;
    for (let hunk = hunks[next]; hunk !== undefined && endOf(hunk) <= line; hunk = hunks[++next]) {
      shift += hunk.before.count - hunk.after.count;
    }
    const hunk = hunks[next];
    const isWritten = hunk !== undefined && hunk.after.count > 0 && line >= hunk.after.line;
    lines[index] = isWritten ? 0 : line + shift;
    const owner = owners[index] ?? -1;
    if (isWritten && owner >= 0) written.add(owner);
  }
  return written;
}

/** The first line after a hunk. One that only takes lines away stands after the line it names. */
function endOf({ after }: Hunk): number {
  return after.line + Math.max(after.count, 1);
}
