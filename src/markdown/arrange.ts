/** Gives every note its address, its topic and its place in the reading order. */
import { basename } from 'node:path';
import type { Problem } from '../core/note.ts';
import { type FrontMatter, readFrontMatter } from './front-matter.ts';
import { Problems } from './problems.ts';
import type { RuleId } from './rules.ts';
import type { FoundFile } from './scan.ts';
import { isLeftOut, type Settings } from './settings.ts';
import { mark, slug } from './slug.ts';

/** A note in its place, not yet read. */
export interface Place {
  path: string;
  route: string;
  /** Route of its topic. */
  topic: string;
  /** A README without toggles, shown at its topic's address. */
  landing: boolean;
  body: string;
  source: string;
  frontMatter: FrontMatter;
  fallbackTitle: string;
  faults: { line: number; rule: RuleId; detail: string }[];
}

export interface PlacedTopic {
  path: string;
  route: string;
  title: string;
}

export interface Arrangement {
  places: Place[];
  topics: PlacedTopic[];
  problems: (Problem & { path: string })[];
  skipped: { path: string; reason: string }[];
  /** Title of a folder that says nothing of itself. `root`: its path. */
  title: (root: string) => string;
}

const natural = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });
const README = /^(?:readme|index)(?:[._-][a-z]{2}(?:[-_][a-z]{2,4})?)?$/i;
/** A path on disk may have this many bytes in each part. */
const NAME_LIMIT = 255;

const withoutExtension = (name: string): string => name.replace(/\.[^.]+$/, '');
const folderOf = (path: string): string => path.split('/').slice(0, -1).join('/');

function segment(name: string, kind: 'note' | 'topic'): string {
  return slug(name) || `${kind}-${mark(name)}`;
}

function topicRoute(folder: string): string {
  return folder === ''
    ? '/'
    : `/${folder
        .split('/')
        .map((name) => segment(name, 'topic'))
        .join('/')}/`;
}

/** A name as a title: leading numbers and separators off, the first letter capital. */
function humanise(name: string): string {
  const words =
    name
      .replace(/^\d+[.)\s_-]*(?=\D)/, '')
      .replace(/[_-]+/g, ' ')
      .trim() || name;
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** Arranges `files` by `settings`. Two notes that want one address are told, and the second has no page. */
export function arrange(files: FoundFile[], settings: Settings): Arrangement {
  const result: Arrangement = {
    places: [],
    topics: [],
    problems: [],
    skipped: [],
    title: (root) => humanise(basename(root)),
  };
  const tell = (rule: RuleId, path: string, line: number, detail: string): void => {
    const problems = new Problems();
    problems.add(rule, { line }, detail);
    result.problems.push(...problems.all.map((problem) => ({ ...problem, path })));
  };
  const folders = new Set(files.map((file) => folderOf(file.path)));
  const topicRoutes = new Set([...folders].map(topicRoute));
  const byRoute = new Map<string, string>();

  for (const file of files) {
    if (isLeftOut(file.path, settings)) {
      result.skipped.push({ path: file.path, reason: 'unfold.yaml leaves it out' });
      continue;
    }
    const { data, body, faults } = readFrontMatter(file.text);
    const fatal = faults.find((fault) => fault.rule === 'front-matter');
    if (fatal !== undefined) {
      tell('front-matter', file.path, fatal.line, fatal.detail);
      continue;
    }
    if (data.draft === true) {
      result.skipped.push({ path: file.path, reason: 'its front matter says draft' });
      continue;
    }
    if (body.trim() === '') {
      tell('empty-note', file.path, 1, '');
      result.skipped.push({ path: file.path, reason: 'it has no text' });
      continue;
    }
    const place = placeOf(file, data, body, topicRoutes);
    place.faults.push(...file.faults, ...faults.map(({ line, rule, detail }) => ({ line, rule, detail })));
    if (data.slug !== undefined && place.route === '') {
      tell('bad-address', file.path, 1, data.slug);
      continue;
    }
    if (
      place.route.split('/').some((part) => Buffer.byteLength(part) > NAME_LIMIT - 5) ||
      Buffer.byteLength(place.route) > 1000
    ) {
      tell('long-name', file.path, 1, String(Buffer.byteLength(place.route)));
      continue;
    }
    const other = byRoute.get(place.route.toLowerCase());
    if (other !== undefined) {
      tell('same-address', file.path, 1, `${other} and ${file.path}`);
      continue;
    }
    byRoute.set(place.route.toLowerCase(), file.path);
    result.places.push(place);
  }
  order(result, settings);
  return result;
}

function placeOf(file: FoundFile, data: FrontMatter, body: string, topicRoutes: Set<string>): Place {
  const name = withoutExtension(basename(file.path));
  const folder = folderOf(file.path);
  const topic = topicRoute(folder);
  const readme = README.test(name);
  const landing = readme && !/[._-]/.test(name) && data.slug === undefined && !/<details\b/i.test(body);
  let route = landing ? topic : `${topic}${segment(name, 'note')}/`;
  if (data.slug !== undefined) {
    const parts = data.slug.split('/').filter((part) => part !== '');
    const bad =
      parts.length === 0 ||
      parts.some((part) => part === '..' || part === '.' || slug(part) === '') ||
      data.slug.includes('\\');
    route = bad ? '' : `${topic}${parts.map((part) => segment(part, 'note')).join('/')}/`;
  } else if (!landing && topicRoutes.has(route)) {
    // A note named like a folder beside it: the address is the folder's, and the note lives inside.
    route = `${route}${segment(name, 'note')}/`;
  }
  return {
    path: file.path,
    route,
    topic,
    landing,
    body,
    source: file.text,
    frontMatter: data,
    fallbackTitle: readme && folder !== '' ? humanise(basename(folder)) : humanise(name),
    faults: [],
  };
}

/** The place of a note whose file has changed; null where it may stand elsewhere now, or have no page. */
export function placeAgain(place: Place, file: FoundFile): Place | null {
  const { data, body, faults } = readFrontMatter(file.text);
  const stays =
    // A README may be a note or the page of its topic, as it asks questions or not.
    !README.test(withoutExtension(basename(place.path))) &&
    body.trim() !== '' &&
    !faults.some(({ rule }) => rule === 'front-matter') &&
    (['slug', 'draft', 'order'] as const).every((key) => data[key] === place.frontMatter[key]);
  if (!stays) return null;
  const found = [...file.faults, ...faults.map(({ line, rule, detail }) => ({ line, rule, detail }))];
  return { ...place, body, source: file.text, frontMatter: data, faults: found };
}

function order(result: Arrangement, settings: Settings): void {
  const rank = (place: Place): number => (README.test(withoutExtension(basename(place.path))) ? -1 : 0);
  const byOrder = (a: Place, b: Place): number =>
    (a.frontMatter.order ?? Number.POSITIVE_INFINITY) - (b.frontMatter.order ?? Number.POSITIVE_INFINITY) ||
    0;
  const topicPaths = [...new Map(result.places.map((place) => [place.topic, folderOf(place.path)]))];
  const wanted = [...settings.topics.keys()];
  const topicRank = (path: string): number => (wanted.includes(path) ? wanted.indexOf(path) : wanted.length);
  topicPaths.sort(([, a], [, b]) => topicRank(a) - topicRank(b) || natural.compare(a, b) || (a < b ? -1 : 1));
  result.topics = topicPaths.map(([route, path]) => ({
    path,
    route,
    title: humanise(basename(path) || 'Notes'),
  }));
  const position = new Map(topicPaths.map(([route], n) => [route, n]));
  result.places.sort(
    (a, b) =>
      (position.get(a.topic) ?? 0) - (position.get(b.topic) ?? 0) ||
      Number(b.landing) - Number(a.landing) ||
      (Number.isNaN(byOrder(a, b)) ? 0 : byOrder(a, b)) ||
      rank(a) - rank(b) ||
      natural.compare(a.path, b.path) ||
      (a.path < b.path ? -1 : 1),
  );
}
