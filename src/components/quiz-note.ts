/** A note as structured data wants it: with whole addresses. */
import type { Note } from '../core/note.ts';
import type { QuizNote } from '../core/quiz.ts';
import { address } from './address.ts';

/** What there is to say of `note`, which stands in `topic` unless it is at the folder's root. */
export function quizNote(
  note: Pick<Note, 'title' | 'description' | 'questions' | 'lang' | 'route'>,
  topic: { title: string; route: string } | null,
  course: { title: string; lang: string },
  site: URL,
): QuizNote {
  const { title, description, questions, lang, route } = note;
  return {
    title,
    description,
    questions,
    lang: lang ?? course.lang,
    topic: topic && { title: topic.title, url: address(topic.route, site) },
    url: address(route, site),
    course: { title: course.title, url: address('/', site) },
  };
}
