/** The Markdown of all notes of a topic in one file. */
import type { APIRoute, InferGetStaticPropsType } from 'astro';
import { address } from '../../components/address.ts';
import { allNotes } from '../../core/llms.ts';
import { course, deckName, keyed, sourceAddress } from '../../data/notes.ts';

/** One file per topic that has notes. */
export async function getStaticPaths() {
  const { topics } = await course();
  const paths = topics
    .filter((topic) => topic.notes.length > 0)
    .map((topic) => ({ params: { topic: deckName(topic) }, props: { topic } }));
  return keyed(paths);
}

/** The notes, one after the other. */
export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = ({ props: { topic }, site }) =>
  new Response(
    allNotes(
      { ...topic, topics: [topic] },
      {
        source: (note) => address(sourceAddress(note), site),
        file: (route) => address(route, site),
      },
      Number.POSITIVE_INFINITY,
    ),
    { headers: { 'Content-Type': 'text/markdown; charset=utf-8' } },
  );
