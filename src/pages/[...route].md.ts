/** The Markdown source of every note, landing notes included. */
import type { APIRoute, InferGetStaticPropsType } from 'astro';
import { allNotes, keyed, param, sourceAddress } from '../data/notes.ts';

/** One file per note. */
export async function getStaticPaths() {
  const notes = await allNotes();
  return keyed(
    notes.map((note) => ({
      params: { route: param(sourceAddress(note).replace(/\.md$/, '')) },
      props: { note },
    })),
  );
}

/** The source as it was read. */
export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = ({ props }) =>
  new Response(props.note.source, { headers: { 'Content-Type': 'text/markdown; charset=utf-8' } });
