/** `npm run ids -- [FOLDER] [--confirm] [--dry-run]`: writes the ledger, in which every card keeps its id. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { readFolder } from '../markdown/folder.ts';
import { LEDGER } from '../markdown/ledger/ledger.ts';
import { inWords } from '../markdown/ledger/news.ts';
import { folderOf } from './folder.ts';

const USAGE = 'Usage: npm run ids -- [FOLDER] [--confirm] [--dry-run]';

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      confirm: { type: 'boolean', default: false },
      'dry-run': { type: 'boolean', default: false },
      help: { type: 'boolean' },
    },
  });
  if (values.help === true || positionals.length > 1) {
    console.log(USAGE);
    return values.help === true ? 0 : 2;
  }
  const root = folderOf(positionals[0]);
  const { ledger, notes, problems } = await readFolder(root, { base: '/' });
  const lost = problems.filter((problem) => problem.severity === 'error');
  if (ledger === null || lost.length > 0) {
    // A note that cannot be read now would be taken for one whose questions are gone.
    for (const { path, line, rule, message } of lost) console.error(`${path}:${line} ${rule} ${message}`);
    console.error(`${LEDGER} was not written. Mend these first.`);
    return 1;
  }
  if (!ledger.exists && ledger.counts.added > 0) {
    console.log(`${LEDGER} begins with the ids that the questions have already.`);
  } else {
    for (const { path, line, what, doubt } of ledger.changes) {
      console.log(`${path}${line === null ? '' : `:${line}`} ${what}`);
      if (doubt !== null) console.log(`  in doubt: ${doubt}.`);
    }
  }
  console.log(inWords(ledger.counts));
  const doubts = ledger.changes.filter((change) => change.doubt !== null).length;
  if (doubts > 0 && !values.confirm) {
    console.error(
      `${doubts} in doubt, so nothing was written. If all is as told above, run this again with --confirm; if not, docs/writing-notes.md says what to write into ${LEDGER}.`,
    );
    return 1;
  }
  if (values['dry-run'] || notes.length === 0) return 0;
  await writeFile(join(root, LEDGER), ledger.write());
  return 0;
}

try {
  process.exitCode = await main();
} catch (reason) {
  console.error(
    `${reason instanceof Error ? reason.message : String(reason)}\nThe notes could not be read, and ${LEDGER} was not written. Name a folder that exists and can be listed.\n${USAGE}`,
  );
  process.exitCode = 2;
}
