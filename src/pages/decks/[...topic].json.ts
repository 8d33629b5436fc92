/** The deck of every topic, and all decks of the course in one file. */
import type { APIRoute, InferGetStaticPropsType } from 'astro';
import { cardsOf, type Deck } from '../../core/card.ts';
import { course, deckName, type StudyTopic, wholeCourse } from '../../data/notes.ts';

/** One deck per topic; that of the folder's root is `index`. */
export async function getStaticPaths() {
  const { title, topics } = await course();
  return [
    ...topics.map((topic) => ({ params: { topic: deckName(topic) }, props: { json: () => deckOf(topic) } })),
    { params: { topic: wholeCourse }, props: { json: () => ({ title, decks: topics.map(deckOf) }) } },
  ];
}

function deckOf({ route, title, notes }: StudyTopic): Deck {
  return { topic: route, title, cards: notes.flatMap(cardsOf) };
}

/** The deck, or all decks, as JSON. */
export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = ({ props }) =>
  Response.json(props.json());
