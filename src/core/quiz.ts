/** A note as structured data, in the words of schema.org: a quiz of flashcards. */
import type { Note } from './note.ts';

/** A note and where it stands, all addresses absolute. */
export interface QuizNote extends Pick<Note, 'title' | 'description' | 'questions'> {
  lang: string;
  topic: { title: string; url: string } | null;
  url: string;
  course: { title: string; url: string };
}

/** What the page of a note says of itself; `data` is the address of the whole quiz. */
export function quizHead(note: QuizNote, data: string): object {
  return {
    '@context': 'https://schema.org',
    '@type': 'Quiz',
    '@id': note.url,
    name: note.title,
    ...(note.topic && { about: { '@type': 'Thing', name: note.topic.title } }),
    encoding: { '@type': 'MediaObject', encodingFormat: 'application/ld+json', contentUrl: data },
  };
}

/** The whole quiz: every answered question with its answer in words. */
export function quiz(note: QuizNote): object {
  const { title, description, lang, topic, url, course, questions } = note;
  return {
    '@context': 'https://schema.org',
    '@type': 'Quiz',
    '@id': url,
    url,
    name: title,
    ...(description && { description }),
    inLanguage: lang,
    isAccessibleForFree: true,
    ...(topic && { about: { '@type': 'Thing', name: topic.title, url: topic.url } }),
    isPartOf: { '@type': 'LearningResource', name: course.title, url: course.url },
    hasPart: questions
      .filter(({ state }) => state === 'answered')
      .map(({ id, context, prompt, answer }) => ({
        '@type': 'Question',
        '@id': `${url}#${encodeURIComponent(id)}`,
        eduQuestionType: 'Flashcard',
        ...(context && { about: { '@type': 'Thing', name: context } }),
        text: prompt,
        acceptedAnswer: { '@type': 'Answer', text: answer },
      })),
  };
}
