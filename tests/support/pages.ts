import { readdir, readFile } from 'node:fs/promises';
import { join, sep } from 'node:path';
import type { Comment, Element, Root } from 'hast';
import rehypeRaw from 'rehype-raw';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import type { Site } from './sites.ts';

/** A page of a built site, parsed as a browser would parse it. */
export interface Page {
  /** Path of its file below the site's folder, with `/`. */
  file: string;
  /** Path of its address, the base included. */
  address: string;
  html: string;
  tree: Root;
}

/** Every file of a built site, below its folder, with `/`. */
export async function filesOf({ folder }: Site): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .split(sep)
        .join('/'),
    )
    .sort();
}

/** Every page of a built site. */
export async function pagesOf(site: Site): Promise<Page[]> {
  const files = (await filesOf(site)).filter((file) => file.endsWith('.html'));
  return Promise.all(
    files.map(async (file) => {
      const html = await readFile(join(site.folder, file), 'utf8');
      return { file, address: site.base + file.replace(/(^|\/)index\.html$/, '$1'), html, tree: parse(html) };
    }),
  );
}

/** The elements of a page, in its order. */
export function elementsOf(tree: Root | Element): Element[] {
  const elements: Element[] = [];
  visit(tree, 'element', (element) => {
    elements.push(element);
  });
  return elements;
}

const reader = unified().use(rehypeRaw);

function parse(html: string): Root {
  // Unparsed HTML has a place in the tree, but none in the types of it.
  const raw = { type: 'raw', value: html } as unknown as Comment;
  // The doctype makes the parser read a document, with head and body, and not a fragment.
  return reader.runSync({ type: 'root', children: [{ type: 'doctype' }, raw] }) as Root;
}
