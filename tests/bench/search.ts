/** How large the search index of a large course is, how long it takes to make, and how soon results are there while one types. */
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import type { Page } from '@playwright/test';
import { createIndex } from 'pagefind';
import { searchDocument } from '../../src/core/search-document.ts';
import { readFolder } from '../../src/markdown/folder.ts';
import { dropProfile, newProfile, startBrowser } from '../support/log-page.ts';
import { serve } from '../support/serve.ts';
import { type Course, QUESTIONS } from './course.ts';
import { type Measured, quantile, rounded } from './figure.ts';

/** Typed letter by letter: a word, another one, two words, a phrase. */
const QUERIES = ['smoke', 'harvest', 'green kettle', '"first water"', 'copper'];
/** In ms between letters, as fast typists type. */
const BETWEEN = 120;

export async function search(course: Course): Promise<Measured> {
  const site = await course.site();
  const weighed = await weigh(join(site.folder, 'pagefind'));
  const made = await make(course);
  const server = await serve(site);
  const profile = await newProfile();
  try {
    const browser = await startBrowser(profile);
    const page = await browser.context.newPage();
    await watch(page);
    await page.goto(`${server.url}search/`);
    const cold = await type(page, 'w');
    const last: number[] = [];
    const every: number[] = [];
    for (const query of QUERIES) {
      await page.locator('[type="search"]').fill('');
      let took = 0;
      for (let end = 1; end <= query.length; end += 1) {
        took = await type(page, query.slice(0, end));
        if (end > 1) every.push(took);
        await page.waitForTimeout(Math.max(0, BETWEEN - took));
      }
      last.push(took);
    }
    await browser.close();
    const ms = { unit: 'ms' };
    return {
      figures: [
        {
          name: `index of ${course.notes * QUESTIONS} questions`,
          value: rounded(weighed.bytes / 1e6, 1),
          unit: 'MB',
        },
        { name: 'files of it', value: weighed.files, unit: '' },
        { name: 'made in', value: rounded(made / 1000, 1), unit: 's' },
        { name: 'first letter to results, index not yet fetched', value: rounded(cold), ...ms },
        { name: 'last letter to results, median', value: rounded(quantile(last, 0.5)), ...ms, most: 100 },
        {
          name: 'any letter after the first, median',
          value: rounded(quantile(every, 0.5)),
          ...ms,
          most: 100,
        },
        { name: 'any letter after the first, 95 of 100', value: rounded(quantile(every, 0.95)), ...ms },
      ],
      details: { queries: QUERIES, last, every },
    };
  } finally {
    await server.close();
    await dropProfile(profile);
  }
}

/** Notes down in the page how long it took from an input until its results lay there. */
async function watch(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const own = { typed: 0, took: -1 };
    Object.assign(window, { own });
    addEventListener(
      'input',
      () => {
        own.typed = performance.now();
        own.took = -1;
      },
      { capture: true },
    );
    new MutationObserver(() => {
      const element = document.querySelector<HTMLElement>('study-search');
      const box = document.querySelector<HTMLInputElement>('[type="search"]');
      if (element?.dataset['shown'] === box?.value && own.took < 0) own.took = performance.now() - own.typed;
    }).observe(document, { subtree: true, attributes: true, attributeFilter: ['data-shown'] });
  });
}

/** Puts `query` into the search as its last letter does, and returns the ms until its results lie there. */
async function type(page: Page, query: string): Promise<number> {
  await page.locator('[type="search"]').fill(query);
  const took = await page.waitForFunction(() => {
    const { own } = window as unknown as { own: { took: number } };
    return own.took >= 0 ? { took: own.took } : null;
  });
  return (await took.jsonValue())?.took ?? Number.NaN;
}

async function weigh(folder: string): Promise<{ bytes: number; files: number }> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = found.filter((entry) => entry.isFile());
  const sizes = await Promise.all(files.map(({ parentPath, name }) => stat(join(parentPath, name))));
  return { bytes: sizes.reduce((sum, { size }) => sum + size, 0), files: files.length };
}

/** Makes the index of the course once more, by itself and in memory; in ms. */
async function make(course: Course): Promise<number> {
  const { notes, lang } = await readFolder(await course.folder(), { base: '/' });
  const start = performance.now();
  const { index } = await createIndex();
  if (!index) throw new Error('Pagefind gave no index.');
  for (const note of notes) await index.addHTMLFile({ url: note.route, content: searchDocument(note, lang) });
  await index.getFiles();
  await index.deleteIndex();
  return performance.now() - start;
}
