/** The cards of every topic, and of the whole course, in Anki's text format. */

import type { APIRoute, InferGetStaticPropsType } from 'astro';
import { openInNote } from '#words';
import { course } from '../../data/notes.ts';
import { ankiExports, writeText } from '../../exports/anki/export.ts';
import { basePath, notesFolder, siteUrl } from '../../site.ts';

/** One file beside every package. */
export async function getStaticPaths() {
  return ankiExports(await course()).made.map((what) => ({ params: { deck: what.name }, props: { what } }));
}

/** The text. */
export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = ({ props }) =>
  new Response(writeText(props.what, { url: siteUrl, base: basePath, openInNote }, notesFolder), {
    headers: { 'Content-Type': 'text/plain; charset=utf-8' },
  });
