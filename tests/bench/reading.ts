/** How the time to read notes grows with their number and length. */
import { growthOfFolders, growthOfNote } from '../support/growth.ts';
import type { Measured } from './figure.ts';

/** `notes`: about how many notes the folders have. */
export async function reading(notes: number): Promise<Measured> {
  const folders = await growthOfFolders([notes / 4, notes / 2, notes, notes * 2].map(Math.ceil));
  const questionsInANote = await growthOfNote([100, 1000, 5000, 20_000]);
  return {
    figures: [
      { name: 'reading grows with the notes, to the power', value: folders.exponent, unit: '' },
      { name: 'and with the questions of a note', value: questionsInANote.exponent, unit: '' },
    ],
    details: { notes: folders, questionsInANote },
  };
}
