/**
 * `_headers` and `_redirects`, after the build: what Netlify and Cloudflare read from the folder they publish.
 *
 * Both take the folder for the root of the host. A site below a path is led there by a rewrite.
 */
import { writeFile } from 'node:fs/promises';
import type { AstroIntegration } from 'astro';
import { attachmentsFolder, basePath } from '../site.ts';
import { FOR_EVER, hashedFolders, headers, policyOfFiles } from './host-headers.ts';

/** The integration for astro.config.mjs. */
export function hostFiles(): AstroIntegration {
  return {
    name: 'host-files',
    hooks: {
      'astro:build:done': async ({ dir }) => {
        await writeFile(new URL('_headers', dir), headersFile(basePath));
        const redirects = redirectsFile(basePath);
        if (redirects) await writeFile(new URL('_redirects', dir), redirects);
      },
    },
  };
}

/** `_headers` of a site at `base`, which has `/` at both ends. A path that several rules match gets what all of them say. */
export function headersFile(base: string): string {
  // Below a path, one host compares with what was asked for, another with what that was rewritten to.
  const roots = [...new Set(['/', base])];
  const rules: [path: string, headers: Readonly<Record<string, string>>][] = [
    ['/*', headers],
    ...roots.flatMap((root): typeof rules => [
      [`${root}${attachmentsFolder}*`, { 'Content-Security-Policy': policyOfFiles }],
      ...hashedFolders.map((folder): (typeof rules)[0] => [
        `${root}${folder}*`,
        { 'Cache-Control': FOR_EVER },
      ]),
      [`${root}sw.js`, { 'Cache-Control': 'no-cache' }],
    ]),
  ];
  return rules.map(([path, values]) => `${path}\n${linesOf(values)}`).join('\n');
}

function linesOf(values: Readonly<Record<string, string>>): string {
  return Object.entries(values)
    .map(([name, value]) => `  ${name}: ${value}\n`)
    .join('');
}

/**
 * `_redirects` of a site at `base`; empty at the root of a host, where every file stands at its address.
 *
 * The order matters: for Netlify an address is the same with and without a slash at its end, so a rule that adds one leads to
 * itself unless what serves the page comes before it; for Cloudflare `/notes/*` is not about `/notes`.
 */
export function redirectsFile(base: string): string {
  if (base === '/') return '';
  return `/ ${base} 302\n${base}* /:splat 200\n${base.slice(0, -1)} ${base} 301\n`;
}
