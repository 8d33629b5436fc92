/** The course for language models: `llms.txt` as llmstxt.org proposes it, and all notes in one file. */
import type { Note } from './note.ts';

type Read = Pick<Note, 'title' | 'description' | 'route' | 'source'>;

/** A topic with its notes in reading order. */
export interface ReadTopic {
  title: string;
  description: string;
  notes: readonly Read[];
  landing: Pick<Note, 'route' | 'source'> | null;
}

/** What is said of the course. */
export interface ReadCourse {
  title: string;
  description: string;
  topics: readonly ReadTopic[];
}

/** Where things are: each makes a link. */
export interface Addresses {
  /** Of a note's Markdown. */
  source: (note: Pick<Note, 'route'>) => string;
  /** Of a file of the site: `/llms-full.txt`. */
  file: (route: string) => string;
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();
const inBrackets = (text: string): string => oneLine(text).replace(/[\\[\]]/g, '\\$&');

/** The list of notes, a section for each topic. */
export function llmsText({ title, description, topics }: ReadCourse, { source, file }: Addresses): string {
  const summary = description ? `\n> ${oneLine(description)}\n` : '';
  const sections = topics
    .filter(({ notes }) => notes.length > 0)
    .map(
      (topic) =>
        `\n## ${oneLine(topic.title)}\n\n${topic.notes
          .map((note) => {
            const about = note.description ? `: ${oneLine(note.description)}` : '';
            return `- [${inBrackets(note.title)}](${source(note)})${about}\n`;
          })
          .join('')}`,
    );
  return `# ${oneLine(title)}
${summary}
Study notes as questions with answers. Each link leads to a note's Markdown, in which an answer stands in a \`<details>\`
under its question.
${sections.join('')}
## Optional

- [All notes in one file](${file('/llms-full.txt')})
- [All questions with answers as a table](${file('/decks/_course.csv')}): CSV
`;
}

/**
 * The Markdown of all notes of `topics`, each after its address. Notes that would make it longer than `limit`, in
 * characters, are left out, and its last paragraph says how many and where they are.
 */
export function allNotes(
  { title, description, topics }: ReadCourse,
  { source, file }: Addresses,
  limit: number,
): string {
  const parts = [`# ${oneLine(title)}\n`, ...(description ? [`\n> ${oneLine(description)}\n`] : [])];
  let length = parts.join('').length;
  let left = 0;
  const notes = topics.flatMap((topic) => [...(topic.landing ? [topic.landing] : []), ...topic.notes]);
  for (const note of notes) {
    const part = `\n---\n\n<${source(note)}>\n\n${withoutFrontMatter(note.source).trim()}\n`;
    if (left > 0 || length + part.length > limit) left++;
    else {
      parts.push(part);
      length += part.length;
    }
  }
  if (left > 0)
    parts.push(
      `\n---\n\nThis file ends here, because it would become too long: ${left} of ${notes.length} notes are not in it. <${file('/llms.txt')}> has the address of each.\n`,
    );
  return parts.join('');
}

/** Keys at the top are for the site. */
function withoutFrontMatter(source: string): string {
  return source.replace(/^---\n[\s\S]*?\n---(?:\n|$)/, '');
}
