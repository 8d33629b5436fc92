/** Asks Git about the folder of notes. The notes may come from anyone, so nothing they configure is run. */
import { execFile, spawn } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

// Settings of a repository that name programs for Git to start.
const inert = ['-c', 'core.fsmonitor=false', '-c', 'log.showSignature=false', '-c', 'core.quotePath=false'];

/** What a Git command prints, or null where there is no Git, no repository or no such thing. */
export async function git(folder: string, ...command: string[]): Promise<string | null> {
  try {
    const { stdout } = await run('git', ['-C', folder, ...inert, ...command], { maxBuffer: 2 ** 28 });
    return stdout.trim();
  } catch {
    return null;
  }
}

/**
 * The lines that a Git command prints, as they come; none where there is no Git, no repository or no such thing.
 * Whoever has read enough stops asking, and the command ends.
 */
export async function* gitLines(folder: string, ...command: string[]): AsyncGenerator<string> {
  const child = spawn('git', ['-C', folder, ...inert, ...command], { stdio: ['ignore', 'pipe', 'ignore'] });
  // A missing Git is told by an event; without a listener it would end the build.
  child.on('error', () => child.stdout.destroy());
  try {
    let rest = '';
    for await (const chunk of child.stdout.setEncoding('utf8')) {
      const lines = (rest + chunk).split('\n');
      rest = lines.pop() ?? '';
      yield* lines;
    }
    if (rest !== '') yield rest;
  } finally {
    child.kill();
  }
}
