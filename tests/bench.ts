/**
 * Measures what the budgets speak of and tests cannot hold, because it depends on the machine: how long a
 * large folder of notes takes to build, cold and warm, and how much memory; and how the time to read notes grows
 * with their number and length. Prints JSON.
 *
 * `npm run bench -- 200` builds 200 notes; without a number it is a thousand.
 */
import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { cpus, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { growthOfFolders, growthOfNote } from './support/growth.ts';
import { longNote } from './support/long-note.ts';
import { root } from './support/step.ts';

const questions = 30;
const notesPerTopic = 50;

interface Build {
  seconds: number;
  /** Of the largest process of the build; null where the system does not tell. */
  megabytes: number | null;
}

const count = Number(process.argv[2] ?? 1000);
const folder = await mkdtemp(join(tmpdir(), 'unfold-bench-'));
try {
  await layNotes();
  // The folder's name is new, so that nothing of it is in any cache.
  const cold = await build();
  const warm = await build();
  await writeFile(join(folder, 'notes', '1-topic', '1-note.md'), longNote(questions, count + 1));
  const changed = await build();
  const reading = {
    notes: await growthOfFolders([count / 4, count / 2, count, count * 2].map(Math.ceil)),
    questionsInANote: await growthOfNote([100, 1000, 5000, 20_000]),
  };
  const machine = {
    cores: cpus().length,
    gigabytes: Math.round(totalmem() / 2 ** 30),
    node: process.version,
  };
  console.log(
    JSON.stringify(
      { notes: count, questions: count * questions, cold, warm, changed, reading, machine },
      null,
      2,
    ),
  );
} finally {
  await rm(folder, { recursive: true, force: true });
}

async function layNotes(): Promise<void> {
  for (let note = 0; note < count; note += 1) {
    const topic = join(folder, 'notes', `${Math.floor(note / notesPerTopic) + 1}-topic`);
    await mkdir(topic, { recursive: true });
    await writeFile(join(topic, `${note + 1}-note.md`), longNote(questions, note + 1));
  }
}

async function build(): Promise<Build> {
  const start = performance.now();
  const child = spawn('astro', ['build', '--outDir', join(folder, 'site')], {
    cwd: root,
    env: { ...process.env, NOTES_DIR: join(folder, 'notes'), ASTRO_TELEMETRY_DISABLED: '1' },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  let kilobytes = 0;
  const timer = setInterval(async () => {
    const status = await readFile(`/proc/${child.pid}/status`, 'utf8').catch(() => '');
    kilobytes = Math.max(kilobytes, Number(status.match(/VmHWM:\s+(\d+)/)?.[1] ?? 0));
  }, 100);
  const code = await new Promise((resolve) => child.on('close', resolve));
  clearInterval(timer);
  if (code !== 0) throw new Error(`The build of ${count} notes ended with ${code}; what it said is above.`);
  const seconds = Math.round((performance.now() - start) / 100) / 10;
  return { seconds, megabytes: kilobytes === 0 ? null : Math.round(kilobytes / 1024) };
}
