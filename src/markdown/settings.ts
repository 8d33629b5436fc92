/** `unfold.yaml` at the root of a notes folder: optional, and everything in it is optional. */
import { matchesGlob } from 'node:path';
import { parseDocument } from 'yaml';
import { languageTag } from '../core/language.ts';
import type { Problem } from '../core/note.ts';
import type { BindOptions } from './container.ts';
import type { LineForm } from './line-forms.ts';
import { Problems } from './problems.ts';

export interface Settings {
  title: string | null;
  description: string | null;
  lang: string | null;
  /** Topics in the order they are to be read, by path of the folder; those not named follow. */
  topics: Map<string, { title: string | null; description: string | null }>;
  /** Globs of files that are no notes. */
  leaveOut: string[];
  /** Further forms of questions that the folder uses. */
  forms: Set<LineForm>;
  /** How toggles without a summary are read. */
  unnamed: BindOptions['unnamed'];
}

const DEFAULTS: Settings = {
  title: null,
  description: null,
  lang: null,
  topics: new Map(),
  leaveOut: [],
  forms: new Set(),
  unnamed: 'auto',
};
const KEYS = ['title', 'description', 'lang', 'topics', 'leaveOut', 'forms', 'unnamed'];

/** True where a glob of `leaveOut` matches `path`. */
export function isLeftOut(path: string, settings: Settings): boolean {
  return settings.leaveOut.some((glob) => matchesGlob(path, glob));
}

const FORMS: readonly LineForm[] = ['q-a', 'double-colon'];

const text = (value: unknown): string | null =>
  typeof value === 'string' && value.trim() !== '' ? value.trim() : null;

/** Reads the text of `unfold.yaml`; null where there is none. */
export function readSettings(source: string | null): {
  settings: Settings;
  problems: (Problem & { path: string })[];
} {
  const problems = new Problems();
  const done = (settings: Settings): ReturnType<typeof readSettings> => ({
    settings,
    problems: problems.all.map((problem) => ({ ...problem, path: 'unfold.yaml' })),
  });
  if (source === null) return done(DEFAULTS);
  const fail = (line: number, reason: string): ReturnType<typeof readSettings> => {
    problems.add('settings', { line }, reason);
    return done(DEFAULTS);
  };
  if (/(^|\s)[&*][A-Za-z_]/.test(source)) return fail(1, 'aliases are not allowed');
  const document = parseDocument(source, { schema: 'core', uniqueKeys: true });
  const fault = document.errors[0];
  if (fault !== undefined)
    return fail(
      fault.linePos?.[0].line ?? 1,
      (fault.message.split('\n')[0] ?? '').replace(/ at line \d+, column \d+:?$/, ''),
    );
  const data = (document.toJSON() ?? {}) as Record<string, unknown>;
  for (const key of Object.keys(data))
    if (!KEYS.includes(key)) return fail(1, `the key “${key}” is unknown; known are ${KEYS.join(', ')}`);
  const topics = new Map<string, { title: string | null; description: string | null }>();
  for (const entry of Array.isArray(data['topics']) ? (data['topics'] as unknown[]) : []) {
    const record = typeof entry === 'string' ? { path: entry } : ((entry ?? {}) as Record<string, unknown>);
    const path = text(record['path']);
    if (path === null) return fail(1, 'a topic has no path');
    topics.set(path.replace(/^\/+|\/+$/g, ''), {
      title: text('title' in record ? record['title'] : null),
      description: text('description' in record ? record['description'] : null),
    });
  }
  const lang = text(data['lang']);
  if (lang !== null && languageTag(lang) === null)
    return fail(1, `“lang” is “${lang}”, which is no tag of a language such as en, ja or pt-BR`);
  const unnamed = data['unnamed'] ?? 'auto';
  if (unnamed !== 'auto' && unnamed !== 'answer' && unnamed !== 'disclosure')
    return fail(1, '“unnamed” is answer, disclosure or auto');
  const leaveOut = data['leaveOut'] ?? [];
  if (!Array.isArray(leaveOut) || leaveOut.some((glob) => typeof glob !== 'string'))
    return fail(1, '“leaveOut” is a list of paths or globs');
  const forms = data['forms'] ?? [];
  if (!Array.isArray(forms) || forms.some((form) => !FORMS.includes(form as LineForm)))
    return fail(1, `“forms” is a list of ${FORMS.join(' and ')}`);
  return done({
    title: text(data['title']),
    description: text(data['description']),
    lang: lang && languageTag(lang),
    topics,
    leaveOut: leaveOut as string[],
    forms: new Set(forms as LineForm[]),
    unnamed,
  });
}
