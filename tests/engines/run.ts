/**
 * The essential flows, in three engines: `npm run test:engines`, or `-- firefox` for only one of them.
 *
 * Each browser is Debian's, in a window on a display of its own, with the network behind a wall. It prints a line for each
 * flow and ends with `N passed, N failed`. What a driver cannot do is named, and counts as neither.
 */
import { join } from 'node:path';
import { inspect } from 'node:util';
import { builds, layNotes } from '../support/sites.ts';
import { type Outcome, root, run } from '../support/step.ts';
import { chromiumEngine } from './chromium.ts';
import type { Engine } from './driver.ts';
import { firefoxEngine } from './firefox.ts';
import { type Flow, NotDriven } from './flow.ts';
import { away } from './flows/away.ts';
import { paper } from './flows/paper.ts';
import { reading } from './flows/reading.ts';
import { recall } from './flows/recall.ts';
import { Visit } from './visit.ts';
import { webkitEngine } from './webkit.ts';

const engines = [chromiumEngine, firefoxEngine, webkitEngine];
const flows = [...reading, ...recall, ...away, ...paper];
const total: Outcome = { passed: 0, failed: 0 };
let notDriven = 0;

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !engines.some((engine) => engine.name === name));
if (unknown.length > 0) {
  const known = new Intl.ListFormat('en', { type: 'disjunction' }).format(engines.map(({ name }) => name));
  console.error(`There is no engine ${unknown.join(', ')}. Say ${known}, or none of them for all.`);
  process.exit(1);
}

if (await prepared()) {
  for (const engine of engines)
    if (wanted.length === 0 || wanted.includes(engine.name)) await walkAll(engine);
}
if (notDriven > 0) console.log(`${notDriven} not driven, named above`);
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed === 0 ? 0 : 1;

/** Builds the one site that is walked through; counts only where that fails. */
async function prepared(): Promise<boolean> {
  if (process.env['UNFOLD_SITES'] === 'built') return true;
  await layNotes();
  const notes = builds.find(({ name }) => name === 'build of notes');
  const { failed } = notes ? await run(notes) : { failed: 1 };
  total.failed += failed;
  return failed === 0;
}

async function walkAll(engine: Engine): Promise<void> {
  let visit: Visit;
  try {
    visit = await Visit.begin(engine);
  } catch (error) {
    total.failed += 1;
    console.log(`▸ ${engine.name} … FAILED: it could not be had\n${inspect(error)}`);
    return;
  }
  console.log(`▸ ${engine.name} … ${visit.version}`);
  if (visit.isDeaf) {
    notDriven += 1;
    console.log('  not driven: pages complain about nothing: its driver does not hear them');
  }
  try {
    for (const flow of flows) await walk(visit, flow, engine);
  } finally {
    await visit.end();
  }
}

/** Walks one flow, and says how it went. */
async function walk(visit: Visit, flow: Flow, { name }: Engine): Promise<void> {
  const start = performance.now();
  const picture = join(root, 'test-results', 'engines', `${name}-${flows.indexOf(flow) + 1}.png`);
  try {
    await visit.walk(flow, picture);
    total.passed += 1;
    console.log(`  ok ${flow.name} (${((performance.now() - start) / 1000).toFixed(1)} s)`);
  } catch (error) {
    if (error instanceof NotDriven) {
      notDriven += 1;
      console.log(`  not driven: ${flow.name}: ${error.message}`);
      return;
    }
    total.failed += 1;
    console.log(`  FAILED ${flow.name} (picture: ${picture})\n${inspect(error)}`);
  }
}
