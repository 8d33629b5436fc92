/** The Anki package of every topic, and of the whole course. */

import type { APIRoute, InferGetStaticPropsType } from 'astro';
import { openInNote } from '#words';
import { ANKI_CARDS } from '../../core/anki.ts';
import { course } from '../../data/notes.ts';
import { ankiExports, writePackage } from '../../exports/anki/export.ts';
import { basePath, notesFolder, siteUrl } from '../../site.ts';

/** One package per topic that has cards; that of the folder's root is `index`, that of the course `_course`. */
export async function getStaticPaths() {
  const { made, tooLarge } = ankiExports(await course());
  for (const { name, cards } of tooLarge) {
    console.warn(
      `There is no Anki package ${name}: its ${cards} cards are more than the ${ANKI_CARDS} that fit into the memory of a build. The packages of smaller topics are there.`,
    );
  }
  return made.map((what) => ({ params: { deck: what.name }, props: { what } }));
}

/** The package, made anew. */
export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = ({ props }) => {
  const bytes = writePackage(props.what, { url: siteUrl, base: basePath, openInNote }, notesFolder);
  return new Response(Buffer.from(bytes), { headers: { 'Content-Type': 'application/octet-stream' } });
};
