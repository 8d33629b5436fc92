/** Writes packages and texts for Anki, in a thread of its own. */
import { existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { workerData } from 'node:worker_threads';
import type { AnkiFormat } from '../../core/anki.ts';
import { KeptNotes } from '../../data/kept-notes.ts';
import { KeptTexts } from '../../data/kept-texts.ts';
import { type AnkiExport, type Workplace, writePackage, writeText } from '../../exports/anki/export.ts';

/** A file that is to be there. */
export interface AnkiFile {
  format: AnkiFormat;
  what: AnkiExport;
  /** Its name in the folder, which stands for all that it is made of: a file that is there is not made again. */
  kept: string;
}

/** What is to be done. `notes`, `cards` and `folder`: paths of the folders of kept notes, of kept cards, and of the files. */
export interface Task extends Omit<Workplace, 'note' | 'kept'> {
  notes: string;
  cards: string;
  folder: string;
  files: AnkiFile[];
}

const { notes, cards, folder, files, ...place }: Task = workerData;
const keptCards = new KeptTexts(cards);
// Cards that no build has asked for lately are not kept any longer.
keptCards.tidy();
const workplace: Workplace = {
  ...place,
  kept: keptCards,
  note: ({ digest }) => new KeptNotes(notes).one(digest),
};
const write = { apkg: writePackage, txt: writeText };

mkdirSync(folder, { recursive: true });
for (const { format, what, kept } of files) {
  const file = join(folder, kept);
  if (existsSync(file)) continue;
  // Whole or not at all: a file that is there is believed.
  const part = `${file}.${process.pid}`;
  writeFileSync(part, write[format](what, workplace));
  renameSync(part, file);
}
