/**
 * Where a reader can improve a note.
 *
 * The address is stated (`EDIT_URL`), or follows from where the notes were cloned
 * from; where neither is known, the file and line are told in words.
 */

import { relative } from 'node:path';
import * as words from '#words';
import { editUrl } from '../site.ts';
import { git } from './git.ts';

/** Places to edit, for one folder of notes. */
export interface Editing {
  /** Address of a note's editor, or null. */
  address(path: string): string | null;
  /** Fills the places the reader of notes left for inviting an answer to an open question. */
  inviteAnswers(html: string, path: string): string;
}

/** Paths of a host's editor, and how it points at a line. */
const hosts: { name: RegExp; edit: (repository: string, branch: string) => string }[] = [
  { name: /^github\.com$/, edit: (repository, branch) => `${repository}/edit/${branch}` },
  { name: /^gitlab\./, edit: (repository, branch) => `${repository}/-/edit/${branch}` },
  { name: /^codeberg\.org$/, edit: (repository, branch) => `${repository}/_edit/${branch}` },
];

/** Finds out where the notes of a folder can be edited. */
export async function editing(folder: string): Promise<Editing> {
  const base = editUrl ?? (await fromOrigin(folder));
  const home = relative('.', folder);
  const shown = home.startsWith('..') ? '' : `${home}/`;

  const address = (path: string) => (base ? `${base.replace(/\/$/, '')}/${encodePath(path)}` : null);
  return {
    address,
    inviteAnswers: (html, path) =>
      html.replace(/<p class="invitation" data-line="(\d+)"><\/p>/g, (_, line: string) => {
        const editor = address(path);
        const [before, link, after] = words.addAnswer.split('|').map(escapeHtml);
        const invitation = editor
          ? `${before}<a href="${escapeHtml(`${editor}#L${line}`)}" rel="noopener noreferrer">${link}</a>${after}`
          : escapeHtml(words.writeAnswer(`${shown}${path}`, line));
        return `<p class="invitation">${invitation}</p>`;
      }),
  };
}

async function fromOrigin(folder: string): Promise<string | null> {
  const [origin, branch, prefix] = await Promise.all([
    git(folder, 'remote', 'get-url', 'origin'),
    mainBranch(folder),
    git(folder, 'rev-parse', '--show-prefix'),
  ]);
  const repository =
    origin && /^(?:https?:\/\/|ssh:\/\/|)(?:[^@/]+@)?([^/:]+)(?::\d+)?[/:](.+?)(?:\.git)?\/?$/.exec(origin);
  if (!repository || !branch || prefix === null) return null;
  const [, host = '', path = ''] = repository;
  const known = hosts.find(({ name }) => name.test(host));
  return known ? `${known.edit(`https://${host}/${path}`, branch)}/${encodePath(prefix)}` : null;
}

/** The branch that contributions go to, else the one that is checked out. */
async function mainBranch(folder: string): Promise<string | null> {
  const remote = await git(folder, 'symbolic-ref', '--short', 'refs/remotes/origin/HEAD');
  return remote?.replace(/^origin\//, '') ?? (await git(folder, 'symbolic-ref', '--short', 'HEAD'));
}

function encodePath(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/');
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
