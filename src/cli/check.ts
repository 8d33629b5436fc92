/** `npm run check -- [FOLDER] [--strict] [--fix] [--json FILE] [--links FILE]`: reads notes without building and reports what their authors should know. */
import { mkdir, writeFile } from 'node:fs/promises';
import { enableCompileCache } from 'node:module';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { folderOf } from './folder.ts';

// Half of the time for a small folder goes into compiling the reader: from the second run on it is kept.
enableCompileCache(join(import.meta.dirname, '../../node_modules/.cache/unfold'));
const { readFolder } = await import('../markdown/folder.ts');
const { fixNotes } = await import('./fix.ts');
const { behindOf, jsonOf, linksOf, summarise, totalsOf } = await import('./report.ts');

const USAGE = 'Usage: npm run check -- [FOLDER] [--strict] [--fix] [--json FILE] [--links FILE]';

async function write(file: string, text: string): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, text);
}

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      strict: { type: 'boolean', default: false },
      fix: { type: 'boolean', default: false },
      json: { type: 'string' },
      links: { type: 'string' },
      help: { type: 'boolean' },
    },
  });
  if (values.help === true || positionals.length > 1) {
    console.log(USAGE);
    return values.help === true ? 0 : 2;
  }
  const root = folderOf(positionals[0]);
  let folder = await readFolder(root, { base: '/', now: Date.now() });
  if (values.fix) {
    for (const line of await fixNotes(root, folder)) console.log(line);
    folder = await readFolder(root, { base: '/', now: Date.now() });
  }
  const { lines, errors, warnings } = summarise(folder);
  for (const line of lines) console.log(line);
  const behind = behindOf(folder);
  if (behind !== null) console.log(behind);
  const totals = totalsOf(folder);
  console.log(
    `${totals.notes} notes: ${totals.answered} answered, ${totals.open} open, ${totals.groups} groups, ${totals.disclosures} disclosures; ${errors} errors, ${warnings} warnings`,
  );
  if (values.json !== undefined) await write(values.json, `${JSON.stringify(jsonOf(folder), null, 2)}\n`);
  if (values.links !== undefined) await write(values.links, linksOf(folder));
  return errors > 0 || (values.strict && warnings > 0) ? 1 : 0;
}

try {
  process.exitCode = await main();
} catch (reason) {
  console.error(
    `${reason instanceof Error ? reason.message : String(reason)}\nThe notes could not be read. Name a folder that exists and can be listed.\n${USAGE}`,
  );
  process.exitCode = 2;
}
