/** The questions of every note as their author wrote them: what the page's buttons copy, asked for when one is pressed. */
import type { APIRoute, InferGetStaticPropsType } from 'astro';
import { course, cutsOf, keyed, param, sourceAddress } from '../data/notes.ts';

/** One file for each note that asks something. */
export async function getStaticPaths() {
  const { notes } = await course();
  return keyed(
    notes
      .filter((note) => note.questions.length > 0)
      .map((note) => ({
        params: { route: param(sourceAddress(note).replace(/\.md$/, '')) },
        props: { note },
      })),
  );
}

/** Markdown by the fragment of its question. */
export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = ({ props }) =>
  Response.json(cutsOf(props.note));
