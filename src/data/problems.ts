/** Tells the author what the reader found, and decides whether a build may go on. */
import type { AstroIntegrationLogger } from 'astro';
import type { Folder, Problem } from '../core/note.ts';

/** Warnings written out before the rest is only counted: a build log has other things to say. */
const WARNINGS_SHOWN = 20;

type PlacedProblem = Problem & { path: string };

/** Logs every problem with its file and line. Throws if one of them would lose something and the caller wants to stop. */
export function report(
  folder: Folder,
  logger: AstroIntegrationLogger,
  { stopOnError }: { stopOnError: boolean },
): void {
  const problems = [...folder.problems, ...folder.notes.flatMap(placed), ...twiceTaken(folder)];
  const errors = problems.filter((problem) => problem.severity === 'error');
  const warnings = problems.filter((problem) => problem.severity === 'warning');

  for (const warning of warnings.slice(0, WARNINGS_SHOWN)) logger.warn(sentence(warning));
  if (warnings.length > WARNINGS_SHOWN) {
    logger.warn(`${warnings.length - WARNINGS_SHOWN} more warnings. "npm run check" lists them all.`);
  }
  for (const { path, reason } of folder.skipped) logger.info(`${path} is left out: ${reason}`);

  if (errors.length === 0) return;
  if (stopOnError) {
    const stop = new Error(
      `The notes cannot be built as they stand. To mend:\n\n${errors.map(sentence).join('\n\n')}\n`,
    );
    // The places to mend are in the notes. Where in this site's code they were found helps nobody.
    stop.stack = '';
    throw stop;
  }
  for (const error of errors) logger.error(sentence(error));
}

function placed({ path, problems }: Folder['notes'][number]): PlacedProblem[] {
  return problems.map((problem) => ({ ...problem, path }));
}

/**
 * Pages that would overwrite each other. A landing note shares its topic's
 * address on purpose; whatever else wants an address twice would lose a page.
 * File systems that ignore case make `/Ecs/` and `/ecs/` one folder.
 */
function twiceTaken({ notes, topics }: Folder): PlacedProblem[] {
  const takers = new Map<string, string>(
    topics.map((topic) => [topic.route.toLowerCase(), `${topic.path}/`]),
  );
  const problems: PlacedProblem[] = [];
  for (const { path, route, landing } of notes) {
    if (landing) continue;
    const taker = takers.get(route.toLowerCase());
    takers.set(route.toLowerCase(), path);
    if (taker === undefined) continue;
    const message = `"${path}" and "${taker}" both want the address ${route}. One page would overwrite the other. Rename one of them.`;
    problems.push({ path, line: 1, column: 1, rule: 'same-address', severity: 'error', message });
  }
  return problems;
}

function sentence({ path, line, column, rule, message }: PlacedProblem): string {
  return `${path}:${line}:${column} ${rule}\n  ${message.replaceAll('\n', '\n  ')}`;
}
