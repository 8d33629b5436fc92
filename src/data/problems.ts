/** Tells the author what the reader found, and decides whether a build may go on. */
import type { AstroIntegrationLogger } from 'astro';
import type { Folder, Problem } from '../core/note.ts';

/** Warnings written out before the rest is only counted: a build log has other things to say. */
const WARNINGS_SHOWN = 20;

type PlacedProblem = Problem & { path: string };

/**
 * Logs every problem with its file and line.
 *
 * A problem of the folder with severity `error` means that a file gets no page: a build then stops. What is
 * wrong inside a note leaves its page whole and stops nothing; `npm run check` is where it counts.
 *
 * @throws Error that names every file without a page, if `stopOnError`.
 */
export function report(
  folder: Folder,
  logger: AstroIntegrationLogger,
  { stopOnError }: { stopOnError: boolean },
): void {
  const lost = folder.problems.filter((problem) => problem.severity === 'error');
  const inNotes = folder.notes.flatMap(({ path, problems }) =>
    problems.map((problem) => ({ ...problem, path })),
  );
  const told = [...folder.problems, ...inNotes];
  const errors = told.filter((problem) => problem.severity === 'error' && !lost.includes(problem));
  const warnings = told.filter((problem) => problem.severity === 'warning');

  for (const warning of warnings.slice(0, WARNINGS_SHOWN)) logger.warn(sentence(warning));
  if (warnings.length > WARNINGS_SHOWN) {
    logger.warn(`${warnings.length - WARNINGS_SHOWN} more warnings. "npm run check" lists them all.`);
  }
  for (const { path, reason } of folder.skipped) logger.info(`${path} is left out: ${reason}`);
  for (const error of errors) logger.error(sentence(error));

  if (lost.length === 0) return;
  if (stopOnError) {
    const stop = new Error(
      `The notes cannot be built as they stand. To mend:\n\n${lost.map(sentence).join('\n\n')}\n`,
    );
    // The places to mend are in the notes. Where in this site's code they were found helps nobody.
    stop.stack = '';
    throw stop;
  }
  for (const error of lost) logger.error(sentence(error));
}

function sentence({ path, line, column, rule, message }: PlacedProblem): string {
  return `${path}:${line}:${column} ${rule}\n  ${message.replaceAll('\n', '\n  ')}`;
}
