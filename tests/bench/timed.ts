/** Runs a command and tells what it took. */
import { spawn } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import { performance } from 'node:perf_hooks';
import { setTimeout } from 'node:timers/promises';

/** What a command took. */
export interface Taken {
  seconds: number;
  /** The most that all its processes held at one time; null where the system does not tell. */
  megabytes: number | null;
}

/** In ms, between two looks at the memory. */
const LOOK = 100;
const PAGE = 4096;

/**
 * Runs the command in that folder, its words on nobody's screen. Rejects with the last of them where it does not end
 * with 0: there is no figure for what failed.
 */
export async function timed(
  [command = '', ...words]: readonly string[],
  cwd: string,
  env: NodeJS.ProcessEnv = process.env,
): Promise<Taken> {
  const start = performance.now();
  // A group of its own, by which all its processes are known.
  const child = spawn(command, words, { cwd, env, detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk) => {
      said = (said + chunk).slice(-2000);
    });
  }
  let bytes = 0;
  let isRunning = true;
  const ended = new Promise<unknown>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  }).finally(() => {
    isRunning = false;
  });
  const watching = (async () => {
    while (isRunning) {
      bytes = Math.max(bytes, await residentIn(child.pid ?? 0));
      await setTimeout(LOOK);
    }
  })();
  const code = await ended;
  const seconds = (performance.now() - start) / 1000;
  await watching;
  if (code !== 0)
    throw new Error(`${command} ${words.join(' ')} ended with ${code}. Its last words:\n${said}`);
  return { seconds, megabytes: bytes === 0 ? null : Math.round(bytes / 2 ** 20) };
}

/** Bytes that the processes of a group hold; 0 where there is no /proc to tell. */
async function residentIn(group: number): Promise<number> {
  const ids = (await readdir('/proc').catch(() => [])).filter((name) => /^\d+$/.test(name));
  const stats = await Promise.all(ids.map((id) => readFile(`/proc/${id}/stat`, 'utf8').catch(() => '')));
  // Behind the name, which may hold anything: state, parent, group, … and as the 22nd from there the pages.
  const fields = stats.map((stat) => stat.slice(stat.lastIndexOf(')') + 2).split(' '));
  return fields
    .filter((field) => Number(field[2]) === group)
    .reduce((sum, field) => sum + Number(field[21]) * PAGE, 0);
}
