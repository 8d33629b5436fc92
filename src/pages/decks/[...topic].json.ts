/** The deck of every topic, and all decks of the course in one file: with answers for everybody, and packed for the pages of the site. */
import type { APIRoute, InferGetStaticPropsType } from 'astro';
import { cardsOf, takenCardsOf } from '../../core/card.ts';
import { packed } from '../../core/packed-decks.ts';
import { course, deckName, keyed, packedDecks, type StudyTopic, wholeCourse } from '../../data/notes.ts';

/** One deck per topic; that of the folder's root is `index`. */
export async function getStaticPaths() {
  const { title, topics } = await course();
  const file = (topic: string, form: Form, shown: StudyTopic[]) => ({
    params: { topic },
    props: { form, title, topics: shown },
  });
  return keyed([
    ...topics.map((topic) => file(deckName(topic), 'deck', [topic])),
    file(wholeCourse, 'course', topics),
    ...topics.map((topic) => file(`${packedDecks}/${deckName(topic)}`, 'packed', [topic])),
    file(packedDecks, 'packed', topics),
  ]);
}

type Form = keyof typeof forms;

const forms = {
  deck: (_: string, [topic]: StudyTopic[]) => topic && deckOf(topic, takenCardsOf),
  course: (title: string, topics: StudyTopic[]) => ({
    title,
    decks: topics.map((topic) => deckOf(topic, takenCardsOf)),
  }),
  packed: (_: string, topics: StudyTopic[]) => packed(topics.map((topic) => deckOf(topic, cardsOf))),
};

function deckOf<C>({ route, title, notes }: StudyTopic, cards: (note: StudyTopic['notes'][number]) => C[]) {
  return { topic: route, title, cards: notes.flatMap(cards) };
}

/** The deck, or all decks, as JSON. */
export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = ({
  props: { form, title, topics },
}) => Response.json(forms[form](title, topics));
