/** The Anki package of every topic, and of the whole course. */
import type { APIRoute, InferGetStaticPropsType } from 'astro';
import { ANKI_CARDS } from '../../core/anki.ts';
import { course, keyed } from '../../data/notes.ts';
import { ankiExports } from '../../exports/anki/export.ts';
import { made } from './_made.ts';

/** One package per topic that has cards; that of the folder's root is `index`, that of the course `_course`. */
export async function getStaticPaths() {
  const { made: exports, tooLarge } = ankiExports(await course());
  for (const { name, cards } of tooLarge) {
    console.warn(
      `There is no Anki package ${name}: its ${cards} cards are more than the ${ANKI_CARDS} that fit into the memory of a build. The packages of smaller topics are there.`,
    );
  }
  return keyed(exports.map((what) => ({ params: { deck: what.name }, props: { what } })));
}

/** The package, made anew. */
export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = async ({ props }) =>
  new Response(await made('apkg', props.what), { headers: { 'Content-Type': 'application/octet-stream' } });
