/** The cards of every topic, and of the whole course, in Anki's text format. */
import type { APIRoute, InferGetStaticPropsType } from 'astro';
import { course, keyed } from '../../data/notes.ts';
import { ankiExports } from '../../exports/anki/export.ts';
import { made } from './_made.ts';

/** One file beside every package. */
export async function getStaticPaths() {
  const { made: exports } = ankiExports(await course());
  return keyed(exports.map((what) => ({ params: { deck: what.name }, props: { what } })));
}

/** The text. */
export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = async ({ props }) =>
  new Response(await made('txt', props.what), {
    headers: { 'Content-Type': 'text/plain; charset=utf-8' },
  });
