/** Every note as structured data: its questions with their answers, in a file beside the page. */
import type { APIRoute } from 'astro';
import { quizNote } from '../components/quiz-note.ts';
import { quiz } from '../core/quiz.ts';
import { course, isQuiz, param, quizAddress, type StudyNote, type StudyTopic } from '../data/notes.ts';

interface Props {
  note: StudyNote;
  topic: StudyTopic | null;
  of: { title: string; lang: string };
}

/** One file for each note with an answer, where the site knows its host: data without whole addresses says nothing. */
export async function getStaticPaths() {
  if (!import.meta.env.SITE) return [];
  const { title, lang, topics } = await course();
  return topics.flatMap((topic) =>
    topic.notes.filter(isQuiz).map((note) => ({
      params: { route: param(quizAddress(note).replace(/\.jsonld$/, '')) },
      props: { note, topic: topic.route === '/' ? null : topic, of: { title, lang } } satisfies Props,
    })),
  );
}

/** The quiz. */
export const GET: APIRoute<Props> = ({ props: { note, topic, of }, site }) => {
  if (!site) throw new Error('Structured data needs SITE_URL.');
  return new Response(JSON.stringify(quiz(quizNote(note, topic, of, site))), {
    headers: { 'Content-Type': 'application/ld+json' },
  });
};
