/**
 * Measures what was promised and depends on the machine, so that no test can hold it, or takes longer than anybody
 * waits for a test. Prints one JSON document on stdout and a table on stderr; exits with 1 if a part failed or a
 * promise was not kept.
 *
 * `npm run bench` runs all parts but the peers, `npm run bench -- review replay` those, and `npm run bench -- builds 200`
 * builds 200 notes, not a hundred, a thousand and ten thousand. `npm run bench -- --peers` installs other generators from
 * the registry and builds the same notes with them, `--peers=Starlight,VitePress` with those; each three times, or as often
 * as `--rounds=1` says.
 */
import { cpus, totalmem } from 'node:os';
import { performance } from 'node:perf_hooks';
import { builds, SIZES } from './bench/builds.ts';
import { Course } from './bench/course.ts';
import { dev } from './bench/dev.ts';
import { durability } from './bench/durability.ts';
import { isKept, type Measured, tableOf } from './bench/figure.ts';
import { imports } from './bench/imports.ts';
import { interaction } from './bench/interaction.ts';
import { learners } from './bench/learners.ts';
import { peers } from './bench/peers.ts';
import { reading } from './bench/reading.ts';
import { replay } from './bench/replay.ts';
import { review } from './bench/review.ts';
import { search } from './bench/search.ts';
import { wire } from './bench/wire.ts';

const isNumber = (text: string) => /^\d+$/.test(text);
const given = process.argv.slice(2);
const sizes = given.filter(isNumber).map(Number);
const course = new Course(sizes[0] ?? 1000);
const PEERS = /^--peers(?:=(.*))?$/;
const ROUNDS = /^--rounds=(\d+)$/;
const rounds = Number(given.map((text) => ROUNDS.exec(text)?.[1]).find(Boolean) ?? 3);
const compared = given.map((text) => PEERS.exec(text)).find((match) => match !== null);

const parts: Record<string, () => Measured | Promise<Measured>> = {
  wire: () => wire(course),
  builds: () => builds(sizes.length > 0 ? sizes : SIZES, course),
  dev: () => dev(course),
  reading: () => reading(course.notes),
  replay,
  interaction,
  review: () => review(course),
  search: () => search(course),
  learners,
  durability: killed,
  imports: () => imports(),
  ...(compared ? { peers: () => peers(course, compared[1]?.split(',') ?? [], rounds) } : {}),
};

/** Kills of a browser while it writes. */
async function killed(): Promise<Measured> {
  const details = await durability();
  const { kills, acknowledged, missing } = details;
  return {
    figures: [
      { name: 'kills of a browser while it writes', value: kills, unit: '' },
      { name: 'reviews that were said to be saved', value: acknowledged, unit: '' },
      { name: 'missing of them', value: missing, unit: '', most: 0 },
    ],
    details,
  };
}

const named = given.filter((text) => !isNumber(text) && !PEERS.test(text) && !ROUNDS.test(text));
const wanted = compared ? [...named, 'peers'] : named;
const unknown = wanted.filter((name) => !Object.hasOwn(parts, name));
if (unknown.length > 0) {
  console.error(`There is no part ${unknown.join(', ')}. There are: ${Object.keys(parts).join(', ')}.`);
  process.exit(1);
}

const results: Record<string, object> = {};
try {
  for (const name of wanted.length > 0 ? wanted : Object.keys(parts)) {
    const start = performance.now();
    process.stderr.write(`▸ ${name} …\n`);
    results[name] = await measured(name);
    process.stderr.write(`  ${Math.round((performance.now() - start) / 1000)} s\n`);
  }
} finally {
  await course.drop();
}
const machine = {
  cores: cpus().length,
  gigabytes: Math.round(totalmem() / 2 ** 30),
  node: process.version,
};
console.log(JSON.stringify({ machine, parts: results }, null, 2));

/** What a part gives back, or why it gives nothing. */
async function measured(name: string): Promise<object> {
  try {
    const result = await parts[name]?.();
    if (!result) return {};
    process.stderr.write(`${tableOf(result.figures)}\n`);
    if (!result.figures.every(isKept)) process.exitCode = 1;
    return result;
  } catch (error) {
    process.exitCode = 1;
    const failed = String(error instanceof Error ? (error.stack ?? error.message) : error);
    process.stderr.write(`  FAILED: ${failed}\n`);
    return { failed };
  }
}
