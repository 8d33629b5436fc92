/** The cards of every topic, and of the whole course, in Anki's text format. */
import type { APIRoute, InferGetStaticPropsType } from 'astro';
import { course, keyed } from '../../data/notes.ts';
import { ankiExports, writeText } from '../../exports/anki/export.ts';
import { workplace } from './_place.ts';

/** One file beside every package. */
export async function getStaticPaths() {
  const { made } = ankiExports(await course());
  return keyed(made.map((what) => ({ params: { deck: what.name }, props: { what } })));
}

/** The text. */
export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = async ({ props }) =>
  new Response(writeText(props.what, await workplace()), {
    headers: { 'Content-Type': 'text/plain; charset=utf-8' },
  });
