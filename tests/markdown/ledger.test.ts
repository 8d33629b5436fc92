/** The ledger's file: what it says, what is refused, and what an author can write into it. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assign, type NoteNow } from '../../src/markdown/ledger/assign.ts';
import { cardText } from '../../src/markdown/ledger/card-text.ts';
import { fingerprint, resemblance, sketch } from '../../src/markdown/ledger/fingerprint.ts';
import { keep } from '../../src/markdown/ledger/keep.ts';
import { type Ledger, writeLedger } from '../../src/markdown/ledger/ledger.ts';
import { movesOf } from '../../src/markdown/ledger/moves.ts';
import { inWords, newsOf } from '../../src/markdown/ledger/news.ts';
import { readLedger } from '../../src/markdown/ledger/read-ledger.ts';
import { slug } from '../../src/markdown/slug.ts';

type Written = readonly [prompt: string, answer: string];

const SALT: Written = ['What does salt do to a dough?', 'It slows the yeast and strengthens the gluten.'];
const STEAM: Written = ['Why is there steam in the oven?', 'It keeps the crust soft while the loaf rises.'];
const BANNETON: Written = ['What is a banneton?', 'A basket in which a loaf proves.'];

function note(path: string, ...cards: Written[]): NoteNow {
  return {
    path,
    route: path.replace(/\.md$/, ''),
    others: new Set(),
    cards: cards.map(([prompt, answer], n) => ({
      ...cardText(prompt, answer),
      fragment: slug(prompt),
      depth: 0,
      line: 10 * n + 1,
    })),
  };
}

function ledgerOf(...notes: NoteNow[]): Ledger {
  return again(keep(null, notes, assign(null, notes)));
}

function again(ledger: Ledger): Ledger {
  const read = readLedger(writeLedger(ledger));
  assert.ok('notes' in read, JSON.stringify(read));
  return read;
}

const ids = (ledger: Ledger | null, ...notes: NoteNow[]): string[] =>
  assign(ledger, notes).cards.map(({ card }) => card);

test('one card is one line, with what tells it again', () => {
  const text = writeLedger(ledgerOf(note('b.md', SALT), note('a.md', STEAM)));
  assert.deepEqual(
    text.split('\n').map((line) => line.replace(/"like":"[\w-]{64}"/, '"like":"…"')),
    [
      '{"version":1,"notes":[',
      '{"path":"a.md","route":"a","cards":[',
      '{"card":"a#why-is-there-steam-in-the-oven","prompt":"G1n1BeIJ","answer":"mkaEYrMC","like":"…"}',
      ']},',
      '{"path":"b.md","route":"b","cards":[',
      '{"card":"b#what-does-salt-do-to-a-dough","prompt":"pqd4zcDR","answer":"4t2L-4rN","like":"…"}',
      ']}',
      '],"gone":[]}',
      '',
    ],
  );
});

const line = (card: string, more = ''): string =>
  `{"card":"${card}","prompt":"pppppppp","answer":"aaaaaaaa"${more}}`;
const file = (...lines: string[]): string =>
  `{"version":1,"notes":[\n{"path":"a.md","route":"a","cards":[\n${lines.join(',\n')}\n]}\n],"gone":[]}\n`;

for (const [name, text, fault] of [
  [
    'merge conflict markers',
    file(line('a#x')).replace('],"gone"', '=======\n],"gone"'),
    { line: 5, reason: 'it holds a merge conflict; keep the lines of both sides, each card once' },
  ],
  [
    'a card that stands twice',
    file(line('a#x'), line('a#y'), line('a#x', ',"fragment":"z"')),
    { line: 5, reason: 'it has the card “a#x” twice, first in line 3; keep one of the two lines' },
  ],
  [
    'a fragment that two cards of a note have',
    file(line('a#x'), line('b#x')),
    { line: 4, reason: 'two cards of “a.md” have the fragment “x”; change one of them' },
  ],
  [
    'a newer version',
    '{"version":2,"notes":[]}\n',
    { line: 1, reason: 'it has version 2, and this program knows 1; use a newer program' },
  ],
  ['no version', '{"notes":[]}\n', { line: 1, reason: 'its version is not 1' }],
  ['a list', '[]\n', { line: 1, reason: 'it holds no object' }],
  [
    'a card without fingerprints',
    file(line('a#x'), '{"card":"a#y"}'),
    { line: 4, reason: 'the card “a#y” has no fingerprints of prompt and answer' },
  ],
  [
    'a route that leads out of the site',
    file(line('a#x')).replace('"route":"a"', '"route":"../a"'),
    { line: 2, reason: 'the route “../a” is no address inside the site' },
  ],
] as const) {
  test(`a ledger with ${name} is refused with its line and what to do`, () => {
    assert.deepEqual(readLedger(text), fault);
  });
}

test('a ledger that was cut off is refused at its end', () => {
  const fault = readLedger(file(line('a#x')).slice(0, 80));
  assert.ok('reason' in fault);
  assert.equal(fault.line, 3);
  assert.match(fault.reason, /^it is no JSON \(.+\)$/);
});

test('a fingerprint is the same after a change of formatting, and another after a change of words', () => {
  assert.equal(fingerprint('It slows\n  the “yeast”.'), fingerprint('It slows the "yeast".'));
  assert.notEqual(fingerprint('It slows the yeast.'), fingerprint('It slows the yeasts.'));
});

test('sketches of equal texts are equal, and those of other texts have little in common', () => {
  assert.equal(resemblance(sketch(SALT[1], 4), sketch(SALT[1].toUpperCase(), 4)), 1);
  assert.ok(resemblance(sketch(SALT[1], 4), sketch(STEAM[1], 4)) < 0.2);
});

test('a question that becomes another one gets an id of its own, and nobody gets the old one', () => {
  const before = ledgerOf(note('a.md', SALT, STEAM));
  const notes = [note('a.md', BANNETON, STEAM)];
  assert.deepEqual(ids(before, ...notes), ['a#what-is-a-banneton', 'a#why-is-there-steam-in-the-oven']);
  const after = again(keep(before, notes, assign(before, notes)));
  assert.deepEqual(
    after.gone.map(({ card, path }) => [card, path]),
    [['a#what-does-salt-do-to-a-dough', 'a.md']],
  );
  const [prompt] = SALT;
  const other: Written = [prompt, 'Nobody has found out yet; bakers only guess, and some do not care.'];
  assert.deepEqual(ids(after, note('a.md', other, STEAM)), [
    'a#what-does-salt-do-to-a-dough-2',
    'a#why-is-there-steam-in-the-oven',
  ]);
});

test('"gone": true on a line says that the question standing there now is another one', () => {
  const notes = [note('a.md', [SALT[0], 'Taste.'], STEAM)];
  const text = writeLedger(ledgerOf(note('a.md', SALT, STEAM)));
  const before = readLedger(text.replace(/("card":"a#what-does-salt[^}]*)}/, '$1,"gone":true}'));
  assert.ok('notes' in before);
  assert.equal(ids(before, ...notes)[0], 'a#what-does-salt-do-to-a-dough-2');
});

test('"pin": true on a line says that the question standing there now is the same one, whatever it says', () => {
  const notes = [note('a.md', ['How much of it?', 'Two per cent.'], STEAM)];
  const text = writeLedger(ledgerOf(note('a.md', SALT, STEAM)));
  const before = readLedger(text.replace(/("card":"a#what-does-salt[^}]*)}/, '$1,"pin":true}'));
  assert.ok('notes' in before);
  const assignment = assign(before, notes);
  assert.equal(assignment.cards[0]?.card, 'a#what-does-salt-do-to-a-dough');
  assert.equal(assignment.cards[0]?.doubt, null);
  assert.doesNotMatch(writeLedger(keep(before, notes, assignment)), /pin/);
});

test('a question with one word changed in a short prompt and another in its answer is kept, and in doubt', () => {
  const before = ledgerOf(note('a.md', ['What does salt do to a dough?', 'It slows the yeast.']));
  const assignment = assign(before, [
    note('a.md', ['What does sugar do to a dough?', 'It feeds the yeast.']),
  ]);
  assert.deepEqual(newsOf(assignment), {
    counts: { reworded: 1, moved: 0, added: 0, back: 0, lost: 0, unchanged: 0 },
    changes: [
      {
        path: 'a.md',
        line: 1,
        what: 'reworded (prompt and answer): What does sugar do to a dough?',
        doubt:
          'This question was taken for the card “a#what-does-salt-do-to-a-dough” (a.md, line 3 of the ledger), but it says much else now',
      },
    ],
  });
});

test('of two halves of a question the one with its prompt keeps the id', () => {
  const before = ledgerOf(
    note('a.md', ['What do salt and sugar do?', 'One slows the yeast, one feeds the yeast.']),
  );
  const { cards } = assign(before, [
    note(
      'a.md',
      ['What do salt and sugar do?', 'One slows the yeast.'],
      ['What do sugar and salt do?', 'One feeds the yeast.'],
    ),
  ]);
  assert.deepEqual(
    cards.map(({ card }) => card),
    ['a#what-do-salt-and-sugar-do', 'a#what-do-sugar-and-salt-do'],
  );
});

test('equal questions of one note are told apart by their answers', () => {
  const stem = 'What does this program print?';
  const before = ledgerOf(
    note(
      'a.md',
      [stem, 'It prints 850, for both are numbers.'],
      [`${stem} `, 'It prints NaN, for one is no number.'],
    ),
  );
  const assigned = assign(before, [
    note(
      'a.md',
      [`${stem} `, 'It prints NaN, as one is no number.'],
      [stem, 'It prints 850, as both are numbers.'],
    ),
  ]);
  assert.deepEqual(
    assigned.cards.map(({ before: kept, doubt }) => [kept?.line, doubt]),
    [
      [4, null],
      [3, null],
    ],
  );
});

test('a renamed file leaves a page, and a moved question a line, at every address they had', () => {
  const first = ledgerOf(note('a.md', SALT, STEAM), note('b.md', BANNETON));
  const renamed = [note('z.md', SALT, STEAM), note('b.md', BANNETON)];
  const second = again(keep(first, renamed, assign(first, renamed)));
  const notes = [note('z.md', STEAM), note('b.md', BANNETON, SALT)];
  const assignment = assign(second, notes);
  assert.deepEqual(
    assignment.cards.map(({ card, fragment }) => [card, fragment]),
    [
      ['a#why-is-there-steam-in-the-oven', 'why-is-there-steam-in-the-oven'],
      ['b#what-is-a-banneton', 'what-is-a-banneton'],
      ['a#what-does-salt-do-to-a-dough', 'what-does-salt-do-to-a-dough'],
    ],
  );
  const { lines, pages } = movesOf(assignment, notes, new Set(['z', 'b']));
  const salt = { fragment: slug(SALT[0]), route: '/b/', id: slug(SALT[0]), prompt: SALT[0] };
  const steam = { fragment: slug(STEAM[0]), route: '/z/', id: slug(STEAM[0]), prompt: STEAM[0] };
  assert.deepEqual([...lines], [['z', [salt]]]);
  assert.deepEqual(pages, [{ route: '/a/', to: '/z/', questions: [steam, salt] }]);
});

test('the counts are told in one line, and what came back only where something did', () => {
  const counts = { reworded: 1, moved: 2, added: 1, back: 0, lost: 0, unchanged: 301 };
  assert.equal(inWords(counts), '1 reworded, 2 moved, 1 new, 0 lost, 301 unchanged');
  assert.equal(inWords({ ...counts, back: 3 }), '1 reworded, 2 moved, 1 new, 3 back, 0 lost, 301 unchanged');
});
