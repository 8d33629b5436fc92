/** Threads write the words of the site's language, whichever it is, as one thread does. */
import assert from 'node:assert/strict';
import { registerHooks } from 'node:module';
import { join } from 'node:path';
import { test } from 'node:test';
import type { File, Frame } from '../../src/markdown/place-reader.ts';

// As the bundler does for a site in Japanese.
const words = new URL('../../src/words/ja.ts', import.meta.url).href;
registerHooks({
  resolve: (name, context, next) =>
    name === '#words' ? { url: words, shortCircuit: true } : next(name, context),
});
const { readFiles } = await import('../../src/markdown/threads.ts');

const frame: Frame = {
  root: join(import.meta.dirname, '..', 'fixtures', 'notes'),
  base: '/',
  routes: new Map(),
  spelling: new Map(),
  facts: new Map(),
  unnamed: 'answer',
  forms: new Set(),
};
const body = '# お茶\n\n| 水 | 葉 |\n|---|---|\n| 1 | 2 |\n';
const files = ['a.md', 'b.md'].map((path): File => ({ path, body, frontMatter: {}, fallbackTitle: path }));

async function pages(threads: number): Promise<(string | undefined)[]> {
  const all: string[] = [];
  const tell: Parameters<typeof readFiles>[2] = (place, { reading }) => {
    all[place] = reading?.html ?? '';
  };
  await readFiles(frame, files, tell, threads);
  return all;
}

test('a table read in a thread is named in the language of the site', async () => {
  const one = await pages(1);
  assert.match(one[0] ?? '', /aria-label="表：水、葉"/);
  assert.deepEqual(await pages(2), one);
});
