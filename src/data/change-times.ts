/**
 * When each file of the folder of notes came to be what it is, for those who keep a copy and ask which is newer.
 *
 * A time must never lie before a change that it stands for; it may lie after. A commit counts when it came into the
 * line that is built, a merge's time for all that it brought; in a shallow clone, where the last commit known brings
 * all files, none lies too early either. A file with changes that are not committed, or that no history knows, has its
 * own time.
 */
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { git } from './git.ts';

/** Times of the files of one folder. */
export interface ChangeTimes {
  /** Epoch ms of the latest change of any of the files at these paths below the folder; 0 where none is there. */
  latest(paths: readonly string[]): Promise<number>;
}

/** Asks Git once for all files of `folder`. */
export async function changeTimes(folder: string): Promise<ChangeTimes> {
  const [log, changed] = await Promise.all([
    git(
      folder,
      'log',
      '--first-parent',
      '-m',
      '--format=format:%n@%ct',
      '--name-only',
      '--relative',
      '--',
      '.',
    ),
    git(folder, 'diff', '--name-only', '--relative', 'HEAD', '--', '.'),
  ]);
  const committed = new Map<string, number>();
  let time = 0;
  // Newest commit first, each as its time and the paths it touched.
  for (const line of log?.split('\n') ?? []) {
    if (line.startsWith('@')) time = Number(line.slice(1)) * 1000;
    else if (line && !committed.has(line)) committed.set(line, time);
  }
  const edited = new Set(changed?.split('\n') ?? []);
  const timeOf = async (path: string): Promise<number> => {
    const known = committed.get(path);
    if (known !== undefined && !edited.has(path)) return known;
    const found = await stat(join(folder, path)).catch(() => null);
    return Math.max(known ?? 0, Math.floor(found?.mtimeMs ?? 0));
  };
  return { latest: async (paths) => Math.max(0, ...(await Promise.all(paths.map(timeOf)))) };
}
