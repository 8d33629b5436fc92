/**
 * The site's constants: where the notes are and where the site will stand.
 *
 * The one place of a build that reads the environment; the loader, the integrations and
 * astro.config.mjs take their values from here. A variable that is there and says nothing is as none.
 */
import { createHash } from 'node:crypto';
import { type Channel, channel } from 'node:diagnostics_channel';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { addressIn, baseIn, hostIn } from './address.ts';
import { languageTag } from './core/language.ts';
import { attachmentsFolder as folderOfAttachments } from './core/note.ts';
import { readSettings } from './markdown/settings.ts';

const { NOTES_DIR, SITE_URL, BASE_PATH, EDIT_URL, OFFLINE, SITE_LANG } = process.env;

/** Absolute path of the folder of notes. */
export const notesFolder = resolve(NOTES_DIR || 'content');

/** Where the files that notes show stand, below the site's base. */
export const attachmentsFolder = folderOfAttachments;

/** Where the site stands on its host, with `/` at both ends. */
export const basePath = baseIn(BASE_PATH);

/** Address of the host, if it is known: `https://example.org`. */
export const siteUrl = hostIn(SITE_URL);

/** Address below which each note can be edited, if stated: `https://github.com/o/r/edit/main/content`. */
export const editUrl = addressIn('EDIT_URL', EDIT_URL)?.href;

/**
 * Language of the site: of its own words, and of all notes that do not state theirs. A tag such as `en` or `pt-BR`,
 * from the variable or from `lang` in unfold.yaml.
 */
export const siteLang = languageOf(SITE_LANG);

function languageOf(wanted: string | undefined): string {
  if (wanted) {
    const tag = languageTag(wanted);
    if (tag === null)
      throw new Error(
        `SITE_LANG is “${wanted}”, which is no tag of a language. Write one such as en, ja or pt-BR.`,
      );
    return tag;
  }
  const file = join(notesFolder, 'unfold.yaml');
  return readSettings(existsSync(file) ? readFileSync(file, 'utf8') : null).settings.lang ?? 'en';
}
/** Whether pages are kept for reading without a network; `OFFLINE=off` takes back what earlier versions kept. */
export const offline = OFFLINE !== 'off';

/** Where Astro keeps what it read. One folder per folder of notes, so that two builds at once never mix. */
export const cacheFolder = cacheFolderOf(notesFolder, basePath, siteLang);

/** The same for any folder of notes: its absolute path, the base of its site and the site's language. */
export function cacheFolderOf(notes: string, base: string, lang: string): string {
  const key = createHash('sha256').update(`${notes}\n${base}\n${lang}`).digest('hex').slice(0, 12);
  return `./node_modules/.astro/${key}/`;
}

/**
 * In dev the loader says here that it has read notes, for those who tell browsers: they are in one process, but not among
 * the same modules. `shown`: whether pages of notes show something else now; what search finds may differ in any case.
 */
export const notesRead = channel('unfold:notes-read') as Channel<{ shown: boolean }>;

/** What the loader read and the built site has to hold; handed over in a file of this name in the cache. */
export const manifestName = 'read.json';

/** What search has to index, as the loader read it: a `SearchDocument` a line, in a file of this name in the cache. */
export const documentsName = 'search.jsonl';

/**
 * In a build the loader says here that this file is written: the index is begun then, long before there are pages, while
 * another processor has nothing to do.
 */
export const documentsWritten = channel('unfold:documents-written') as Channel<undefined>;

/** A note for the search index. */
export interface SearchDocument {
  /** Address below the site's base, without a leading `/`. */
  url: string;
  /** HTML made for the index (`src/core/search-document.ts`). */
  html: string;
}

/** Folder of the search index below the site's base, with `/` at its end. */
export const indexFolder = 'pagefind/';

/** A topic or note that was read, and has a page. */
export interface ReadPage {
  /** The file or folder it comes from. */
  path: string;
  /** Its address below the site's base, with `/` at both ends. */
  route: string;
  /** Where its picture stands, below the site's base. */
  picture: string;
  title: string;
  /** Title of the topic that a note is in; null for a topic, and for a note at the folder's root. */
  topic: string | null;
  /** How many notes a topic has; null for a note. */
  notes: number | null;
  /** How many questions it asks. */
  questions: number;
  /** Day of its last change, `2026-11-23`, where the notes' history tells it. */
  updated: string | null;
}

/** The notes of the course, each as no more than a name. */
export interface NamedCourse {
  /** A digest of the site's code: what was made by other code is made anew. */
  code: string;
  /** Path of the folder in which every note is kept under its digest. */
  kept: string;
  topics: {
    route: string;
    title: string;
    /** In order; `cards` is how many a note has. */
    notes: { digest: string; cards: number }[];
  }[];
}

/** What stands in the manifest. */
export interface Manifest {
  /** Absolute path of the folder of notes. */
  root: string;
  /** Title of the course. */
  title: string;
  /** Where the picture of the home page stands, below the site's base. */
  picture: string;
  /** One page each. */
  pages: ReadPage[];
  /** The course by the names under which its notes are kept, for what is made of their cards. */
  course: NamedCourse;
  /** Files to carry along: path below the notes folder, address below the site's base. */
  attachments: { path: string; url: string }[];
}
