/** The deck of every topic, and all decks of the course in one file: with answers for everybody, and packed for the pages of the site. */
import type { APIRoute, InferGetStaticPropsType } from 'astro';
import { cardsOf, takenCardsOf } from '../../core/card.ts';
import { packed } from '../../core/packed-decks.ts';
import { course, deckName, packedDecks, type StudyTopic, wholeCourse } from '../../data/notes.ts';

/** One deck per topic; that of the folder's root is `index`. */
export async function getStaticPaths() {
  const { title, topics } = await course();
  const file = (topic: string, json: () => unknown) => ({ params: { topic }, props: { json } });
  const packedOf = (some: StudyTopic[]) => packed(some.map((topic) => deckOf(topic, cardsOf)));
  return [
    ...topics.map((topic) => file(deckName(topic), () => deckOf(topic, takenCardsOf))),
    file(wholeCourse, () => ({ title, decks: topics.map((topic) => deckOf(topic, takenCardsOf)) })),
    ...topics.map((topic) => file(`${packedDecks}/${deckName(topic)}`, () => packedOf([topic]))),
    file(packedDecks, () => packedOf(topics)),
  ];
}

function deckOf<C>({ route, title, notes }: StudyTopic, cards: (note: StudyTopic['notes'][number]) => C[]) {
  return { topic: route, title, cards: notes.flatMap(cards) };
}

/** The deck, or all decks, as JSON. */
export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = ({ props }) =>
  Response.json(props.json());
