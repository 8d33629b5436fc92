/** What a new note is called and what stands in it. Pure: `new.ts` writes it. */
import { mark, shortSlug, slug } from '../markdown/slug.ts';

/** Names that Windows keeps for itself. */
const RESERVED = /^(?:con|prn|aux|nul|com\d|lpt\d)$/;
/** Letters that mean something in Markdown or HTML. */
const MARKS = /[\\`*_[\]<>#&~|]/g;
const NUMBER = /^(\d+)([.)\s_-]+)(?=\S)/;

/** Something that one has to say otherwise; the message says how. */
export class Refused extends Error {}

/**
 * The topic of `topics` (paths of folders, in reading order; `''` is the root) that is meant: by its path, or by its
 * name with or without its number. Without `wanted` the last one, and the root only where there is no other.
 * Throws `Refused` where none or several are meant, unless `begin` says that it shall be a new one.
 */
export function topicFor(topics: readonly string[], wanted: string | undefined, begin: boolean): string {
  if (wanted === undefined) {
    if (begin)
      throw new Refused('--new-topic needs a name. Say it with --topic, such as --topic 6-security.');
    return topics.findLast((topic) => topic !== '') ?? '';
  }
  const path = wanted.replace(/^\.?\/+|\/+$/g, '');
  const exact = topics.find((topic) => topic === path);
  if (exact !== undefined) return exact;
  const bare = (name: string): string => slug(name.replace(NUMBER, ''));
  const alike = topics.filter((topic) => topic !== '' && bare(topic) === bare(path));
  if (alike.length === 1 && alike[0] !== undefined) return alike[0];
  if (alike.length > 1)
    throw new Refused(`“${wanted}” may be ${alike.join(' or ')}. Write the topic with its number.`);
  if (!begin) {
    const known = topics.filter((topic) => topic !== '');
    throw new Refused(
      `There is no topic “${wanted}”. ${known.length > 0 ? `There are ${known.join(', ')}. ` : ''}Write one of them, or say --new-topic to begin this one.`,
    );
  }
  const parts = path.split('/');
  if (
    path === '' ||
    parts.some((part) => part.startsWith('.') || slug(part) === '' || /[\\:*?"<>|]/.test(part))
  )
    throw new Refused(
      `“${wanted}” is no name for a topic. Write a folder's name of letters, digits and hyphens, such as 6-security.`,
    );
  return path;
}

/**
 * Name of the file for a note called `title` among `names`, the files of its topic: its slug, after the next number
 * where the others have one, or where there are none. Throws `Refused` where one of them is called so already.
 */
export function fileNameFor(title: string, names: readonly string[]): string {
  const notes = names.filter((name) => !/^(?:readme|index)\b/i.test(name));
  const stem = shortSlug(title) || `note-${mark(title)}`;
  const same = notes.find((name) => slug(name.replace(/\.[^.]+$/, '').replace(NUMBER, '')) === stem);
  if (same !== undefined)
    throw new Refused(`There is a note of that name: ${same}. Write another title, or go on in that note.`);
  const numbered = notes.flatMap((name) => {
    const [, digits, separator] = NUMBER.exec(name) ?? [];
    return digits === undefined ? [] : [{ digits, separator: separator ?? '-' }];
  });
  if (numbered.length === 0) {
    if (notes.length === 0) return `1-${stem}.md`;
    return `${RESERVED.test(stem) ? 'note-' : ''}${stem}.md`;
  }
  const last = numbered.reduce((most, each) => (Number(each.digits) > Number(most.digits) ? each : most));
  const next = String(Number(last.digits) + 1).padStart(last.digits.length, '0');
  return `${next}${last.separator}${stem}.md`;
}

/** What stands in a note called `title`: a heading, and one question in the usual form. */
export function textOf(title: string): string {
  const heading = title.replace(MARKS, '\\$&');
  // Some read a summary as Markdown and some as HTML: this is the same in both.
  const prompt = title.replace(MARKS, (letter) => `&#${letter.charCodeAt(0)};`);
  return `# ${heading}

Say in a sentence or two what this note is about.

<details>
<summary>What is the first thing to know about “${prompt}”?</summary>

**The answer in one sentence.** Below it, whatever makes one believe it: a reason, an example, a table, code.

</details>
`;
}

/** The title without what no line can hold; throws `Refused` where nothing is left. */
export function cleanTitle(given: string): string {
  const title = given.replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ').trim();
  if (title === '') throw new Refused('The title is empty. Write what the note is about, in quotes.');
  if (title.length > 200)
    throw new Refused(
      `The title has ${title.length} letters. Write at most 200; the rest belongs into the note.`,
    );
  return title;
}
