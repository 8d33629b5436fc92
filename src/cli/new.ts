/** `npm run new -- "TITLE" [FOLDER] [--topic TOPIC] [--new-topic]`: adds a note to write in. */
import { mkdir, readdir, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { arrange } from '../markdown/arrange.ts';
import { scan } from '../markdown/scan.ts';
import { readSettings } from '../markdown/settings.ts';
import { folderOf } from './folder.ts';
import { cleanTitle, fileNameFor, Refused, textOf, topicFor } from './new-note.ts';

const USAGE = 'Usage: npm run new -- "TITLE" [FOLDER] [--topic TOPIC] [--new-topic]';

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      topic: { type: 'string' },
      'new-topic': { type: 'boolean', default: false },
      help: { type: 'boolean' },
    },
  });
  const [given, folder, ...more] = positionals;
  if (values.help === true || given === undefined) {
    console.log(USAGE);
    return values.help === true ? 0 : 2;
  }
  const root = folderOf(folder);
  if (more.length > 0 || !(await isFolder(root)))
    throw new Refused(
      `There is no folder ${root}${more.length > 0 ? `, nor anything to do with “${more.join(' ')}”` : ''}. Put the title into quotes, and name a folder that exists.`,
    );
  const title = cleanTitle(given);
  const { topics } = await places(root);
  const topic = topicFor(topics, values.topic, values['new-topic']);
  const name = fileNameFor(title, await namesIn(join(root, topic)));
  const path = join(root, topic, name);
  await mkdir(dirname(path), { recursive: true });
  // Whatever came there in the meantime stays.
  await writeFile(path, textOf(title), { flag: 'wx' });

  const { notes } = await places(root);
  const note = notes.find((each) => join(root, each.path) === path);
  if (note === undefined)
    throw new Refused(
      `${path} was written, but unfold.yaml leaves it out. Write another topic, or change leaveOut.`,
    );
  const elsewhere = root === 'content' ? '' : `NOTES_DIR=${quoted(root)} `;
  const other = topics.length > 1 && values.topic === undefined ? ' For another topic say --topic.' : '';
  console.log(`${path} is there, with a first question.${other}`);
  console.log(`Write in it, and see it at ${encodeURI(note.route)} with: ${elsewhere}npm run dev`);
  console.log(`Before you publish it: ${elsewhere}npm run check, and ${elsewhere}npm run ids`);
  return 0;
}

/** Topics of the folder of notes, in reading order, and its notes. */
async function places(root: string): Promise<{ topics: string[]; notes: { path: string; route: string }[] }> {
  const found = await scan(root);
  const { topics, places: notes } = arrange(found.files, readSettings(found.settings).settings);
  return { topics: topics.map(({ path }) => path), notes };
}

async function namesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isFile() && /\.(?:mdx?|markdown|mdown|mkd)$/i.test(entry.name))
    .map((entry) => entry.name);
}

async function isFolder(path: string): Promise<boolean> {
  return (await stat(path).catch(() => null))?.isDirectory() === true;
}

/** A path as a shell takes it for one word. */
function quoted(path: string): string {
  return /^[\w./~-]+$/.test(path) ? path : `'${path.replaceAll("'", "'\\''")}'`;
}

try {
  process.exitCode = await main();
} catch (reason) {
  console.error(reason instanceof Error ? reason.message : String(reason));
  if (!(reason instanceof Refused)) console.error('No note was written. Mend this and run it again.');
  console.error(USAGE);
  process.exitCode = reason instanceof Refused ? 1 : 2;
}
