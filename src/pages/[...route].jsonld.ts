/** Every note as structured data: its questions with their answers, in a file beside the page. */
import type { APIRoute } from 'astro';
import { quizNote } from '../components/quiz-note.ts';
import { quiz } from '../core/quiz.ts';
import {
  course,
  isQuiz,
  keyed,
  nameOf,
  param,
  quizAddress,
  type StudyNote,
  type TopicName,
} from '../data/notes.ts';

interface Props {
  note: StudyNote;
  topic: TopicName | null;
  of: { title: string; lang: string };
}

/** One file for each note with an answer, where the site knows its host: data without whole addresses says nothing. */
export async function getStaticPaths() {
  if (!import.meta.env.SITE) return [];
  const { title, lang, topics } = await course();
  const paths = topics.flatMap((topic) =>
    topic.notes.filter(isQuiz).map((note) => ({
      params: { route: param(quizAddress(note).replace(/\.jsonld$/, '')) },
      props: {
        note,
        topic: topic.route === '/' ? null : nameOf(topic),
        of: { title, lang },
      } satisfies Props,
    })),
  );
  return keyed(paths);
}

/** The quiz. */
export const GET: APIRoute<Props> = ({ props: { note, topic, of }, site }) => {
  if (!site) throw new Error('Structured data needs SITE_URL.');
  return new Response(JSON.stringify(quiz(quizNote(note, topic, of, site))), {
    headers: { 'Content-Type': 'application/ld+json' },
  });
};
