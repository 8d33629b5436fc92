/** What the check command prints and writes: the same for people and for programs. */
import type { Folder, Problem } from '../core/note.ts';
import { LEDGER } from '../markdown/ledger/ledger.ts';
import { inWords } from '../markdown/ledger/news.ts';

export interface Totals {
  notes: number;
  answered: number;
  open: number;
  groups: number;
  disclosures: number;
  problems: number;
}

function everyProblem(folder: Folder): (Problem & { path: string })[] {
  const inNotes = folder.notes.flatMap((note) =>
    note.problems.map((problem) => ({ ...problem, path: note.path })),
  );
  return [...folder.problems, ...inNotes];
}

/** Counts over the whole folder. */
export function totalsOf(folder: Folder): Totals {
  const questions = folder.notes.flatMap((note) => note.questions);
  const count = (state: string): number => questions.filter((question) => question.state === state).length;
  return {
    notes: folder.notes.length,
    answered: count('answered'),
    open: count('open'),
    groups: count('group'),
    disclosures: folder.notes.reduce((sum, note) => sum + note.disclosures.length, 0),
    problems: everyProblem(folder).length,
  };
}

/** One line per problem, `path:line:column rule message`, files that were left out, and the counts. */
export function summarise(folder: Folder): { lines: string[]; errors: number; warnings: number } {
  const problems = everyProblem(folder);
  const lines = problems.map(
    ({ path, line, column, rule, message }) => `${path}:${line}:${column} ${rule} ${message}`,
  );
  for (const { path, reason } of folder.skipped) lines.push(`left out: ${path}, because ${reason}`);
  const errors = problems.filter((problem) => problem.severity === 'error').length;
  return { lines, errors, warnings: problems.length - errors };
}

/** Says how far the ledger is behind the notes, if it is: no problem, for nothing is lost before it is written. */
export function behindOf({ ledger }: Folder): string | null {
  if (ledger === null || !ledger.exists || ledger.changes.length === 0) return null;
  return `${LEDGER} is behind the notes: ${inWords(ledger.counts)}. Run “npm run ids” and commit it.`;
}

/** An address without what would end it early between angle brackets in Markdown. */
const bare = (href: string): string => href.replace(/[\s<>\\]/g, encodeURIComponent);

/**
 * Every address outside the notes with the places it stands at, as Markdown: a heading for each host, a line for
 * each address. Nothing follows them here; a tool that does can read this.
 */
export function linksOf({ externalLinks }: Folder): string {
  const places = new Map<string, Set<string>>();
  for (const { href, path, line } of externalLinks) {
    places.set(href, (places.get(href) ?? new Set()).add(`${path}:${line}`));
  }
  const hosts = new Map<string, string[]>();
  for (const href of [...places.keys()].sort()) {
    const { host } = new URL(href);
    hosts.set(host, [...(hosts.get(host) ?? []), href]);
  }
  const sections = [...hosts].sort().map(([host, addresses]) => {
    const lines = addresses.map((href) => `- <${bare(href)}>: ${[...(places.get(href) ?? [])].join(', ')}`);
    return `## ${host}\n\n${lines.join('\n')}\n`;
  });
  return [`# ${places.size} external links\n`, ...sections].join('\n');
}

/** The JSON of `--json`, as `docs/architecture.md` describes it. */
export function jsonOf(folder: Folder): object {
  return {
    notes: folder.notes.map((note) => ({
      path: note.path,
      route: note.route,
      title: note.title,
      questions: note.questions.map(({ id, card, prompt, line, state, parent, context }) => ({
        id,
        card,
        prompt,
        line,
        state,
        parent,
        context,
      })),
      disclosures: note.disclosures,
      problems: note.problems,
    })),
    problems: folder.problems,
    skipped: folder.skipped,
    totals: totalsOf(folder),
  };
}
