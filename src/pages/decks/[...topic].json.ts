/** The deck of every topic. */
import type { APIRoute, InferGetStaticPropsType } from 'astro';
import { cardsOf, type Deck } from '../../core/card.ts';
import { course, param } from '../../data/notes.ts';

/** One deck per topic; that of the folder's root is `index`. */
export async function getStaticPaths() {
  const { topics } = await course();
  return topics.map(({ route, title, notes }) => {
    const deck: Deck = { topic: route, title, cards: notes.flatMap(cardsOf) };
    return { params: { topic: param(route) ?? 'index' }, props: { deck } };
  });
}

/** The deck as JSON. */
export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = ({ props }) =>
  Response.json(props.deck);
