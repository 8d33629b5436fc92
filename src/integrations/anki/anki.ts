/**
 * Packages and texts for Anki: made beside the pages, in a thread of its own, and in dev when they are asked for. What they
 * are made of did not change since an earlier build in all topics but one, mostly; those are taken from there.
 */
import { createHash } from 'node:crypto';
import { copyFile, mkdir, readdir, readFile, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { ANKI_CARDS, ANKI_FOLDER, type AnkiFormat } from '../../core/anki.ts';
import { ankiExports } from '../../exports/anki/export.ts';
import { basePath, siteUrl } from '../../site.ts';
import { answering } from '../dev-answers.ts';
import { inThread } from '../in-thread.ts';
import { latestManifest } from '../manifest.ts';
import { wordsOfSite } from '../words.ts';
import type { AnkiFile, Task } from './thread.ts';

const TYPES: Record<AnkiFormat, string> = {
  apkg: 'application/octet-stream',
  txt: 'text/plain; charset=utf-8',
};

/** The integration for astro.config.mjs. */
export function anki(): AstroIntegration {
  let cache: URL;
  let task: Task;
  let writing: Promise<Error | undefined>;
  return {
    name: 'anki',
    hooks: {
      'astro:config:done': ({ config }) => {
        cache = config.cacheDir;
      },
      'astro:server:setup': ({ server, logger }) => {
        const find = async (path: string) => {
          if (!path.startsWith(ANKI_FOLDER)) return null;
          const { task } = await whatToDo(cache);
          const name = decodeURIComponent(path.slice(ANKI_FOLDER.length));
          const file = task.files.find((file) => nameOf(file) === name);
          if (!file) return null;
          const error = await written({ ...task, files: [file] });
          if (error) throw error;
          return { content: await readFile(join(task.folder, file.kept)), type: TYPES[file.format] };
        };
        server.middlewares.use(answering(find, logger));
      },
      'astro:build:start': async ({ logger }) => {
        const { tooLarge, ...found } = await whatToDo(cache);
        for (const { name, cards } of tooLarge)
          logger.warn(
            `There is no Anki package ${name}: its ${cards} cards are more than the ${ANKI_CARDS} that fit into the memory of a build. The packages of smaller topics are there.`,
          );
        task = found.task;
        // Beside the making of pages. What fails is told once those are written.
        writing = written(task);
      },
      'astro:build:done': async ({ dir }) => {
        const error = await writing;
        if (error) throw error;
        const to = fileURLToPath(new URL(ANKI_FOLDER, dir));
        await Promise.all(
          task.files.map(async (file) => {
            const copy = join(to, nameOf(file));
            await mkdir(dirname(copy), { recursive: true });
            await copyFile(join(task.folder, file.kept), copy);
          }),
        );
        await forgetOthers(task);
      },
    },
  };
}

/** Rejects never; gives back why the files of the task could not be written. */
const written = (task: Task) => inThread(new URL('./thread.ts', import.meta.url), task).done;

/** What stands of a file between `/anki/` and the end of its address. */
const nameOf = ({ what, format }: AnkiFile): string => `${what.name}.${format}`;

/** All files of the latest reading of the notes, and the packages there are not. */
async function whatToDo(cache: URL) {
  const { root, title, course } = await latestManifest(cache);
  const { made, tooLarge } = ankiExports({ title, topics: course.topics });
  const { openInNote } = await wordsOfSite();
  const place = { site: { url: siteUrl, base: basePath, openInNote }, root, code: course.code };
  const files = made.flatMap((what) =>
    (['apkg', 'txt'] as const).map((format) => {
      const hash = createHash('sha256').update(JSON.stringify([place, what, format]));
      return { format, what, kept: `${hash.digest('hex')}.${format}` };
    }),
  );
  const folder = (name: string) => fileURLToPath(new URL(name, cache));
  const task: Task = { ...place, notes: course.kept, cards: folder('cards'), folder: folder('anki'), files };
  return { task, tooLarge };
}

/** Removes what stands in the folder and is not of the task. */
async function forgetOthers({ folder, files }: Task): Promise<void> {
  const wanted = new Set(files.map(({ kept }) => kept));
  const others = (await readdir(folder)).filter((name) => !wanted.has(name));
  await Promise.all(others.map((name) => rm(join(folder, name), { force: true })));
}
