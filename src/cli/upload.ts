/** `npm run upload -- s3://BUCKET[/PREFIX/] [FOLDER] [--take-over] [--dry-run]`: puts a built site into S3. */
import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { parseArgs } from 'node:util';
import { Bucket } from './bucket.ts';
import { type Batch, KEPT_DAYS, planRemoval, planUpload, type Retired, STATE } from './upload-plan.ts';

const USAGE = 'Usage: npm run upload -- s3://BUCKET[/PREFIX/] [FOLDER] [--take-over] [--dry-run]';

const told: Record<Batch['stage'], string> = {
  hashed: 'named by their content, kept a year',
  parts: 'that pages refer to, kept a minute',
  pages: 'as pages, kept a minute',
  last: 'of the service worker, never kept',
};

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      'take-over': { type: 'boolean', default: false },
      'dry-run': { type: 'boolean', default: false },
      help: { type: 'boolean' },
    },
  });
  const [address, folder = 'dist', ...more] = positionals;
  if (values.help === true || address === undefined || more.length > 0) {
    console.log(USAGE);
    return values.help === true ? 0 : 2;
  }
  const bucket = new Bucket(address);
  const paths = await built(folder);
  const base = baseOf(await readFile(join(folder, 'index.html'), 'utf8'));
  if (base !== null && base !== bucket.path)
    console.error(
      `${folder} was built for ${base}, and ${bucket.address} is ${bucket.path} on the host. Unless the distribution knows better, build with BASE_PATH=${bucket.path}, or upload to ${bucket.root}${base}.`,
    );
  const there = await bucket.list();
  const foreign = there.has(STATE) ? [] : [...there].filter((path) => !paths.includes(path)).sort();
  if (foreign.length > 0 && !values['take-over']) {
    console.error(
      `${bucket.address} holds what no upload put there, ${foreign.length} in all, such as ${foreign[0]}. An upload deletes what the site does not have. Name an empty bucket or prefix, or say --take-over if it may go.`,
    );
    return 1;
  }
  const batches = planUpload(paths, there);
  const earlier = there.has(STATE) ? retiredIn(await bucket.read(STATE), bucket.address) : {};
  const { remove, retired } = planRemoval(paths, there, earlier, Date.now());
  const dry = values['dry-run'];
  if (!dry && !there.has(STATE)) await bucket.write(STATE, stateOf({}));
  for (const stage of Object.keys(told) as Batch['stage'][]) {
    const ours = batches.filter((batch) => batch.stage === stage);
    if (!dry) for (const batch of ours) await bucket.put(folder, batch);
    const count = ours.reduce((sum, batch) => sum + batch.paths.length, 0);
    console.log(`${dry ? 'would upload' : 'uploaded'} ${count} ${told[stage]}`);
  }
  if (!dry) {
    await bucket.write(STATE, stateOf(retired));
    await bucket.remove(remove);
  }
  console.log(
    `${dry ? 'would delete' : 'deleted'} ${remove.length} of earlier uploads; ${Object.keys(retired).length} more stay up to ${KEPT_DAYS} days for pages that are open`,
  );
  console.log(
    dry
      ? `Nothing was changed in ${bucket.address}, because of --dry-run.`
      : `${bucket.address} is up to date.`,
  );
  return 0;
}

/** Paths of all files of a built site, with `/`. */
async function built(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const paths = entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'));
  if (!paths.includes('index.html') || !paths.includes('404.html'))
    throw new Error(
      `${folder} is no built site: index.html or 404.html is missing. Run npm run build first, or name the folder it wrote.`,
    );
  return paths;
}

/** The base that a page was built for, by where its styles are; null where it has none. */
function baseOf(page: string): string | null {
  return /(?:href|src)="(\/(?:[^"]*\/)?)_astro\//.exec(page)?.[1] ?? null;
}

function stateOf(retired: Retired): string {
  return `${JSON.stringify({ retired }, null, 1)}\n`;
}

function retiredIn(text: string, address: string): Retired {
  try {
    const { retired } = JSON.parse(text) as { retired: unknown };
    const entries = Object.entries(retired as object);
    if (entries.every((entry): entry is [string, number] => Number.isFinite(entry[1])))
      return Object.fromEntries(entries);
  } catch {
    // Told below, as for any other text.
  }
  throw new Error(
    `${address}${STATE} says something else than when old files may go. Write {"retired":{}} into it; they then stay ${KEPT_DAYS} days from now.`,
  );
}

try {
  process.exitCode = await main();
} catch (reason) {
  console.error(
    `${reason instanceof Error ? reason.message : String(reason)}\nThe upload is not complete. Nothing was deleted that a page still needs: mend this and run it again.\n${USAGE}`,
  );
  process.exitCode = 2;
}
