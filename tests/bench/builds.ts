/** How long folders of notes take to build, cold, warm and after a change, how much memory, and how both grow. */
import { Course, QUESTIONS } from './course.ts';
import { type Figure, type Measured, rounded } from './figure.ts';
import type { Taken } from './timed.ts';

/** Notes in each folder, from few to many. */
export const SIZES = [100, 1000, 10_000];

/** By how much ten times the notes may take more than ten times as long: as a power of their number. */
const MOST_GROWTH = 1.1;
/** In MB, for a thousand notes. */
const MOST_MEMORY = 2000;

interface Built {
  notes: number;
  questions: number;
  cold: Taken;
  warm: Taken;
  changed: Taken;
}

/** Builds folders of so many notes, one after the other; `course` is taken where it has as many. */
export async function builds(sizes: readonly number[], course: Course): Promise<Measured> {
  const all: Built[] = [];
  for (const notes of sizes) {
    const own = notes === course.notes ? course : new Course(notes);
    try {
      const cold = await own.cold();
      const warm = await own.build();
      await own.change();
      const changed = await own.build();
      all.push({ notes, questions: notes * QUESTIONS, cold, warm, changed });
    } finally {
      if (own !== course) await own.drop();
    }
  }
  return { figures: [...all.flatMap(figuresOf), ...growthOf(all)], details: all };
}

function figuresOf({ notes, cold, warm, changed }: Built): Figure[] {
  const memory = cold.megabytes;
  const most = notes === 1000 ? { most: MOST_MEMORY } : {};
  return [
    { name: `${notes} notes built, cold`, value: rounded(cold.seconds, 1), unit: 's' },
    ...(memory === null ? [] : [{ name: '  memory of it', value: memory, unit: 'MB', ...most }]),
    { name: '  built again', value: rounded(warm.seconds, 1), unit: 's' },
    { name: '  after a change to a note', value: rounded(changed.seconds, 1), unit: 's' },
  ];
}

/** The power of the number of notes with which the time grows, between the two largest folders. */
function growthOf(all: readonly Built[]): Figure[] {
  const [less, more] = all.slice(-2);
  if (!less || !more) return [];
  const growth = Math.log(more.cold.seconds / less.cold.seconds) / Math.log(more.notes / less.notes);
  return [
    { name: 'time grows with the notes to the', value: rounded(growth, 2), unit: '', most: MOST_GROWTH },
  ];
}
