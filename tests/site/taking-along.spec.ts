import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Page as BrowserPage, expect, test } from '@playwright/test';
import type { Element } from 'hast';
import { toString as textIn } from 'hast-util-to-string';
import type { TakenCard } from '../../src/core/card.ts';
import { parseCsv } from '../support/csv.ts';
import { elementsOf, filesOf, type Page, pagesOf } from '../support/pages.ts';
import { squeezed } from '../support/pdf.ts';
import { days, type Site, sites } from '../support/sites.ts';

const { below, notes } = sites;
const host = 'https://notes.example';
const home = `${host}${below.base}`;

const textOf = (site: Site, file: string): Promise<string> => readFile(join(site.folder, file), 'utf8');
const jsonOf = async (site: Site, file: string) => JSON.parse(await textOf(site, file));

/** The file of a site that a whole address names. */
const fileAt = (address: string): string => {
  expect(address.startsWith(home), address).toBe(true);
  const path = decodeURIComponent(new URL(address).pathname.slice(below.base.length));
  return path === '' || path.endsWith('/') ? `${path}index.html` : path;
};

/** The words of an element, and what its pictures and drawings show in words. */
const wordsOf = (element: Element): string =>
  [
    textIn(element),
    ...elementsOf(element).map(({ properties: { alt, ariaLabel } }) => alt ?? ariaLabel),
  ].join('\n');

const idsOf = ({ tree }: Page): Set<string> =>
  new Set(elementsOf(tree).flatMap(({ properties: { id } }) => (typeof id === 'string' ? [id] : [])));

/** The elements of an XML document by name, each with its text and attributes. It has to be well-formed. */
function elementsOfXml(page: BrowserPage, xml: string) {
  return page.evaluate((text) => {
    const tree = new DOMParser().parseFromString(text, 'application/xml');
    const fault = tree.querySelector('parsererror');
    if (fault) throw new Error(fault.textContent ?? 'not well-formed');
    return [...tree.querySelectorAll('*')].map((element) => ({
      name: element.localName,
      text: element.textContent ?? '',
      attributes: Object.fromEntries([...element.attributes].map(({ name, value }) => [name, value])),
      parent: element.parentElement?.localName ?? null,
    }));
  }, xml);
}

for (const [name, site] of Object.entries(sites)) {
  test(`in ${name}, the questions of every note are there as Markdown, by their ids`, async () => {
    const files = (await filesOf(site)).filter((file) => file.endsWith('.questions.json'));
    expect(files.length).toBeGreaterThan(1);
    const pages = new Map((await pagesOf(site)).map((page) => [page.file, page]));
    for (const file of files) {
      const page = pages.get(file.replace('.questions.json', '/index.html'));
      if (!page) throw new Error(`${file} belongs to no page`);
      const asked = elementsOf(page.tree).filter(({ properties }) => properties['dataState']);
      const cuts = (await jsonOf(site, file)) as Record<string, string>;
      expect(Object.keys(cuts), file).toEqual(asked.map(({ properties }) => properties['id']));
      const source = (await textOf(site, file.replace('.questions.json', '.md'))).replace(/\s/g, '');
      const foreign = Object.values(cuts).filter((cut) => !source.includes(cut.replace(/\s/g, '')));
      expect(foreign, file).toEqual([]);
    }
  });

  test(`in ${name}, every deck is there as a table with the same cards`, async () => {
    const files = (await filesOf(site)).filter((file) => /^decks\/.*\.csv$/.test(file));
    expect(files.length).toBeGreaterThan(1);
    for (const file of files) {
      const deck = await jsonOf(site, file.replace('.csv', '.json'));
      const decks = (deck.decks ?? [deck]) as { cards: TakenCard[] }[];
      const [head, ...rows] = parseCsv(await textOf(site, file));
      expect(head).toEqual(['id', 'topic', 'note', 'context', 'prompt', 'answer', 'level', 'exams', 'link']);
      const cards = decks.flatMap(({ cards }) => cards);
      expect(rows.map(([id]) => id)).toEqual(cards.map(({ id }) => id));
      // What would be a formula begins with an apostrophe there.
      const answers = cards.map(({ answer }) => answer.replace(/^(?=[=+\-@])/, "'"));
      expect(rows.map((row) => row[5])).toEqual(answers);
      expect(
        rows.filter((row) => row.length !== head?.length || !row[4] || !row[5]),
        file,
      ).toEqual([]);
    }
  });
}

for (const [name, site] of Object.entries(sites)) {
  test(`in ${name}, prompt and answer of every card of the decks are what the page says`, async () => {
    const pages = new Map((await pagesOf(site)).map((page) => [page.address, page]));
    const { decks } = (await jsonOf(site, 'decks/_course.json')) as { decks: { cards: TakenCard[] }[] };
    const cards = decks.flatMap(({ cards }) => cards);
    expect(cards.length).toBeGreaterThan(2);
    for (const { id, note, fragment, prompt, answer } of cards) {
      const page = pages.get(site.base + note.slice(1));
      const element = page && elementsOf(page.tree).find(({ properties }) => properties['id'] === fragment);
      const said = element ? squeezed(wordsOf(element)) : '';
      const lines = [...prompt.split('\n'), ...answer.split('\n')].map(squeezed);
      expect(answer, id).toMatch(/\S/);
      expect(
        lines.filter((line) => !said.includes(line)),
        id,
      ).toEqual([]);
    }
  });
}

test('every link of llms.txt leads to Markdown that is there, and all of it is in llms-full.txt', async () => {
  const links = [...(await textOf(below, 'llms.txt')).matchAll(/\]\((\S+)\)/g)].map(([, link = '']) => link);
  const sources = links.filter((link) => link.endsWith('.md'));
  expect(sources).toHaveLength(5);
  const all = await textOf(below, 'llms-full.txt');
  for (const link of links) expect(existsSync(join(below.folder, fileAt(link))), link).toBe(true);
  for (const link of sources) {
    expect(all).toContain(`<${link}>`);
    expect(all).toContain((await textOf(below, fileAt(link))).trim());
  }
});

test('the feed tells the question that changed last first, spoils nothing, and each link leads to its question', async ({
  page,
}) => {
  const elements = await elementsOfXml(page, await textOf(below, 'feed.atom'));
  const of = (name: string) => elements.filter((element) => element.name === name);
  expect(of('feed')[0]?.attributes['xmlns']).toBe('http://www.w3.org/2005/Atom');
  expect(of('updated').map(({ text }) => text.slice(0, 10))).toEqual([
    days.second,
    days.second,
    ...of('entry')
      .slice(1)
      .map(() => days.first),
  ]);
  const { decks } = (await jsonOf(below, 'decks/_course.json')) as { decks: { cards: unknown[] }[] };
  const cards = decks.reduce((sum, deck) => sum + deck.cards.length, 0);
  expect(of('entry').length).toBe(cards);
  expect(of('author').map(({ text }) => text.trim())).toEqual(['A kitchen notebook']);
  expect(
    of('id')
      .map(({ text }) => text)
      .slice(0, 2),
  ).toEqual([home, `${home}2-coffee/1-brewing/#how-fine-should-the-coffee-be`]);
  expect(new Set(of('id').map(({ text }) => text)).size).toBe(cards + 1);
  const [title] = of('title').filter(({ parent }) => parent === 'entry');
  expect(title?.text).toBe('How fine should the coffee be?');
  expect(of('summary')[0]?.text).toBe('Brewing');
  expect(of('content')).toEqual([]);
  const pages = new Map((await pagesOf(below)).map((each) => [each.file, idsOf(each)]));
  for (const { attributes } of of('link').filter(({ parent }) => parent === 'entry')) {
    const link = String(attributes['href']);
    expect(pages.get(fileAt(link))?.has(decodeURIComponent(new URL(link).hash.slice(1))), link).toBe(true);
  }
  expect(
    of('link')
      .filter(({ parent }) => parent === 'feed')
      .map(({ attributes }) => attributes),
  ).toEqual([
    { rel: 'alternate', href: home },
    { rel: 'self', href: `${home}feed.atom` },
  ]);
});

test('the list of pages has home, topics and notes, each with the day of its last change, and nothing else', async ({
  page,
}) => {
  const index = await elementsOfXml(page, await textOf(below, 'sitemap-index.xml'));
  const parts = index.filter(({ name }) => name === 'loc').map(({ text }) => text);
  expect(parts).toEqual([`${home}sitemap-0.xml`]);
  const elements = await elementsOfXml(page, await textOf(below, 'sitemap-0.xml'));
  const listed = elements.filter(({ name }) => name === 'loc').map(({ text }) => fileAt(text));
  const own = /^(?:404|(?:data|help|offline|print|progress|review|search|settings)\/(?:.*\/)?index)\.html$/;
  expect(listed.sort()).toEqual(
    (await pagesOf(below))
      .map(({ file }) => file)
      .filter((file) => !own.test(file))
      .sort(),
  );
  const changed = elements.filter(({ name }) => name === 'url').map(({ text }) => text);
  expect(changed).toContain(`${home}2-coffee/1-brewing/${days.second}T00:00:00.000Z`);
  expect(changed).toContain(`${home}2-coffee/${days.second}T00:00:00.000Z`);
  expect(changed).toContain(`${home}1-bread/1-dough/${days.first}T00:00:00.000Z`);
  expect(await textOf(below, 'robots.txt')).toBe(
    `User-agent: *\nAllow: /\n\nSitemap: ${home}sitemap-index.xml\n`,
  );
});

const metaOf = ({ tree }: Page): Record<string, string> =>
  Object.fromEntries(
    elementsOf(tree)
      .filter(({ tagName }) => tagName === 'meta')
      .flatMap(({ properties: { property, name, content } }) =>
        property || name === 'twitter:card' ? [[String(property ?? name), String(content)]] : [],
      ),
  );

test('home, topics and notes have a picture for other sites to show, of the size they want', async () => {
  const pages = await pagesOf(below);
  const pictured = pages.filter((page) => metaOf(page)['og:image']);
  expect(pictured.map(({ file }) => file)).toEqual([
    '1-bread/1-dough/index.html',
    '1-bread/2-rising-and-baking/index.html',
    '1-bread/index.html',
    '2-coffee/1-brewing/index.html',
    '2-coffee/2-the-bean/index.html',
    '2-coffee/index.html',
    '3-tea/1-thirty/index.html',
    '3-tea/index.html',
    'index.html',
  ]);
  for (const page of pictured) {
    const png = await readFile(join(below.folder, fileAt(metaOf(page)['og:image'] ?? '')));
    expect(png.subarray(0, 8).toString('latin1'), page.file).toBe('\x89PNG\r\n\x1a\n');
    expect([png.readUInt32BE(16), png.readUInt32BE(20)], page.file).toEqual([1200, 630]);
  }
  const dough = pictured.find(({ file }) => file.includes('dough'));
  expect(dough && metaOf(dough)).toEqual({
    'og:title': 'Dough',
    'og:type': 'article',
    'og:url': `${home}1-bread/1-dough/`,
    'og:image': `${home}_og/1-bread/1-dough.png`,
    'og:image:alt': 'Dough',
    'twitter:card': 'summary_large_image',
  });
});

test('the page of a note says that it is a quiz, and the data beside it has its questions and answers', async () => {
  const pages = (await pagesOf(below)).filter(({ html }) => html.includes('application/ld+json'));
  expect(pages).toHaveLength(5);
  for (const page of pages) {
    const script = elementsOf(page.tree).find(
      ({ properties }) => properties['type'] === 'application/ld+json',
    );
    const [text] = script?.children ?? [];
    const head = JSON.parse(text?.type === 'text' ? text.value : '');
    const url = new URL(page.address, host).href;
    const data = `${url.slice(0, -1)}.jsonld`;
    expect(head).toEqual({
      '@context': 'https://schema.org',
      '@type': 'Quiz',
      '@id': url,
      name: metaOf(page)['og:title'],
      about: { '@type': 'Thing', name: expect.any(String) },
      encoding: { '@type': 'MediaObject', encodingFormat: 'application/ld+json', contentUrl: data },
    });
    const quiz = await jsonOf(below, fileAt(data));
    expect(quiz['@id']).toBe(url);
    const cards = elementsOf(page.tree).filter(({ properties }) => properties['dataState'] === 'answered');
    expect(
      quiz.hasPart.map((part: Record<string, unknown>) => [
        part['@type'],
        part['eduQuestionType'],
        part['@id'],
      ]),
    ).toEqual(
      cards.map(({ properties }) => [
        'Question',
        'Flashcard',
        `${url}#${encodeURIComponent(String(properties['id']))}`,
      ]),
    );
    for (const part of quiz.hasPart) {
      expect(page.html.replace(/<[^>]*>|\s/g, '')).toContain(part.text.split('\n')[0].replace(/\s/g, ''));
      expect(part.acceptedAnswer).toEqual({ '@type': 'Answer', text: expect.stringMatching(/\S/) });
    }
  }
});

test('without a host the pages name none, and no file is made that would have to', async () => {
  const files = await filesOf(notes);
  expect(
    files.filter((file) => /jsonld|\.atom|sitemap|\.png$/.test(file) && !/^(?:files|icons)\//.test(file)),
  ).toEqual([]);
  for (const page of await pagesOf(notes)) {
    expect(metaOf(page), page.file).toEqual({});
    expect(page.html, page.file).not.toMatch(/ld\+json|atom\+xml/);
  }
  expect(await textOf(notes, 'robots.txt')).toBe('User-agent: *\nAllow: /\n');
  expect(await textOf(notes, 'llms.txt')).toContain('- [Dough](/1-bread/1-dough.md): ');
});

test('home and topics offer all forms; notes have no more than their Markdown', async () => {
  const formsOf = async (file: string): Promise<unknown[]> => {
    const page = (await pagesOf(below)).find((each) => each.file === file);
    const nav =
      page && elementsOf(page.tree).find(({ properties }) => properties['ariaLabel'] === 'Take it along');
    return nav
      ? elementsOf({ type: 'root', children: nav.children }).flatMap((each) => each.properties['href'] ?? [])
      : [];
  };
  const at = (file: string) => below.base + file;
  expect(await formsOf('index.html')).toEqual(
    [
      'anki/_course.apkg',
      'anki/_course.txt',
      'decks/_course.csv',
      'decks/_course.json',
      'llms-full.txt',
      'feed.atom',
    ].map(at),
  );
  expect(await formsOf('1-bread/index.html')).toEqual(
    [
      'anki/1-bread.apkg',
      'anki/1-bread.txt',
      'decks/1-bread.csv',
      'decks/1-bread.json',
      'decks/1-bread.notes.md',
    ].map(at),
  );
  expect(await formsOf('1-bread/1-dough/index.html')).toEqual([]);
});
