/** Where the links and images of a note lead on the site, and which of them lead nowhere. */
import type { Element, ElementContent, Root } from 'hast';
import { toString as hastText } from 'hast-util-to-string';
import { type Attachment, attachmentsFolder, type ExternalLink } from '../core/note.ts';
import type { Size } from './image-size.ts';
import type { Problems } from './problems.ts';
import { visit } from './visit.ts';

/** What a note's links are resolved against. Paths are below the notes folder, with `/`. */
export interface Surroundings {
  /** Path of the note itself. */
  path: string;
  /** The site's base, with `/` at both ends. */
  base: string;
  /** Route of the note at `path`, without the base, or null where there is none. */
  routeOf: (path: string) => string | null;
  /** The file at `path` in its true spelling, or null. */
  fileAt: (path: string) => string | null;
  /** Size of the image at `path`, or null where it is not known. */
  sizeOf?: (path: string) => Size | null;
  /** What keeps the file at `path` from being shown as an image, as words after “it”, or null. */
  imageFaultAt?: (path: string) => string | null;
}

/** A link to a place on a page of the site, to be checked once all pages are known. */
export interface FragmentLink {
  /** Route of the page. */
  route: string;
  fragment: string;
  /** As the author wrote it. */
  target: string;
  line: number;
  column: number;
  /** The address on the page. */
  href: string;
}

export interface Links {
  attachments: Attachment[];
  fragments: FragmentLink[];
  /** Links to other hosts. */
  external: ExternalLink[];
}

const PRIVATE =
  /^(?:localhost|.*\.local|.*\.internal|.*\.intranet|.*\.corp|.*\.lan|.*internal\.[a-z]{2,}|127\.\d+\.\d+\.\d+|10\.\d+\.\d+\.\d+|192\.168\.\d+\.\d+|172\.(?:1[6-9]|2\d|3[01])\.\d+\.\d+|169\.254\.\d+\.\d+|\[?::1\]?|\[?f[cd][0-9a-f]{2}:.*)$/i;

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** `to` as a path below the notes folder, seen from the file `from`; null where it leaves the folder. */
export function resolvePath(from: string, to: string): string | null {
  const parts = to.startsWith('/') ? [] : from.split('/').slice(0, -1);
  for (const part of to.split('/')) {
    if (part === '' || part === '.') continue;
    if (part === '..') {
      if (parts.pop() === undefined) return null;
    } else parts.push(part);
  }
  return parts.join('/');
}

const encode = (path: string): string => path.split('/').map(encodeURIComponent).join('/');

/** Address of a file that a note shows, below the site's base. */
export function attachmentUrl(path: string): string {
  return attachmentsFolder + encode(path);
}

function place(node: Element): { line: number; column: number } {
  return { line: node.position?.start.line ?? 1, column: node.position?.start.column ?? 1 };
}

const SCHEME = /^[a-z]+:\/\/|\/$/gi;

/** Whether the words of a link are its address. */
function isSpelledOut(node: Element, href: string): boolean {
  return hastText(node).trim().replace(SCHEME, '') === href.replace(SCHEME, '');
}

/** Rewrites every link and image below `tree`, in place. */
export function rewriteLinks(tree: Root, around: Surroundings, problems: Problems): Links {
  const attachments = new Map<string, Attachment>();
  const fragments: FragmentLink[] = [];
  const external: ExternalLink[] = [];
  const attach = (path: string): string => {
    const url = attachmentUrl(path);
    attachments.set(path, { path, url });
    return around.base + url;
  };
  const find = (target: string): string | null => {
    for (const candidate of [decode(target), target]) {
      const path = resolvePath(around.path, candidate);
      const file = path === null ? null : around.fileAt(path);
      if (file !== null) return file;
    }
    return null;
  };
  const linked = new Set<unknown>();
  visit(tree, 'element', (node) => {
    if (node.tagName === 'a')
      visit(node, 'element', (inner) => {
        linked.add(inner);
      });
  });
  visit(tree, 'element', (node, index, parent) => {
    if (node.tagName === 'a') link(node);
    else if (node.tagName === 'source') {
      if (parent !== undefined && index !== undefined) parent.children.splice(index, 1);
      return index;
    } else if (node.tagName === 'img') image(node);
    return undefined;
  });
  return { attachments: [...attachments.values()], fragments, external };

  function unlink(node: Element, className: string): void {
    node.tagName = 'span';
    node.properties = { className: [className] };
  }

  function link(node: Element): void {
    if (node.properties['href'] === undefined) {
      if (node.properties['id'] === undefined && node.properties['name'] === undefined)
        unlink(node, 'no-link');
      return;
    }
    let href = String(node.properties['href']).trim();
    if (
      node.properties['dataFootnoteRef'] !== undefined ||
      node.properties['dataFootnoteBackref'] !== undefined
    )
      return;
    if (/^[a-z][a-z0-9+.-]*:/i.test(href)) {
      toOtherHost(node, href);
      return;
    }
    if (/^(?:[/\\]{2}|[/\\]\\)/.test(href)) {
      problems.add('unsafe-link', place(node), href);
      unlink(node, 'dead-link');
      return;
    }
    if (href.includes('\\') || /%5c/i.test(href)) {
      problems.add(
        'backslash-path',
        place(node),
        href.replace(/%5c/gi, '\\').replace(/^\.\/(?=[a-z]:)/i, ''),
      );
      href = href.replace(/\\|%5c/gi, '/');
    }
    const [, target = '', query = '', hash = ''] = /^([^?#]*)(\?[^#]*)?(#.*)?$/.exec(href) ?? [];
    const fragment = decode(hash.slice(1));
    if (target === '') {
      const route = around.routeOf(around.path);
      if (route !== null && fragment !== '' && fragment !== 'top') {
        fragments.push({ route, fragment, target: href, ...place(node), href });
      }
      return;
    }
    const path = find(target) ?? topicFolder(target);
    if (path === null) {
      problems.add('dead-link', place(node), href);
      unlink(node, 'dead-link');
      return;
    }
    const route = around.routeOf(path);
    if (route === null) {
      node.properties['href'] = attach(path) + query + hash;
      return;
    }
    const address = around.base.replace(/\/$/, '') + encodeURI(route) + hash;
    node.properties['href'] = address;
    if (fragment !== '') fragments.push({ route, fragment, target: href, ...place(node), href: address });
  }

  /** A link to a folder leads to its topic. */
  function topicFolder(target: string): string | null {
    const path = resolvePath(around.path, decode(target));
    return path !== null && around.routeOf(path) !== null ? path : null;
  }

  function toOtherHost(node: Element, href: string): void {
    let host = '';
    try {
      const url = new URL(href);
      host = url.hostname;
      if (!['http:', 'https:', 'mailto:', 'tel:'].includes(url.protocol)) throw new Error('scheme');
    } catch {
      problems.add('unsafe-link', place(node), href);
      unlink(node, 'dead-link');
      return;
    }
    if (host !== '' && PRIVATE.test(host)) problems.add('private-link', place(node), href);
    if (host === '') return;
    node.properties['rel'] = ['noopener', 'noreferrer'];
    // On paper an address stands behind its words; an address that is its own words stands once.
    if (isSpelledOut(node, href)) node.properties['className'] = ['bare'];
    external.push({ href, line: place(node).line });
  }

  function image(node: Element): void {
    const src = String(node.properties['src'] ?? '').trim();
    const alt = String(node.properties['alt'] ?? '');
    if (node.properties['alt'] === undefined || alt.trim() === '') {
      if (src !== '') problems.add('missing-alt', place(node));
      node.properties['alt'] = '';
    }
    if (/^(?:https?:)?\/\//i.test(src)) {
      problems.add('external-image', place(node), src);
      const words: ElementContent[] = [{ type: 'text', value: alt || (src.split('/').at(-1) ?? src) }];
      node.children = words;
      if (linked.has(node)) unlink(node, 'external-image');
      else {
        const href = src.startsWith('//') ? `https:${src}` : src;
        if (URL.canParse(href)) external.push({ href, line: place(node).line });
        node.tagName = 'a';
        node.properties = {
          href,
          className: ['external-image'],
          rel: ['noopener', 'noreferrer'],
        };
      }
      return;
    }
    const target = src.replace(/\\|%5c/gi, '/').replace(/[?#].*$/, '');
    const file = target === '' ? null : find(target);
    const fault = file === null ? null : (around.imageFaultAt?.(file) ?? null);
    if (file === null || fault !== null) {
      if (fault === null) problems.add('missing-image', place(node), src);
      else problems.add('damaged-image', place(node), `“${src}” ${fault}`);
      node.children = [{ type: 'text', value: alt || src }];
      unlink(node, 'missing-image');
      return;
    }
    node.properties['src'] = attach(file);
    // Its size keeps the place free, so that nothing jumps when the image arrives.
    if (node.properties['width'] === undefined && node.properties['height'] === undefined)
      Object.assign(node.properties, around.sizeOf?.(file));
    node.properties['loading'] = 'lazy';
    node.properties['decoding'] = 'async';
  }
}
