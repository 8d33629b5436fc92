import mdx from '@astrojs/mdx';
import { defineConfig } from 'astro/config';
import { anki } from './src/integrations/anki/anki.ts';
import { attachments } from './src/integrations/attachments.ts';
import { everyNoteAPage } from './src/integrations/every-note-a-page.ts';
import { hostFiles } from './src/integrations/host-files.ts';
import { inPlace } from './src/integrations/in-place.ts';
import { leanScripts } from './src/integrations/lean-scripts.ts';
import { liveNotes } from './src/integrations/live-notes.ts';
import { offlineReading } from './src/integrations/offline.ts';
import { pagesList } from './src/integrations/pages-list.ts';
import { scriptsAhead } from './src/integrations/scripts-ahead.ts';
import { search } from './src/integrations/search-index/search.ts';
import { socialImages } from './src/integrations/social-images/social-images.ts';
import { words } from './src/integrations/words.ts';
import { basePath, cacheFolder, offline, siteUrl } from './src/site.ts';

const HISTORY =
  /ts-fsrs|src\/browser\/(?:history|log\/(?!snapshot|kept-answer|merge)|recall\/(?:cards|ratings|ticks|words))|src\/core\/(?:day|event|memory|schedule|standing|study-settings)\.ts/;

/** A few lines each, that a note needs at once: a file for all costs less than one for each. */
const FIRST = /src\/browser\/(?:permalinks|when-idle|late-scripts)\.ts/;

/** The service worker stands at the root of what it serves, under a name that stays; any other beside the scripts. */
const nameOfWorker = ({ name }) => (name === 'sw' ? 'sw.js' : '_astro/[name].[hash].js');

/** A script of a page is called as its component is; Astro's own names weigh as much as a paragraph. */
const nameOfScript = ({ name }) => `_astro/${name.replace(/\.astro_astro_type_script.*/, '')}.[hash].js`;

const written = inPlace();

export default defineConfig({
  ...(siteUrl ? { site: siteUrl } : {}),
  base: basePath,
  cacheDir: cacheFolder,
  trailingSlash: 'always',
  // Only whitespace that HTML itself ignores may go: 'jsx' mode eats the space between two lines of a sentence.
  compressHTML: true,
  build: { format: 'directory', inlineStylesheets: 'never' },
  devToolbar: { enabled: false },
  // Pages that are what they were are taken from the build before: src/data/notes.ts, `keyed`.
  experimental: { incrementalBuild: true },
  integrations: [
    written.begin,
    words(),
    mdx({ syntaxHighlight: false }),
    attachments(),
    search(),
    anki(),
    liveNotes(),
    ...pagesList(),
    ...socialImages(),
    hostFiles(),
    written.end,
    everyNoteAPage(),
    scriptsAhead(),
    // The last, because it lists what the others have written.
    offlineReading(),
  ],
  vite: {
    plugins: [leanScripts()],
    define: { 'import.meta.env.UNFOLD_OFFLINE': JSON.stringify(offline ? 'on' : 'off') },
    // A worker is a file of its own, for which the policy has a word, and gets as little of ts-fsrs as a page.
    worker: {
      format: 'es',
      plugins: () => [leanScripts()],
      rolldownOptions: { output: { entryFileNames: nameOfWorker } },
    },
    environments: {
      client: {
        build: {
          // What every page with a history needs, in one file and not in several small ones.
          rolldownOptions: {
            output: {
              entryFileNames: nameOfScript,
              codeSplitting: {
                groups: [
                  { name: 'history', test: HISTORY },
                  { name: 'first', test: FIRST },
                ],
              },
            },
          },
        },
      },
    },
    build: {
      // An inlined script or image would need an exception in the content security policy.
      assetsInlineLimit: 0,
      // The oldest browsers of docs/browsers.md; for older ones Vite would expand every colour of the tokens.
      cssTarget: ['chrome123', 'firefox125', 'safari17.5'],
    },
  },
});
