/** A note on its way into the index and back: which questions are found, what is marked, what stays covered. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Level, Question } from '../../src/core/note.ts';
import { readMark, searchDocument } from '../../src/core/search-document.ts';
import { type FoundNote, hitsIn, type Run } from '../../src/core/search-hits.ts';
import { folded, termsOf } from '../../src/core/search-words.ts';

const question = (id: string, prompt: string, over: Partial<Question> = {}): Question => ({
  id,
  card: `t/n#${id}`,
  revision: '',
  answer: '',
  cut: { start: { line: 1, column: 1 }, end: { line: 1, column: 1 } },
  prompt,
  line: 1,
  state: 'answered',
  parent: null,
  context: null,
  level: null,
  exams: [],
  ...over,
});

const storage = {
  title: 'Storage',
  topic: '/t/',
  questions: [
    question('efs', 'What is EFS?', { level: 'recall' }),
    question('ebs', 'What is an EBS volume?', { level: 'apply' }),
    question('open', 'Who uses EFS?', { state: 'open', card: '' }),
  ],
  texts: {
    prose: [
      { id: null, heading: '', text: 'Disks and files.' },
      { id: 'files', heading: 'File systems', text: 'NFS speaks to many.' },
    ],
    answers: ['A file system with snapshots of its own.', 'A disk. A snapshot of it lies in S3.', ''],
  },
};

/** What the index would give of a document for a query: the words that begin as one of the terms. */
function found(html: string, terms: readonly string[]): FoundNote {
  const words: string[] = [];
  const anchors: FoundNote['anchors'][number][] = [];
  const text = (escaped: string) =>
    escaped
      .replaceAll('&quot;', '"')
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&amp;', '&');
  for (const [, id, between] of html.matchAll(/<i id="([^"]*)"><\/i>([\s\S]*?)(?=<i id|<\/body>)/g)) {
    anchors.push({ id: text(id ?? ''), location: words.length });
    words.push(
      ...text((between ?? '').replace(/<[^>]*>/g, ' '))
        .split(/ |\n/)
        .filter((word) => word !== ''),
    );
  }
  const locations = words.flatMap((word, place) =>
    terms.some((term) =>
      folded(word)
        .replace(/^\P{L}+/u, '')
        .startsWith(term.slice(0, 5)),
    )
      ? [place]
      : [],
  );
  return { content: words.join(' '), anchors, locations };
}

function search(query: string, note = storage, level: Level | null = null) {
  const terms = termsOf(query);
  return hitsIn(found(searchDocument(note, 'en'), terms), terms, level);
}

/** Runs as text, with what is marked in brackets. */
const marked = (runs: readonly Run[] = []): string =>
  runs.map(({ text, marked }) => (marked ? `[${text}]` : text)).join('');

test('a word in a prompt finds the question, and gives nothing of its answer away', () => {
  const [first] = search('ebs')?.hits ?? [];
  assert.deepEqual(first && { ...first, heading: marked(first.heading) }, {
    kind: 'question',
    id: 'ebs',
    heading: 'What is an [EBS] volume?',
    excerpt: [],
    level: 'apply',
    card: '',
  });
});

test('a word in an answer finds the question, with an excerpt that names the card', () => {
  const { hits } = search('S3') ?? { hits: [] };
  assert.deepEqual(
    hits.map(({ id, card, heading, excerpt }) => [id, card, marked(heading), marked(excerpt)]),
    [['ebs', 't/n#ebs', 'What is an EBS volume?', 'A disk. A snapshot of it lies in [S3].']],
  );
});

test('where a question holds all words, questions that hold one of them are left out', () => {
  assert.deepEqual(
    search('efs snapshot')?.hits.map(({ id }) => id),
    ['efs'],
  );
  assert.equal(search('efs snapshot')?.covers, 2);
});

test('a note says how many of the words it has, wherever they stand', () => {
  assert.equal(search('efs')?.has, 1);
  assert.equal(search('efs snapshot')?.has, 2);
  // In a prompt and in the prose.
  assert.equal(search('volume nfs')?.has, 2);
  assert.equal(search('volume nfs quantum')?.has, 2);
});

test('a word of the prompt counts for more than one of the answer', () => {
  assert.deepEqual(
    search('file')?.hits.map(({ id }) => id),
    ['files', '', 'efs'],
  );
});

test('prose is found under its heading, and before the first heading in the note itself', () => {
  const [section] = search('NFS')?.hits ?? [];
  assert.deepEqual(
    section && [section.kind, section.id, section.card, marked(section.heading), marked(section.excerpt)],
    ['section', 'files', '', 'File systems', '[NFS] speaks to many.'],
  );
  const [lead] = search('disks')?.hits ?? [];
  assert.deepEqual(lead && [lead.id, marked(lead.heading), marked(lead.excerpt)], [
    '',
    '',
    '[Disks] and files.',
  ]);
});

test('a word of the title finds the note', () => {
  const note = search('storage');
  assert.deepEqual([marked(note?.title), note?.hits], ['[Storage]', []]);
});

test('a level leaves out questions of other levels, and prose', () => {
  assert.deepEqual(
    search('what', storage, 'recall')?.hits.map(({ id }) => id),
    ['efs'],
  );
  assert.equal(search('NFS', storage, 'recall'), null);
  assert.equal(search('storage', storage, 'recall'), null);
});

test('an open question is found by its prompt', () => {
  assert.deepEqual(
    search('uses')?.hits.map(({ id, card }) => [id, card]),
    [['open', '']],
  );
});

test('a long answer is cut around its matches', () => {
  const filler = 'and so on '.repeat(60);
  const note = {
    ...storage,
    questions: [question('long', 'Why?')],
    texts: { prose: [], answers: [`${filler}the needle lies here ${filler}`] },
  };
  const [hit] = search('needle', note)?.hits ?? [];
  const text = marked(hit?.excerpt);
  assert.match(text, /^… so on and so on the \[needle\] lies here and .* …$/);
  assert.ok(text.length < 200, text);
});

test('what looks like markup or like a mark of Pagefind is text', () => {
  const note = {
    ...storage,
    title: '<b>&amp; "x"',
    questions: [question('q', '___PAGEFIND_WEIGHT___9 <script>alert(1)</script>', { card: 'a"b<c' })],
    texts: { prose: [], answers: ['needle </i><i id="evil">'] },
  };
  const html = searchDocument(note, 'en');
  assert.doesNotMatch(html, /<script|<i id="evil"|___PAGEFIND/);
  const [hit] = search('needle', note)?.hits ?? [];
  assert.equal(hit?.card, 'a"b<c');
  assert.equal(marked(hit?.heading), 'PAGEFIND_WEIGHT___9 <script>alert(1)</script>');
  assert.equal(marked(hit?.excerpt), '[needle] </i><i id="evil">');
});

test('an anchor says what it stands before, and what this code does not know says nothing', () => {
  const [, question, answer] =
    searchDocument({ ...storage, texts: { prose: [], answers: [] } }, 'en').match(/(?<=<i id=")[^"]*/g) ?? [];
  assert.equal(
    question,
    '{&quot;kind&quot;:&quot;question&quot;,&quot;id&quot;:&quot;efs&quot;,&quot;level&quot;:&quot;recall&quot;,&quot;card&quot;:&quot;t/n#efs&quot;}',
  );
  assert.equal(answer, '{&quot;kind&quot;:&quot;answer&quot;}');
  assert.deepEqual(readMark((question ?? '').replaceAll('&quot;', '"')), {
    kind: 'question',
    id: 'efs',
    level: 'recall',
    card: 't/n#efs',
  });
  assert.equal(readMark('an id of something else'), null);
});
