/**
 * Names on each of the site's own pages the scripts that its scripts import, so that a browser fetches them side by side
 * and not one after the other: review is there a round trip of the network sooner. Notes need none: their scripts import
 * next to nothing before the learner asks for it.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { basePath } from '../site.ts';

const ENTRY = /<script type="module" src="([^"]+)"/g;

/** What is read of a file that Vite is about to write. */
interface Written {
  type: 'chunk' | 'asset';
  fileName: string;
  imports?: string[];
}

/** The integration for astro.config.mjs. */
export function scriptsAhead(): AstroIntegration {
  const importsOf = new Map<string, string[]>();
  const graph = {
    name: 'scripts-ahead',
    applyToEnvironment: ({ name }: { name: string }) => name === 'client',
    generateBundle(_: unknown, bundle: Record<string, Written>) {
      for (const { fileName, imports } of Object.values(bundle)) importsOf.set(fileName, imports ?? []);
    },
  };
  return {
    name: 'scripts-ahead',
    hooks: {
      'astro:config:setup': ({ updateConfig }) => {
        updateConfig({ vite: { plugins: [graph] } });
      },
      'astro:build:done': async ({ dir }) => {
        const { shell }: { shell: string[] } = JSON.parse(
          await readFile(new URL('offline.json', dir), 'utf8'),
        );
        for (const address of shell.filter((one) => one.endsWith('/'))) {
          const page = fileURLToPath(new URL(`./${address.slice(basePath.length)}index.html`, dir));
          await writeFile(page, withLinks(await readFile(page, 'utf8'), importsOf));
        }
      },
    },
  };
}

/** The page with a link to each script that those of the page import, however many steps away. */
function withLinks(html: string, importsOf: ReadonlyMap<string, string[]>): string {
  const entries = [...html.matchAll(ENTRY)].map(([, src = '']) => src.slice(basePath.length));
  const all = new Set(entries);
  for (const file of all) for (const imported of importsOf.get(file) ?? []) all.add(imported);
  const links = [...all]
    .slice(entries.length)
    .map((file) => `<link rel="modulepreload" href="${basePath}${file}">`);
  return html.replace('</head>', `${links.join('')}</head>`);
}
