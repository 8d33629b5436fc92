/** How long a large folder of notes takes to build, cold, warm and after a change, and how much memory. */
import { type Course, QUESTIONS } from './course.ts';
import type { Measured } from './figure.ts';

export async function builds(course: Course): Promise<Measured> {
  const cold = await course.build();
  const warm = await course.build();
  await course.change();
  const changed = await course.build();
  const { notes } = course;
  const { megabytes } = cold;
  return {
    figures: [
      { name: `${notes} notes built, cold`, value: cold.seconds, unit: 's' },
      ...(megabytes === null ? [] : [{ name: 'memory of it', value: megabytes, unit: 'MB', most: 2000 }]),
      { name: 'built again', value: warm.seconds, unit: 's' },
      { name: 'after a change to a note', value: changed.seconds, unit: 's' },
    ],
    details: { notes, questions: notes * QUESTIONS, cold, warm, changed },
  };
}
