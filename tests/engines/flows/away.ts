/** Search, and reading without a network. */
import { places } from '../../support/notes.ts';
import type { Flow } from '../flow.ts';
import { isHeld, rate } from './recall.ts';

export const away: Flow[] = [
  {
    name: 'search finds what an answer says, and leads into the answer',
    async walk({ reader, root }) {
      await reader.driver.open(root + places.home);
      await reader.driver.press('/');
      await reader.reads('h1', 'Search');
      await reader.waits('searchbox', () =>
        document.activeElement?.matches('[type=search]') ? 'searchbox' : null,
      );
      await reader.driver.press(...'espresso');
      await reader.reads('[data-found]', 'an espresso is through in half a minute');
      await reader.click('[data-found] a', 'How fine should the coffee be?');
      await reader.findsOpen('How fine should the coffee be?', true);
    },
  },
  {
    name: 'without a server what was visited is read, rated, searched and reviewed, and the rest says that it is not kept',
    async walk(scene) {
      const { reader, host, root } = scene;
      await reader.driver.open(root + places.brewing);
      await reader.waits(true, async () => {
        const registration = await navigator.serviceWorker.getRegistration();
        const isUpToDate = !registration?.installing && !registration?.waiting;
        return navigator.serviceWorker.controller !== null && isUpToDate;
      });
      await host.stop();
      await rate(scene);
      await reader.driver.reload();
      await isHeld(reader);
      await reader.driver.open(`${root}search/?q=bloom`);
      await reader.reads('[data-found]', 'What is the bloom?');
      await reader.driver.open(`${root}review/?topic=2-coffee`);
      await reader.reads('h1', 'Why does a fine grind taste bitter in a press?');
      await reader.driver.open(root + places.dough);
      await reader.reads('h1', 'This page is not kept here');
    },
  },
];
