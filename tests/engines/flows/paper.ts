/** Printing. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { blocksOf, missingFrom } from '../../support/answers.ts';
import { places } from '../../support/notes.ts';
import { pagesOf } from '../../support/pages.ts';
import { squeezed } from '../../support/pdf.ts';
import { sites } from '../../support/sites.ts';
import type { Flow } from '../flow.ts';
import { find } from '../packages.ts';

export const paper: Flow[] = [
  {
    name: 'every word of every answer is on paper, no control is, and the page is as it was',
    async walk({ reader, root }) {
      await reader.driver.open(root + places.dough);
      await reader.reads('h1', 'Dough');
      const pdf = await reader.driver.print();
      const text = execFileSync(await find('paper'), ['-', '-'], { input: pdf, encoding: 'utf8' });
      const note = (await pagesOf(sites.notes)).find(({ address }) => address === `/${places.dough}`);
      assert.ok(note);
      const { answers, prompts, open } = blocksOf(note);
      assert.ok(answers.length > 10);
      assert.deepEqual(missingFrom(squeezed(text), [...answers, ...prompts, ...open]), []);
      for (const control of ['Open all', 'Topics', 'Dark', 'On this page', 'Next'])
        assert.ok(!text.includes(control), `“${control}” is on paper.`);
      await reader.waits(0, () => document.querySelectorAll('article details[open]').length);
    },
  },
];
