import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { csv } from '../../src/core/csv.ts';
import { spreadsheet } from '../../src/core/spreadsheet.ts';
import { parseCsv } from '../support/csv.ts';

test('a table begins with the mark of UTF-8, quotes every cell and ends its lines as RFC 4180 has it', () => {
  assert.equal(
    csv([
      ['a', 'b "c"'],
      ['1\n2', 'é, ü'],
    ]),
    '\u{FEFF}"a","b ""c"""\r\n"1\n2","é, ü"\r\n',
  );
});

test('no cell is a formula to a spreadsheet', () => {
  const cells = ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '＝1', '＋1', '－1', '＠a'];
  assert.deepEqual(
    parseCsv(csv([cells]))[0],
    cells.map((cell) => `'${cell}`),
  );
  const harmless = ['a=1', '1-1', "'=1", ' =1', ''];
  assert.deepEqual(parseCsv(csv([harmless]))[0], harmless);
});

test('whatever is in the cells comes back out of the file', () => {
  const cell = fc.string({ unit: 'grapheme' }).filter((text) => !/^[=+\-@\t\r＝＋－＠]/.test(text));
  const rows = fc.array(fc.array(cell, { minLength: 2, maxLength: 5 }), { minLength: 1, maxLength: 5 });
  fc.assert(
    fc.property(rows, (table) => {
      assert.deepEqual(parseCsv(csv(table)), table);
    }),
  );
});

test('a row has a card with its answer, and open questions and groups have none', () => {
  const question = {
    id: 'warum?',
    card: 't/n#why',
    revision: 'r',
    prompt: 'Why?',
    line: 1,
    state: 'answered' as const,
    parent: null,
    context: 'Salt',
    level: 'apply' as const,
    exams: ['SAA-C03 3.1', 'DVA-C02 1'],
    answer: '-1 °C\nSo.',
    cut: { start: { line: 1, column: 0 }, end: { line: 1, column: 0 } },
  };
  const notes = [
    {
      title: 'N',
      route: '/t/n/',
      questions: [
        question,
        { ...question, state: 'open' as const },
        { ...question, state: 'group' as const },
      ],
    },
  ];
  assert.deepEqual(parseCsv(spreadsheet([{ title: 'T', notes }], (route) => `https://a.example${route}`)), [
    ['id', 'topic', 'note', 'context', 'prompt', 'answer', 'level', 'exams', 'link'],
    [
      't/n#why',
      'T',
      'N',
      'Salt',
      'Why?',
      "'-1 °C\nSo.",
      'apply',
      'SAA-C03 3.1, DVA-C02 1',
      'https://a.example/t/n/#warum%3F',
    ],
  ]);
});
