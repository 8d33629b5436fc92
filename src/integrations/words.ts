/**
 * Gives every part of the site the words of its language: `#words` is `src/words/<language>.ts`.
 *
 * Node and TypeScript read `#words` as English (package.json, "imports").
 */
import { existsSync } from 'node:fs';
import { relative } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { AstroIntegration } from 'astro';
import { siteLang } from '../site.ts';

const NAME = '#words';
const FALLBACK = 'en';

const fileOf = (language: string): string =>
  fileURLToPath(new URL(`../words/${language}.ts`, import.meta.url));

/** The language of the words for a site in `lang`: that language, where there is a file of its words, else English. */
export function wordsFor(lang: string): string {
  const { language } = new Intl.Locale(lang);
  return existsSync(fileOf(language)) ? language : FALLBACK;
}

/** The words of a site in `lang`, for what is made after the build, without Vite. */
export function wordsOfSite(lang = siteLang): Promise<typeof import('#words')> {
  return import(pathToFileURL(fileOf(wordsFor(lang))).href);
}

/**
 * A Vite plugin. Each script gets the words that it uses itself: in a file that all scripts share, every page would
 * load the words of all the others.
 */
export function wordsPlugin(file: string) {
  return {
    name: 'words',
    enforce: 'pre' as const,
    resolveId(this: { environment?: { name: string; mode: string } }, id: string, importer?: string) {
      if (id !== NAME) return null;
      const isScript = this.environment?.name === 'client' && this.environment.mode === 'build';
      return isScript && importer ? `${file}?${relative('.', importer.replace(/\?.*$/s, ''))}` : file;
    },
  };
}

/** The integration for astro.config.mjs. */
export function words(): AstroIntegration {
  return {
    name: 'words',
    hooks: {
      'astro:config:setup': ({ updateConfig, logger }) => {
        const language = wordsFor(siteLang);
        const isTranslated = language === new Intl.Locale(siteLang).language;
        if (!isTranslated)
          logger.warn(
            `The site has no words of its own in “${siteLang}”; they are English. docs/translating.md tells how to add a language.`,
          );
        updateConfig({
          vite: {
            plugins: [wordsPlugin(fileOf(language))],
            define: {
              'import.meta.env.UNFOLD_SITE_LANG': JSON.stringify(siteLang),
              'import.meta.env.UNFOLD_WORDS_LANG': JSON.stringify(isTranslated ? siteLang : language),
            },
          },
        });
      },
    },
  };
}
