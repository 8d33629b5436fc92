/** Writes down what the search index is made from. */
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import type { Folder } from '../core/note.ts';
import { searchDocument } from '../core/search-document.ts';
import type { SearchDocument } from '../site.ts';
import { writeWhole } from './whole-file.ts';

/** Languages that Pagefind cuts into words by itself; here they come to it cut already. */
const CUT_ALREADY = /^(?:zh|ja|th)\b/i;

/** Writes a line for every note of the folder into `file`. One note at a time, so that a large folder is never held twice. */
export function writeDocuments(folder: Folder, file: URL): Promise<void> {
  return writeWhole(file, (part) => writeLines(folder, part));
}

async function writeLines({ notes, lang }: Folder, file: URL): Promise<void> {
  const out = createWriteStream(file);
  const failed = once(out, 'error').then(([error]) => {
    throw error;
  });
  const written = (async () => {
    for (const note of notes) {
      const document: SearchDocument = {
        url: encodeURI(note.route.slice(1)),
        html: searchDocument(note, CUT_ALREADY.test(lang) ? 'und' : lang),
      };
      if (!out.write(`${JSON.stringify(document)}\n`)) await once(out, 'drain');
    }
    out.end();
    await once(out, 'finish');
  })();
  await Promise.race([written, failed]);
}
