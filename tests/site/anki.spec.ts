import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import type { Element, ElementContent, Root } from 'hast';
import { toString as textOf } from 'hast-util-to-string';
import type { Card, Deck } from '../../src/core/card.ts';
import { type ReadPackage, readPackage, readText, treeOf } from '../support/anki.ts';
import { elementsOf, filesOf, type Page, pagesOf } from '../support/pages.ts';
import { type Site, sites } from '../support/sites.ts';

const FIELDS = ['Question', 'Answer', 'Hint', 'Context', 'Note', 'Link'];

for (const [name, site] of Object.entries(sites)) {
  test(`in ${name}, every deck is a package for Anki with the same cards, and they say what the page says`, async () => {
    const pages = new Map((await pagesOf(site)).map((page) => [page.file, page]));
    for (const deck of await decksOf(site)) {
      const file = join(site.folder, 'anki', `${deck.file}.apkg`);
      if (deck.cards.length === 0) continue;
      const pack = readPackage(await readFile(file));
      expect(pack.faults, file).toEqual([]);
      expect(
        pack.notes.map(({ guid }) => guid),
        file,
      ).toEqual(deck.cards.map(({ id }) => id));
      pack.notes.forEach((note, n) => {
        const card = deck.cards[n] as Card;
        const page = pages.get(`${card.note.slice(1)}index.html`);
        const shown = shownOn(page, card);
        expect(said(note.fields['Question']), note.guid).toBe(shown.question);
        expect(said(note.fields['Answer']), note.guid).toBe(shown.answer);
        expect(note.fields['Note'] && said(note.fields['Note']), note.guid).toBe(shown.note);
        expect(note.tags, note.guid).toContain(
          `note::${card.note.split('/').filter(Boolean).join('::') || 'index'}`,
        );
      });
    }
  });

  test(`in ${name}, the package of the course holds those of its topics, and each text file its package`, async () => {
    const topics: ReadPackage[] = [];
    for (const deck of await decksOf(site)) {
      if (deck.cards.length > 0) topics.push(await twins(site, deck.file));
    }
    const course = await twins(site, '_course');
    expect(course.faults).toEqual([]);
    const rows = ({ notes }: ReadPackage) =>
      notes.map(({ guid, id, mod, tags, fields, deck }) => ({ guid, id, mod, tags, fields, deck }));
    expect(rows(course)).toEqual(topics.flatMap(rows));
    expect(new Set(topics.map(({ notetype }) => JSON.stringify(notetype)))).toEqual(
      new Set([JSON.stringify(course.notetype)]),
    );
    const media = new Map(topics.flatMap(({ media }) => [...media]));
    expect([...course.media.keys()].sort()).toEqual([...media.keys()].sort());
  });
}

test('where the address of the site is known, every card links to its question, and no link is relative', async () => {
  const { notes } = await twins(sites.below, '_course');
  const files = new Set(await filesOf(sites.below));
  for (const { guid, fields } of notes) {
    const hrefs = Object.values(fields).flatMap((html) =>
      elementsOf(treeOf(html)).flatMap(({ properties }) =>
        properties['href'] ? [String(properties['href'])] : [],
      ),
    );
    expect(
      hrefs.filter((href) => !/^(?:https?|mailto|tel):/.test(href)),
      guid,
    ).toEqual([]);
    const link = new URL(hrefs.at(-1) ?? '');
    expect(link.origin, guid).toBe('https://notes.example');
    const file = `${decodeURI(link.pathname).slice(sites.below.base.length)}index.html`;
    expect(files, guid).toContain(file);
    const page = await readFile(join(sites.below.folder, file), 'utf8');
    expect(page, guid).toContain(` id="${decodeURIComponent(link.hash.slice(1))}"`);
  }
});

test('the same notes at another address make the same cards, but for their links and their days of change', async () => {
  // Below the path the notes have a history of their own, and with it other days.
  const bare = ({ notes }: ReadPackage) =>
    notes.map(({ guid, id, tags, deck, due }) => ({ guid, id, tags, deck, due }));
  expect(bare(await twins(sites.below, '_course'))).toEqual(bare(await twins(sites.notes, '_course')));
});

async function decksOf(site: Site): Promise<(Deck & { file: string })[]> {
  const files = (await filesOf(site)).filter(
    (file) => /^decks\/.*\.json$/.test(file) && file !== 'decks/_course.json',
  );
  const decks = await Promise.all(
    files.map(async (file) => ({
      ...(JSON.parse(await readFile(join(site.folder, file), 'utf8')) as Deck),
      file: file.slice('decks/'.length, -'.json'.length),
    })),
  );
  expect(decks.length).toBeGreaterThan(1);
  return decks;
}

/** A package, once its text file has been found to hold the same. */
async function twins(site: Site, name: string): Promise<ReadPackage> {
  const pack = readPackage(await readFile(join(site.folder, 'anki', `${name}.apkg`)));
  const { rows } = readText(await readFile(join(site.folder, 'anki', `${name}.txt`), 'utf8'));
  expect(rows, name).toEqual(
    pack.notes.map(({ guid, deck, tags, fields }) => [
      guid,
      deck,
      tags.join(' '),
      ...FIELDS.map((field) => fields[field]),
    ]),
  );
  return pack;
}

/** What the page of its note says of a card. */
function shownOn(
  page: Page | undefined,
  { fragment }: Card,
): { question: string; answer: string; note: string } {
  const elements = elementsOf(page?.tree ?? { type: 'root', children: [] });
  const question = elements.find(({ properties }) => properties['id'] === fragment);
  const inside = elementsOf({ type: 'root', children: question ? [question] : [] });
  // In the order of the page the first of each is the question's own: what follows up stands in its answer.
  const first = (name: string) => inside.find((element) => has(element, name));
  const title = elements.find(({ tagName }) => tagName === 'h1');
  const words = (element: Element | undefined) => folded(textOf(without(element?.children ?? [])));
  return {
    question: words(first('prompt')),
    answer: words(first('answer')),
    note: words(title),
  };
}

function without(children: readonly ElementContent[]): Root {
  const kept = (nodes: readonly ElementContent[]): ElementContent[] =>
    nodes.flatMap((node): ElementContent[] => {
      if (node.type !== 'element') return [node];
      if (['question', 'questions', 'group', 'number', 'aid'].some((name) => has(node, name))) return [];
      return [{ ...node, children: kept(node.children) } as Element];
    });
  return { type: 'root', children: kept(children) };
}

const has = ({ properties }: Element, name: string): boolean =>
  [properties['className']].flat().includes(name);
const said = (html = ''): string => folded(textOf(treeOf(html)));
/** Line ends and indents between elements say nothing. */
const folded = (text: string): string => text.replace(/\s+/g, ' ').trim();
