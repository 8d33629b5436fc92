/**
 * The sites that the tests look at: built once per run, before the first test of a page.
 *
 * Two are made from the fixture notes, at the root of a host and below a path; one from the project's own
 * notes; one from notes in Japanese, with one in Arabic among them. The fixture notes are copied out of the project's history first: a folder without one is what
 * most people will point the site at. Below a path they have a short history of their own.
 */
import { execFileSync } from 'node:child_process';
import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { drawing, longNote } from './long-note.ts';
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
const japanese = join(cache, 'japanese');
/** The same notes in a repository of their own. */
const notesWithHistory = join(cache, 'notes-with-history');

/** Every site that the tests look at, by name. */
export const sites = {
  notes: { folder: join(cache, 'notes-site'), base: '/' },
  below: { folder: join(cache, 'below-site'), base: '/a/b/' },
  course: { folder: join(cache, 'course-site'), base: '/' },
  japanese: { folder: join(cache, 'japanese-site'), base: '/' },
} satisfies Record<string, Site>;

/** The fixture notes' site as it is published a second time: its first note begins with other words. */
export const later: Site = { folder: join(cache, 'later-site'), base: '/' };

const laterNotes = join(cache, 'later-notes');

/** The fixture notes among so many others, in topics after theirs. Some of those are very long, one by its questions. */
export const crowded: Site = { folder: join(cache, 'crowded-site'), base: '/' };

const crowdedNotes = join(cache, 'crowded-notes');
const CROWD = 200;
/** The notes of a topic that is too large for one page for print, and the words of each beside its question. */
const TOMES = 3;
const TOME = 250_000;
/** The questions of the note at `7-many/1-many/`. Its author numbered none. */
const MANY = 500;

/** Name of a site. */
export type SiteName = keyof typeof sites;

/** What a build in the container is told unless somebody says more: variables are there, and some say nothing. */
export const inContainer = { SITE_URL: '', BASE_PATH: '/', NOTES_DIR: 'content', SITE_LANG: '' };

const environments: Record<SiteName, Record<string, string>> = {
  notes: { NOTES_DIR: notes },
  below: {
    NOTES_DIR: notesWithHistory,
    BASE_PATH: sites.below.base,
    SITE_URL: 'https://notes.example',
    EDIT_URL: 'https://notes.example/edit',
    SITE_LANG: 'EN',
  },
  course: inContainer,
  japanese: { NOTES_DIR: japanese },
};

/** Lays the fixture notes out anew, with a generated note of thirty questions beside them. */
export async function layNotes(): Promise<void> {
  await rm(cache, { recursive: true, force: true });
  await mkdir(cache, { recursive: true });
  await cp(join(root, 'tests', 'fixtures', 'notes'), notes, { recursive: true });
  await cp(join(root, 'tests', 'fixtures', 'japanese'), japanese, { recursive: true });
  await mkdir(join(notes, '3-tea'));
  await writeFile(join(notes, '3-tea', '1-thirty.md'), longNote(30));
  await cp(notes, notesWithHistory, { recursive: true });
  await giveHistory(notesWithHistory);
  await cp(notes, crowdedNotes, { recursive: true });
  const crowd = join(crowdedNotes, '9-crowd');
  await mkdir(crowd);
  for (let seed = 1; seed <= CROWD; seed += 1) {
    await writeFile(join(crowd, `${seed}-note.md`), longNote(1, seed));
  }
  const tomes = join(crowdedNotes, '8-tomes');
  await mkdir(tomes);
  for (let seed = 1; seed <= TOMES; seed += 1) {
    const prose = Array.from({ length: TOME }, drawing(seed)).join(' ');
    await writeFile(join(tomes, `${seed}-tome.md`), `${longNote(1, seed)}\n${prose}\n`);
  }
  await mkdir(join(crowdedNotes, '7-many'));
  const many = longNote(MANY).replace(/<summary>\d+\. /g, '<summary>');
  await writeFile(join(crowdedNotes, '7-many', '1-many.md'), many);
  await cp(notes, laterNotes, { recursive: true });
  const dough = join(laterNotes, '1-bread', '1-dough.md');
  const text = await readFile(dough, 'utf8');
  await writeFile(dough, text.replace('What happens in a bowl', 'What a bowl is for'));
}

/** The note whose first question is put otherwise until the second day. */
const brewing = join('2-coffee', '1-brewing.md');

/** Days of the two commits, at noon UTC. */
export const days = { first: '2026-01-10', second: '2026-02-20' };

async function giveHistory(folder: string): Promise<void> {
  const git = (day: string, ...command: string[]) =>
    execFileSync('git', ['-C', folder, ...command], {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: {
        ...process.env,
        GIT_CONFIG_GLOBAL: '/dev/null',
        GIT_CONFIG_SYSTEM: '/dev/null',
        GIT_AUTHOR_NAME: 'Tests',
        GIT_AUTHOR_EMAIL: 'tests@notes.example',
        GIT_COMMITTER_NAME: 'Tests',
        GIT_COMMITTER_EMAIL: 'tests@notes.example',
        GIT_AUTHOR_DATE: `${day}T12:00:00Z`,
        GIT_COMMITTER_DATE: `${day}T12:00:00Z`,
      },
    });
  const file = join(folder, brewing);
  const now = await readFile(file, 'utf8');
  git(days.first, 'init', '--quiet', '--initial-branch=main');
  await writeFile(file, now.replace('How fine should the coffee be?', 'How fine?'));
  git(days.first, 'add', '--all');
  git(days.first, 'commit', '--quiet', '--message=First');
  await writeFile(file, now);
  git(days.second, 'commit', '--quiet', '--all', '--message=Second');
}

/** The commands that build the sites. */
export const builds: Step[] = [
  ...Object.entries(sites).map(([name, { folder }]) => build(name, folder, environments[name as SiteName])),
  build('later', later.folder, { NOTES_DIR: laterNotes }),
  build('crowded', crowded.folder, { NOTES_DIR: crowdedNotes }),
];

function build(name: string, folder: string, env: Record<string, string>): Step {
  return {
    name: `build of ${name}`,
    command: ['npm', 'run', '--silent', 'build', '--', '--outDir', folder],
    env,
  };
}
