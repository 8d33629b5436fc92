/** The Markdown source of every note, landing notes included. */
import type { APIRoute, InferGetStaticPropsType } from 'astro';
import { allNotes, param, sourceAddress } from '../data/notes.ts';

/** One file per note. */
export async function getStaticPaths() {
  const notes = await allNotes();
  return notes.map((note) => ({
    params: { route: param(sourceAddress(note).replace(/\.md$/, '')) },
    props: { source: note.source },
  }));
}

/** The source as it was read. */
export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = ({ props }) =>
  new Response(props.source, { headers: { 'Content-Type': 'text/markdown; charset=utf-8' } });
