import { resolve } from 'node:path';
import { openInNote } from '#words';
import { KeptTexts } from '../../data/kept-texts.ts';
import { siteCode } from '../../data/notes.ts';
import type { Workplace } from '../../exports/anki/export.ts';
import { basePath, cacheFolder, notesFolder, siteUrl } from '../../site.ts';

const kept = new KeptTexts(resolve(cacheFolder, 'cards'));
let isTidy = false;

/** Where Anki's packages are made. Cards that no build has asked for lately are not kept any longer. */
export async function workplace(): Promise<Workplace> {
  if (!isTidy) kept.tidy();
  isTidy = true;
  return {
    site: { url: siteUrl, base: basePath, openInNote },
    root: notesFolder,
    kept,
    code: await siteCode(),
  };
}
