/** A generator that does part of what this one does, and how it is set up as its own documents say. */
export interface Peer {
  name: string;
  /** Packages from the registry with exact versions, so that a run can be repeated. */
  packages: Record<string, string>;
  /** Files beside the notes, by path. */
  files: Record<string, string>;
  /** Folder in which its notes lie. */
  notes: string;
  /** What it needs done to a note's text; our notes begin with a heading. */
  note?(text: string): string;
  /** The command of the build, one of its packages' own. */
  build: string[];
  /** Folder that it writes the site to. */
  output: string;
  /** Address of the page of `<topic>/<note>`, below the site. */
  page(note: string): string;
  /** Folders that hold what it keeps between builds. */
  caches: string[];
}

/** The heading as a title in front matter. */
export const titled = (text: string): string => text.replace(/^# (.*)\n/, '---\ntitle: $1\n---\n');
