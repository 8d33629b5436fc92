/** What holds for every note: nothing is lost, doubled or exposed, and the questions outlast a change of clothes. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Element, Root } from 'hast';
import { toString as textOf } from 'hast-util-to-string';
import rehypeRaw from 'rehype-raw';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { readNote } from '../../src/markdown/read-note.ts';
import { notes, underItem, write } from '../support/note-maker.ts';

const parser = unified().use(rehypeRaw);
const RUNS = { numRuns: 100 };

function read(body: string): ReturnType<typeof readNote> {
  return readNote({
    body,
    frontMatter: {},
    around: { path: 'a.md', base: '/', routeOf: () => '/a/', fileAt: () => null, sizeOf: () => null },
    facts: new Map(),
    unnamed: 'auto',
    fallbackTitle: 'a',
  });
}

const questions = (body: string): string[] =>
  read(body).questions.map(({ prompt, state }) => `${state} ${prompt.replaceAll('\n', ' ')}`);

/** The page without the words that are the site's own. */
function page(html: string): Root {
  const tree = parser.runSync({ type: 'root', children: [{ type: 'raw', value: html }] }) as Root;
  visit(tree, 'element', (node, index, parent) => {
    const names = node.properties['className'];
    if (!Array.isArray(names) || !names.includes('generated') || parent === undefined || index === undefined)
      return;
    parent.children.splice(index, 1);
    return index;
  });
  return tree;
}

/** The text of a page, the pieces of it apart. */
function spaced(tree: Root): string {
  const pieces: string[] = [];
  visit(tree, 'text', (node) => {
    pieces.push(node.value);
  });
  return pieces.join(' ');
}

const count = (text: string): Map<string, number> => {
  const found = new Map<string, number>();
  for (const word of text.match(/(?:ask|say|left|right|more|deep)[a-z]+/g) ?? [])
    found.set(word, (found.get(word) ?? 0) + 1);
  return found;
};

test('each word of a note stands exactly once on its page', () => {
  fc.assert(
    fc.property(notes, (note) => {
      const source = write(note);
      assert.deepEqual([...count(spaced(page(read(source).html)))].sort(), [...count(source)].sort());
    }),
    RUNS,
  );
});

test('each answer stands inside its own toggle, and no prompt does', () => {
  fc.assert(
    fc.property(notes, (note) => {
      const reading = read(write(note));
      const tree = page(reading.html);
      for (const made of note.questions) {
        const question = reading.questions.find(({ prompt }) => prompt.startsWith(made.prompt));
        let found: Element | null = null;
        visit(tree, 'element', (node) => {
          if (node.properties['id'] === question?.id) found = node;
        });
        assert.ok(found, made.prompt);
        const answers: string[] = [];
        visit(found, 'element', (node: Element) => {
          const names = node.properties['className'];
          if (Array.isArray(names) && names.includes('answer')) answers.push(textOf(node));
        });
        assert.ok(answers[0]?.includes(made.answer), made.answer);
        assert.ok(!answers.join(' ').includes(made.prompt), made.prompt);
      }
    }),
    RUNS,
  );
});

test('no tag of a toggle is visible, no id stands twice, and no h1 is left in the note', () => {
  fc.assert(
    fc.property(notes, fc.boolean(), (note, lastCloser) => {
      const { html } = read(write(note, { lastCloser }));
      assert.doesNotMatch(html, /&#x3C;\/?(?:details|summary)/);
      assert.doesNotMatch(html, /<h1/);
      const ids = [...html.matchAll(/ id="([^"]*)"/g)].map((match) => match[1]);
      assert.equal(new Set(ids).size, ids.length);
    }),
    RUNS,
  );
});

const dresses: [string, (note: Parameters<typeof write>[0]) => string][] = [
  [
    'line ends of Windows, once decoded',
    (note) => write(note).replaceAll('\n', '\r\n').replace(/\r\n?/g, '\n'),
  ],
  ['no blank lines inside toggles', (note) => write(note, { blankLines: false })],
  ['its last end tag dropped', (note) => write(note, { lastCloser: false })],
  ['lists that count from 100', (note) => write(note, { firstNumber: 100 })],
  ['a nonsense word for a label', (note) => write(note, { label: 'Blorptix' })],
  ['an item of a list around it', (note) => underItem(write(note))],
];

for (const [dress, wear] of dresses) {
  test(`the questions of a note stay the same with ${dress}`, () => {
    fc.assert(
      fc.property(notes, (note) => {
        assert.deepEqual(questions(wear(note)), questions(write(note)));
      }),
      RUNS,
    );
  });
}

test('a made note has the questions it was made from', () => {
  fc.assert(
    fc.property(notes, (note) => {
      const asked = questions(write(note)).filter((question) => question.includes('ask'));
      assert.deepEqual(
        asked.map((question) => question.replace(/ A\. left.*/, '')),
        note.questions.map(({ prompt }) => `answered ${prompt}`),
      );
    }),
    RUNS,
  );
});
