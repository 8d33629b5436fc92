/** The deck of every topic as a table with answers, and that of the whole course. */
import type { APIRoute, InferGetStaticPropsType } from 'astro';
import { address } from '../../components/address.ts';
import { spreadsheet } from '../../core/spreadsheet.ts';
import { course, deckName, keyed, wholeCourse } from '../../data/notes.ts';

/** One table per topic, and one for all of them. */
export async function getStaticPaths() {
  const { topics } = await course();
  return keyed([
    ...topics
      .filter(({ notes }) => notes.length > 0)
      .map((topic) => ({ params: { topic: deckName(topic) }, props: { topics: [topic] } })),
    { params: { topic: wholeCourse }, props: { topics } },
  ]);
}

/** The table as CSV. */
export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = ({ props, site }) =>
  new Response(
    spreadsheet(props.topics, (route) => address(route, site)),
    {
      headers: { 'Content-Type': 'text/csv; charset=utf-8; header=present' },
    },
  );
