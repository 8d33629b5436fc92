/** Asks Git about the folder of notes. The notes may come from anyone, so nothing they configure is run. */
import { execFile } from 'node:child_process';
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
