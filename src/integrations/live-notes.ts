/**
 * In dev: tells every browser when notes were read again, so that what an author saves is seen at once.
 *
 * A page may be on its way while a note is saved. So each says by a header which reading it shows, and asks once it listens
 * whether there was another one since.
 */
import type { AstroIntegration } from 'astro';
import { notesRead } from '../site.ts';

const NAME = 'notes';
const EVENT = 'unfold:notes-read';

/** What takes the place of a reload that waits for a browser: the reload of a page that there is not. */
const NOTHING = { type: 'full-reload', path: '/no-page.html' } as const;

/** The integration for astro.config.mjs. */
export function liveNotes(): AstroIntegration {
  return {
    name: 'live-notes',
    hooks: {
      'astro:config:setup': ({ command, injectScript }) => {
        if (command === 'dev') injectScript('page', "import '/src/browser/dev/live-notes.ts';");
      },
      'astro:server:setup': ({ server }) => {
        let reading = 0;
        const { client, ...others } = server.environments;
        server.middlewares.use((request, response, next) => {
          // Vite has whoever connects first load anew what Astro read before. A page that is asked for now shows that already.
          if (request.headers['sec-fetch-dest'] === 'document') client?.hot.send(NOTHING);
          response.setHeader('Server-Timing', `${NAME};desc="${reading}"`);
          next();
        });
        client?.hot.on('unfold:notes-shown', (shown: number, browser) => {
          if (shown < reading) browser.send(EVENT, { shown: true });
        });
        notesRead.subscribe((message) => {
          const { shown } = message as { shown: boolean };
          if (shown) reading += 1;
          // Astro remembers which pages there are, with what is on them.
          for (const { hot } of Object.values(others)) hot.send('astro:content-changed', {});
          client?.hot.send(EVENT, { shown });
        });
      },
    },
  };
}
