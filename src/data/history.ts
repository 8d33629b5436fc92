/** When each note was last changed, from the history of the folder of notes. */
import { git } from './git.ts';

/** Days (`2026-11-23`) by path below the folder. Empty where there is no history, or only its last commit. */
export async function lastChanges(folder: string): Promise<Map<string, string>> {
  const days = new Map<string, string>();
  // A shallow clone knows one commit, and would date every note to it.
  if ((await git(folder, 'rev-parse', '--is-shallow-repository')) !== 'false') return days;

  // One call for all files: newest commit first, each as its day and the paths it touched.
  const log = await git(folder, 'log', '--format=format:%n@%cs', '--name-only', '--relative', '--', '.');
  let day = '';
  for (const line of log?.split('\n') ?? []) {
    if (line.startsWith('@')) day = line.slice(1);
    else if (line && !days.has(line)) days.set(line, day);
  }
  return days;
}
