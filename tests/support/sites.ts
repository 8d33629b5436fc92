/**
 * The sites that the tests look at: built once per run, before the first test of a page.
 *
 * Two are made from the fixture notes, at the root of a host and below a path; one from the project's own
 * notes. The fixture notes are copied out of the project's history first: a folder without one is what
 * most people will point the site at.
 */
import { cp, mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { longNote } from './long-note.ts';
import { root, type Step } from './step.ts';

/** A built site of the tests. */
export interface Site {
  /** Folder with its pages. */
  folder: string;
  /** Path below which it is served, with `/` at both ends. */
  base: string;
}

const cache = join(root, '.cache', 'tests');
const notes = join(cache, 'notes');

/** Every site that the tests look at, by name. */
export const sites = {
  notes: { folder: join(cache, 'notes-site'), base: '/' },
  below: { folder: join(cache, 'below-site'), base: '/a/b/' },
  course: { folder: join(cache, 'course-site'), base: '/' },
} satisfies Record<string, Site>;

/** Name of a site. */
export type SiteName = keyof typeof sites;

const environments: Record<SiteName, Record<string, string>> = {
  notes: { NOTES_DIR: notes },
  below: {
    NOTES_DIR: notes,
    BASE_PATH: sites.below.base,
    SITE_URL: 'https://notes.example',
    EDIT_URL: 'https://notes.example/edit',
  },
  course: {},
};

/** Lays the fixture notes out anew, with a generated note of thirty questions beside them. */
export async function layNotes(): Promise<void> {
  await rm(cache, { recursive: true, force: true });
  await mkdir(cache, { recursive: true });
  await cp(join(root, 'tests', 'fixtures', 'notes'), notes, { recursive: true });
  await mkdir(join(notes, '3-tea'));
  await writeFile(join(notes, '3-tea', '1-thirty.md'), longNote(30));
}

/** The commands that build the sites. */
export const builds: Step[] = Object.entries(sites).map(([name, { folder }]) => ({
  name: `build of ${name}`,
  command: ['npm', 'run', '--silent', 'build', '--', '--outDir', folder],
  env: environments[name as SiteName],
}));
