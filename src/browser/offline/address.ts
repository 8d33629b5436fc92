/** What an address means to the worker. */

/** Name of the cache of the site at `base`. Its end is the version of what is in it, for a worker of another time. */
export function cacheOf(base: string): string {
  return `${cachesOf(base)}1`;
}

/** What the names of all caches of the site at `base` begin with; never those of the history, nor another base's. */
export function cachesOf(base: string): string {
  return `unfold:${base}:`;
}

/** Where the list of what a course consists of stands, below the base. Kept only where the whole course is kept. */
export const LIST = 'offline.json';

/** What may be kept, and its size. */
export interface OfflineList {
  /** Changes with every byte of what is listed. */
  build: string;
  /** Paths of what is kept from the first visit on. */
  shell: string[];
  /** All of the course: path, bytes, and a hash of them. */
  files: [path: string, bytes: number, hash: string][];
}

/** True where the name changes with the content: what has the name is the right one, however old. */
export function isHashed(path: string): boolean {
  return /\/_astro\/|\.pf_\w+$/.test(path);
}

/** True for the path of a page. */
export function isPage(path: string): boolean {
  return /\/[^/.]*$|\.html$/.test(path);
}

/** The path under which something is kept: a page's other ways of being asked for mean the same. */
export function keyOf(url: string): string {
  return new URL(url).pathname.replace(/\/index\.html$/, '/');
}
