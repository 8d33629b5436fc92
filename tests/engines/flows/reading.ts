/** Reading, toggles, links and finding in the page. */
import assert from 'node:assert/strict';
import { places } from '../../support/notes.ts';
import { filesOf } from '../../support/pages.ts';
import { sites } from '../../support/sites.ts';
import type { Flow } from '../flow.ts';
import { until } from '../until.ts';

const gluten = 'What does gluten do?';
const steam = 'What does steam do in the first minutes?';
const pot = 'How is steam made without a steam oven?';
const lid = 'When does the lid come off?';
const bloom = 'What is the bloom?';

export const reading: Flow[] = [
  {
    name: 'a note is read: a click opens an answer, another closes it, and a key opens it too',
    async walk({ reader, root }) {
      await reader.driver.open(root + places.dough);
      await reader.reads('h1', 'Dough');
      await reader.findsOpen(gluten, false);
      await reader.click('summary', gluten);
      await reader.reads('details[open] .answer', 'It forms a net of proteins once flour is wet.');
      await reader.click('summary', gluten);
      await reader.findsOpen(gluten, false);
      await reader.driver.press('Enter');
      await reader.findsOpen(gluten, true);
    },
  },
  {
    name: 'a link in a sentence is underlined, and leads to its note',
    async walk({ reader, root }) {
      await reader.driver.open(root + places.dough);
      await reader.waits(['underline', 'underline', 'underline'], () =>
        ['main p a', '.bar button', '.bar a'].map((selector) => {
          const link = document.querySelector(selector);
          return link && getComputedStyle(link).textDecorationLine;
        }),
      );
      await reader.click('main p a', 'rising');
      await reader.reads('h1', 'Rising and baking');
    },
  },
  {
    name: 'a link is followed while a script of its page is still on its way',
    async walk({ reader, host, root }) {
      const script = (await filesOf(sites.notes)).find((path) => path.includes('/note-recall.'));
      host.held.add(`/${script}`);
      await reader.driver.open(root + places.dough);
      await until('the script to be asked for', async () => host.asked.includes(`/${script}`) || undefined);
      await reader.click('main p a', 'rising');
      await reader.reads('h1', 'Rising and baking');
    },
  },
  {
    name: 'no page is wider than a phone',
    async walk({ reader, root }) {
      await reader.driver.resize(390, 844);
      for (const place of [places.home, places.topic, places.dough, places.thirty, 'review/', 'search/']) {
        await reader.driver.open(root + place);
        await reader.waits([390, true], () => {
          const { scrollWidth, clientWidth } = document.documentElement;
          return [innerWidth, scrollWidth <= clientWidth];
        });
      }
    },
  },
  {
    name: 'the dark theme is chosen once and holds on the next page',
    async walk({ reader, root }) {
      await reader.driver.open(root + places.dough);
      await reader.click('theme-switch span', 'Dark');
      const paper = () => getComputedStyle(document.documentElement).backgroundColor;
      await reader.waits('rgb(21, 23, 22)', paper);
      await reader.driver.open(root + places.brewing);
      await reader.waits('rgb(21, 23, 22)', paper);
      await reader.click('theme-switch span', 'Light');
      await reader.waits('rgb(253, 252, 249)', paper);
    },
  },
  {
    name: 'toggles within toggles open one by one, and all at once',
    async walk({ reader, root }) {
      await reader.driver.open(root + places.rising);
      await reader.waitsForRecall();
      for (const prompt of [steam, pot, lid]) await reader.click('summary', prompt);
      await reader.reads(
        'details details details[open] > .answer',
        'After twenty minutes, when the loaf has grown as far as it will.',
      );
      await reader.click('summary', pot);
      await reader.findsOpen(pot, false);
      await reader.findsOpen(lid, true);
      await reader.click('.bar button', 'Close all');
      const open = () => document.querySelectorAll('article details[open]').length;
      await reader.waits(0, open);
      await reader.click('.bar button', 'Open all');
      await reader.waits(0, () => document.querySelectorAll('article details:not([open], .hint)').length);
    },
  },
  {
    name: 'a link into a closed answer opens it with all that is around it',
    async walk({ reader, root }) {
      await reader.driver.open(`${root}${places.rising}#when-does-the-lid-come-off`);
      for (const prompt of [steam, pot, lid]) await reader.findsOpen(prompt, true);
      await reader.waits(true, () => {
        const { top = -1, bottom = -1 } = document.querySelector(':target')?.getBoundingClientRect() ?? {};
        return top >= 0 && bottom <= innerHeight;
      });
    },
  },
  {
    name: 'a second click on the same link opens the answer again',
    async walk({ reader, root }) {
      await reader.driver.open(root + places.brewing);
      for (let time = 0; time < 2; time += 1) {
        await reader.click('.contents a', bloom);
        await reader.findsOpen(bloom, true);
        await reader.click('summary', bloom);
        await reader.findsOpen(bloom, false);
      }
    },
  },
  {
    name: 'finding in the page opens the answer that has the words, and asks for no rating',
    async walk({ reader, root }) {
      await reader.driver.open(root + places.dough);
      await reader.waitsForRecall();
      await reader.finds('net holds');
      await reader.findsOpen(gluten, true);
      await reader.stopsFinding();
      const others = () => document.querySelectorAll('article details[open]').length;
      assert.equal(await reader.driver.run(others), 1);
      await reader.reads('details[open] .ending', 'Link');
      assert.equal(await reader.driver.run(() => document.querySelectorAll('.rating').length), 0);
    },
  },
];
