import { readNote } from '../../src/markdown/read-note.ts';

/** The page's HTML for a note that is only `body`, in a folder of its own. */
export function pageOf(body: string): string {
  return readNote({
    body,
    frontMatter: {},
    around: {
      path: 'note.md',
      base: '/',
      routeOf: (path) => (path === 'note.md' ? '/note/' : null),
      fileAt: () => null,
    },
    facts: new Map(),
    unnamed: 'auto',
    fallbackTitle: 'Note',
  }).html;
}
