/** The feed of new and changed questions. It prompts and does not tell: answers stay on the site. */
import { Feed } from 'feed';
import { headline } from '../core/prompt.ts';
import { xmlText } from '../core/xml.ts';
import { notesFolder, siteUrl } from '../site.ts';
import { type Change, latestChanges } from './changes.ts';
import { course, type StudyNote } from './notes.ts';

/** As many as a reader who comes back after a while may want to see. */
const MOST = 50;

/** Name of the file, without its ending. */
export const feedName = 'feed';

let known: Promise<Change<StudyNote>[]> | undefined;

/** What the feed tells, newest first. Empty where the site does not know its host, or the notes have no history. */
function changes(): Promise<Change<StudyNote>[]> {
  const find = async () => (siteUrl ? latestChanges(notesFolder, (await course()).notes, MOST) : []);
  // Once for a build. In dev the notes change while the site runs, and few ask for their feed.
  if (import.meta.env.DEV) return find();
  known ??= find();
  return known;
}

/** Where the feed stands, `/feed.atom`; null where there is none. */
export async function feedAddress(): Promise<string | null> {
  return (await changes()).length > 0 ? `/${feedName}.atom` : null;
}

/** The feed as Atom. `address` makes a whole address of a route. */
export async function feed(address: (route: string) => string): Promise<string> {
  const { title, description, lang } = await course();
  const told = await changes();
  const atom = new Feed({
    title: xmlText(title),
    description: xmlText(description),
    language: lang,
    id: address('/'),
    link: address('/'),
    feedLinks: { atom: address(`/${feedName}.atom`) },
    author: { name: xmlText(title) },
    ...(told[0] && { updated: new Date(told[0].at) }),
    generator: false,
  });
  for (const { note, question, at } of told) {
    const [route = '', fragment = ''] = question.card.split(/#(.*)/s);
    atom.addItem({
      title: escaped(headline(question.prompt)),
      // The card's id is the first address the question had; it outlasts every edit.
      id: `${address(`/${route}/`)}#${encodeURIComponent(fragment)}`,
      link: `${address(note.route)}#${encodeURIComponent(question.id)}`,
      date: new Date(at),
      description: escaped(question.context ? `${question.context} · ${note.title}` : note.title),
    });
  }
  return atom.atom1();
}

/** Atom calls titles and summaries HTML here, and prompts have words such as `<details>`. */
function escaped(text: string): string {
  return xmlText(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
