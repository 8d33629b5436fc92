/** How the time to read notes grows with their number and with their length. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { readFolder } from '../../src/markdown/folder.ts';
import { longNote } from './long-note.ts';

export interface Growth {
  /** Size to seconds of processor time, which other work on the machine does not lengthen as it does waiting. */
  seconds: Record<number, number>;
  /** Time grows with size to this power, by least squares over all sizes: 1 is linear. */
  exponent: number;
}

/** Time to read folders of so many notes of 30 questions each. */
export function growthOfFolders(sizes: readonly number[]): Promise<Growth> {
  return growth(sizes, (notes) =>
    Array.from({ length: notes }, (_, n): [string, string] => [
      `${Math.floor(n / 50) + 1}-topic/${n + 1}-note.md`,
      longNote(30, n + 1),
    ]),
  );
}

/** Time to read one note of so many questions. They are brief, so that 20,000 stay below the size a note may have. */
export function growthOfNote(sizes: readonly number[]): Promise<Growth> {
  return growth(sizes, (questions) => [['note.md', briefNote(questions)]]);
}

function briefNote(questions: number): string {
  const words = longNote(30).match(/[a-z]{4,}/g) ?? [];
  const word = (n: number): string => words[(n * 31) % words.length] ?? '';
  const question = (_: unknown, n: number): string =>
    `<details><summary>${n + 1}. Why ${word(n)} ${word(n + 7)} ${word(3 * n)}?</summary>\n\n${word(n + 5)}.\n\n</details>\n`;
  return `# Brief\n\n${Array.from({ length: questions }, question).join('\n')}`;
}

async function growth(
  sizes: readonly number[],
  notesOf: (size: number) => [path: string, text: string][],
): Promise<Growth> {
  // The first reading pays for compiling the reader.
  await secondsToRead(notesOf(Math.min(...sizes)));
  const seconds: Record<number, number> = {};
  for (const size of sizes) seconds[size] = await secondsToRead(notesOf(size));
  return { seconds, exponent: exponentOf(seconds) };
}

async function secondsToRead(notes: [path: string, text: string][]): Promise<number> {
  const folder = await mkdtemp(join(tmpdir(), 'unfold-growth-'));
  try {
    for (const [path, text] of notes) {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await writeFile(join(folder, path), text);
    }
    const before = process.cpuUsage();
    const read = await readFolder(folder, { base: '/' });
    const { user, system } = process.cpuUsage(before);
    if (read.notes.length !== notes.length)
      throw new Error(
        `Of ${notes.length} notes ${read.notes.length} were read; the figures would mean nothing.`,
      );
    return Math.round((user + system) / 10_000) / 100;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Slope of the line through the logarithms, to two digits. */
function exponentOf(seconds: Record<number, number>): number {
  const points = Object.entries(seconds).map(
    ([size, time]) => [Math.log(Number(size)), Math.log(time)] as const,
  );
  const mean = (of: (point: readonly [number, number]) => number): number =>
    points.reduce((sum, point) => sum + of(point), 0) / points.length;
  const [x, y] = [mean((point) => point[0]), mean((point) => point[1])];
  const slope = mean((point) => (point[0] - x) * (point[1] - y)) / mean((point) => (point[0] - x) ** 2);
  return Math.round(slope * 100) / 100;
}
