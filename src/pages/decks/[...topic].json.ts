/** The deck of every topic, and all decks of the course in one file: for everybody, and packed for the pages of the site. */
import type { APIRoute, InferGetStaticPropsType } from 'astro';
import { cardsOf, type Deck } from '../../core/card.ts';
import { packed } from '../../core/packed-decks.ts';
import { course, deckName, keyed, packedDecks, type StudyTopic, wholeCourse } from '../../data/notes.ts';

/** One deck per topic; that of the folder's root is `index`. */
export async function getStaticPaths() {
  const { title, topics } = await course();
  const of = (name: string, form: Form, topics: StudyTopic[]) => ({
    params: { topic: name },
    props: { form, title, topics },
  });
  return keyed([
    ...topics.map((topic) => of(deckName(topic), 'deck', [topic])),
    of(wholeCourse, 'course', topics),
    of(packedDecks, 'packed', topics),
  ]);
}

type Form = keyof typeof forms;

const forms = {
  deck: (_: string, [deck]: Deck[]) => deck,
  course: (title: string, decks: Deck[]) => ({ title, decks }),
  packed: (_: string, decks: Deck[]) => packed(decks),
};

function deckOf({ route, title, notes }: StudyTopic): Deck {
  return { topic: route, title, cards: notes.flatMap(cardsOf) };
}

/** The deck, or all decks, as JSON. */
export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = ({
  props: { form, title, topics },
}) => Response.json(forms[form](title, topics.map(deckOf)));
