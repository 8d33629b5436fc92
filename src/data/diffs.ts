/** Reads what Git prints of changes, commit by commit. */

/** Lines of a file that a commit replaced: `count` lines from `line` on, 1-based, before and after it. */
export interface Hunk {
  before: { line: number; count: number };
  after: { line: number; count: number };
}

/** What a commit did to a file. */
export interface FileChange {
  /** Path before, null where the commit added the file. */
  from: string | null;
  /** Path after, null where it took the file away. */
  to: string | null;
  hunks: Hunk[];
}

/** A commit, or what is not committed yet. */
export interface Commit {
  /** In epoch ms; null for what is not committed yet. */
  at: number | null;
  files: FileChange[];
}

/** Makes Git print what `readCommits` reads. Nothing that a repository configures is run for it. */
export const FORMAT = [
  '--patch',
  '--unified=0',
  // A question that was only moved to the right is no news.
  '--ignore-all-space',
  '--find-renames',
  '--relative',
  '--no-color',
  '--no-ext-diff',
  '--no-textconv',
  '--src-prefix=a/',
  '--dst-prefix=b/',
];

/** Begins the line of a commit, with its time in epoch seconds after it: no line of a patch begins so. */
const COMMIT = '\u{0}';

const HUNK = /^@@ -(\d+)(?:,(\d+))? \+(\d+)(?:,(\d+))? @@/;

/** The commits in the order in which Git prints them; what comes before the first of them has no time. */
export async function* readCommits(lines: AsyncIterable<string>): AsyncGenerator<Commit> {
  let commit: Commit = { at: null, files: [] };
  let file: FileChange | undefined;
  /** Lines of the hunk that are still to come: they may look like anything. */
  let within = 0;
  for await (const line of lines) {
    if (within > 0 && /^[+-]/.test(line)) within--;
    else if (line.startsWith('\\'))
      continue; // “No newline at end of file”, between lines of a hunk
    else if (line.startsWith(COMMIT)) {
      if (commit.files.length > 0) yield commit;
      commit = { at: Number(line.slice(1)) * 1000, files: [] };
    } else if (line.startsWith('diff --git ')) {
      file = { from: null, to: null, hunks: [] };
      commit.files.push(file);
    } else if (file !== undefined) within = readLine(line, file);
  }
  if (commit.files.length > 0) yield commit;
}

/** Reads a line about `file`. Gives how many lines of a hunk follow. */
function readLine(line: string, file: FileChange): number {
  const hunk = HUNK.exec(line);
  if (hunk) {
    const [before, after] = [
      { line: Number(hunk[1]), count: Number(hunk[2] ?? 1) },
      { line: Number(hunk[3]), count: Number(hunk[4] ?? 1) },
    ];
    file.hunks.push({ before, after });
    return before.count + after.count;
  }
  if (line.startsWith('--- ')) file.from = pathOf(line.slice(4), 'a/') ?? file.from;
  else if (line.startsWith('+++ ')) file.to = pathOf(line.slice(4), 'b/') ?? file.to;
  else if (line.startsWith('rename from ')) file.from = line.slice(12);
  else if (line.startsWith('rename to ')) file.to = line.slice(10);
  return 0;
}

/** Git ends a name with a space in it by a tab, and says `/dev/null` for no file. */
function pathOf(name: string, prefix: string): string | null {
  return name.startsWith(prefix) ? name.slice(prefix.length).replace(/\t$/, '') : null;
}
