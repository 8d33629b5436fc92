/** Forms met in public notes that cost a question, its prompt or a word when they were read too literally. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readNote } from '../../src/markdown/read-note.ts';

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

/** Line, state and prompt of every question. */
const found = (body: string): string[] =>
  read(body).questions.map(({ line, state, prompt }) => `${line} ${state} ${prompt.replaceAll('\n', ' | ')}`);

const times = (html: string, words: string): number => html.split(words).length - 1;

test('a heading that belongs to a question stands once, also where a wrapper opens right under it', () => {
  const source = `# Quiz

###### 1. What is printed?
<div dir="ltr">

\`\`\`
one()
\`\`\`
</div>

- A: one
- B: two

<details><summary><b>Answer</b></summary>

#### Answer: A

</details>

---

###### 2. What is logged?
<br />

\`\`\`
two()
\`\`\`

<details><summary><b>Answer</b></summary>

#### Answer: B

</details>
`;
  assert.deepEqual(found(source), [
    '14 answered 1. What is printed? | one() | A: one | B: two',
    '29 answered 2. What is logged? | two()',
  ]);
  const { html } = read(source);
  assert.equal(html.match(/<h\d[^>]*>1\. What is printed\?/g)?.length, 1);
  assert.equal(html.match(/<h\d[^>]*>2\. What is logged\?/g)?.length, 1);
});

test('a heading that only announces the answer is no question; what stands above it is', () => {
  const source = `# Course

Welcome.

## Exercise 1

Create a cluster.

- Name: a

### Solution

<details><summary>click to see it</summary>

create a

</details>

## Exercise 2

Delete it.

### Solution

<details><summary>click to see it</summary>

delete a

</details>
`;
  assert.deepEqual(found(source), [
    '13 answered Exercise 1 | Create a cluster. | Name: a',
    '25 answered Exercise 2 | Delete it.',
  ]);
  assert.equal(times(read(source).html, 'Solution'), 2);
});

test('question, choices, answer and explanation under headings of their own are one question', () => {
  const part = (n: number, title: string): string => `## ${title}

### **Question** :

Story ${n}.

**Which one?**

### **Choices** :

- Left ${n}
- Right ${n}

### **Answer** :

<details><summary>CLICK ME</summary><p>01</p></details>

### **Explanation** :

<details><summary>CLICK ME</summary><p>Because ${n}.</p></details>

---

`;
  const source = `# Book\n\n${part(1, 'First')}${part(2, 'Second')}`;
  assert.deepEqual(found(source), [
    '18 answered First | Question : | Story 1. | Which one? | Choices : | Left 1 | Right 1',
    '41 answered Second | Question : | Story 2. | Which one? | Choices : | Left 2 | Right 2',
  ]);
  assert.equal(times(read(source).html, 'Explanation'), 2);
});

test('hints and a solution under headings of their own help and answer one question', () => {
  const source = `# Koan

Stop here first.

## Task

Let two in.

---

## Hints

<details><summary>Hint 1</summary>

slow

</details>

<details><summary>Hint 2</summary>

slower

</details>

---

## Solution

<details><summary>Show solution</summary>

wait()

</details>
`;
  assert.deepEqual(found(source), ['29 answered Task | Let two in.']);
  assert.deepEqual(read(source).disclosures, []);
});

test('a numbered question that nobody answered is open, also where the answers broke the list', () => {
  const source = `# Quiz

1. First?

<details><summary>Answer</summary>

a

</details>

2. Second?

3. Third?

<details><summary>Answer</summary>

c

</details>

---

4. Fourth?

---

5. Fifth?

<details><summary>Answer</summary>

e

</details>

6. Not a question.
`;
  assert.deepEqual(found(source), [
    '5 answered First?',
    '11 open Second?',
    '15 answered Third?',
    '23 open Fourth?',
    '29 answered Fifth?',
  ]);
});

test('a Markdown heading between blank lines in a summary is read as one', () => {
  const source = `# Quiz

<details>
<summary>

### What is hoisting?

</summary>

Moving.

</details>
`;
  assert.deepEqual(found(source), ['3 answered What is hoisting?']);
});

test('an answer that is to be completed is none', () => {
  assert.deepEqual(found('<details><summary>Why? *</summary><br>\n\nTo be completed.\n\n</details>\n'), [
    '1 open Why? *',
  ]);
});

const numbered = (n: number, toggle: string): string => `###### ${n}. What is ${n}?

- A: one
- B: two

${toggle}

---

`;
const whole = (n: number, label = 'Javob'): string =>
  `<details><summary><b>${label}</b></summary>\n<p>\n\n#### ${label}: A\n\nbody ${n}\n\n</p>\n</details>`;

test('a closing tag that lacks its last character takes nothing of the next question', () => {
  const source = `# Quiz\n\n${numbered(1, whole(1).slice(0, -1))}${numbered(2, whole(2))}`;
  assert.deepEqual(found(source), [
    '8 answered 1. What is 1? | A: one | B: two',
    '25 answered 2. What is 2? | A: one | B: two',
  ]);
});

test('an opening tag may still have its attributes on lines of their own', () => {
  assert.deepEqual(found('<details\n  open\n  class="x">\n<summary>Who?</summary>\n\nMe.\n\n</details>\n'), [
    '1 answered Who?',
  ]);
});

test('a label misspelt once is still a label', () => {
  const labels = ['Javob', 'Javob', 'Jvob', 'Javob', 'Javobi', 'Javob', 'Javob'];
  const source = `# Quiz\n\n${labels.map((label, n) => numbered(n + 1, whole(n + 1, label))).join('')}`;
  assert.deepEqual(
    read(source).questions.map(({ prompt }) => prompt.split('\n')[0]),
    labels.map((_, n) => `${n + 1}. What is ${n + 1}?`),
  );
});

test('a short question that resembles a rarer label stays a question', () => {
  const source = ['Set', 'Set', 'Get']
    .map((name) => `<details><summary>${name}</summary>x</details>\n`)
    .join('\n');
  assert.equal(found(source).length, 3);
});

test('a toggle left open does not take in the questions up to a stray end tag far below', () => {
  const open = whole(2).replace('\n</details>', '');
  const source = `# Quiz\n\n${numbered(1, whole(1))}${numbered(2, open)}${numbered(3, whole(3))}${numbered(
    4,
    `${whole(4)}\n</details>`,
  )}${numbered(5, whole(5))}`;
  assert.deepEqual(
    read(source).questions.map(({ prompt, parent }) => `${prompt.split('\n')[0]} ${parent}`),
    [1, 2, 3, 4, 5].map((n) => `${n}. What is ${n}? null`),
  );
  assert.deepEqual(read(source).disclosures, []);
});

test('an answer that is a bare number is an answer, although Markdown reads an empty list', () => {
  assert.deepEqual(
    found(
      '<details><summary>7 * 7?</summary>\n<p>\n\n49.\n\n</p>\n</details>\n\n<details><summary>Steps?</summary>\n\n1.\n\n</details>\n',
    ),
    ['1 answered 7 * 7?', '9 open Steps?'],
  );
  assert.match(read('<details><summary>7 * 7?</summary>\n\n49.\n\n</details>\n').html, /<p>49\.<\/p>/);
});

test('choices inside a question are no question of their own', () => {
  const choice = (n: number): string => `1.  <details>
    <summary>Which is ${n}?</summary>

    - A) one
    - B) two

    <details>
    <summary>Reveal</summary>

    B

    </details>
    </details>

`;
  assert.deepEqual(found(`# Lab\n\n${choice(1)}${choice(2)}`), [
    '3 answered Which is 1?',
    '17 answered Which is 2?',
  ]);
});

const task = (n: number, between: string): string => `## ING-${n} — Routing ${n}

- Make a deployment ${n}
- Make a service
${between}
<details>
<summary>Soluzione</summary>

make ${n}

</details>

---

`;

test('a rule between question and toggle does not part them', () => {
  for (const rule of ['\n---\n', '\n<hr>\n', '\n***\n<br>\n']) {
    const source = `# Tasks\n\n${task(1, rule)}${task(2, rule)}`;
    assert.deepEqual(
      read(source).questions.map(({ prompt }) => prompt.split('\n')),
      [
        ['ING-1 — Routing 1', 'Make a deployment 1', 'Make a service'],
        ['ING-2 — Routing 2', 'Make a deployment 2', 'Make a service'],
      ],
      rule,
    );
  }
});

test('a rule parts a toggle that stands alone from what is above it', () => {
  const reading = read(
    '# Notes\n\nSome words.\n\n---\n\n<details><summary>Show more</summary>\n\nMore.\n\n</details>\n',
  );
  assert.deepEqual(reading.questions, []);
  assert.equal(reading.disclosures.length, 1);
});

test('a rule written as HTML ends a question as one in Markdown does', () => {
  assert.deepEqual(
    found(
      'Words.\n\n<hr>\n<br>\n\n**1. Who?**\n\n<details><summary>Answer</summary>me</details>\n\n<hr>\n\n**2. Where?**\n\n<details><summary>Answer</summary>here</details>\n',
    ),
    ['8 answered 1. Who?', '14 answered 2. Where?'],
  );
});

test('a table of contents behind a label answers nothing', () => {
  for (const list of [
    '- [One](#one)\n- [Two](#two)\n- [Three](#three)',
    '<ol>\n<li><a href="#one">One</a></li>\n<li><a href=\'#two\'>Two</a></li>\n<li><a href="#three">Three</a></li>\n</ol>',
  ]) {
    const source = `# Notes\n\nA short introduction.\n\n<details>\n<summary>Click to expand</summary>\n\n${list}\n\n</details>\n\n## One\n\n## Two\n\n## Three\n`;
    assert.deepEqual(read(source).questions, [], list);
    assert.equal(read(source).disclosures.length, 1);
  }
});

const cases = (from: number, to: number, word: string): string =>
  Array.from(
    { length: to - from + 1 },
    (_, n) => `<details><summary>${word} ${from + n}</summary>\n\nText ${from + n}.\n\n</details>\n`,
  ).join('\n');

test('numbered toggles in a row are questions by their names, below a title or a heading', () => {
  const source = `# Course\n\n${cases(1, 2, 'Exercise')}\n## Part two\n\n${cases(3, 5, 'Exercise')}`;
  assert.deepEqual(
    read(source).questions.map(({ prompt }) => prompt),
    ['Exercise 1', 'Exercise 2', 'Exercise 3', 'Exercise 4', 'Exercise 5'],
  );
});

test('numbered steps before a solution stay with the question above them', () => {
  const one = (n: number): string =>
    `## Puzzle ${n}\n\n${cases(1, 2, 'Step')}\n<details><summary>Solution</summary>\n\nx\n\n</details>\n\n`;
  assert.deepEqual(
    read(`# Course\n\n${one(1)}${one(2)}`).questions.map(({ prompt }) => prompt),
    ['Puzzle 1', 'Puzzle 2'],
  );
});

test('a note that misspells every end tag is read to its end', () => {
  const source = Array.from({ length: 155 }, (_, n) =>
    numbered(n + 1, whole(n + 1).replace('</details>', '</detail>')),
  );
  assert.equal(read(`# Quiz\n\n${source.join('')}`).questions.length, 155);
});

const slide = (heading: string, words: string, note: string): string =>
  `## ${heading}\n\n${words}\n\n<details>\n\n${note}\n\n</details>\n\n---\n\n`;

test('notes for a speaker answer nothing, also below a heading that asks', () => {
  const reading = read(
    `# Talk\n\n${slide('What is a container?', '- A process\n- With limits', 'Say hello. Who knows Docker?')}${slide(
      'Images',
      '- Layers',
      'Explain.',
    )}${slide('Why volumes?', 'Because data must live on.', 'Mention backups.')}${slide('Any questions?', '', 'Wait.')}`,
  );
  assert.deepEqual(reading.questions, []);
  assert.equal(reading.disclosures.length, 4);
});

test('a toggle without a summary answers the question right above it, its code and choices included', () => {
  assert.deepEqual(
    found(
      `# Puzzles\n\n${slide('One', 'What is 2 + 2?', '4')}${slide(
        'Two',
        'What does it print?\n\n```js\nx\n```',
        'x',
      )}${slide('Three', 'Which is a city?\n\n- Paris\n- Seine', 'Paris')}${slide(
        'What is four?',
        '- A: 4\n- B: 5',
        'A',
      )}`,
    ),
    [
      '7 answered One | What is 2 + 2?',
      '23 answered Two | What does it print? | x',
      '38 answered Three | Which is a city? | Paris | Seine',
      '51 answered What is four? | A: 4 | B: 5',
    ],
  );
});

test('a line that only announces the answer is no part of the question', () => {
  for (const line of ['**Answer:** ', '**정답:**\n', 'Respostas:\n\n']) {
    const ask = (n: number): string =>
      `### Task ${n}\n\nWhat is ${n}?\n\n${line}<details><summary>Click to reveal</summary>\n\nIt is ${n}.\n\n</details>\n\n`;
    const source = `# Quiz\n\n${ask(1)}${ask(2)}`;
    assert.deepEqual(
      read(source).questions.map(({ prompt }) => prompt),
      ['Task 1\nWhat is 1?', 'Task 2\nWhat is 2?'],
      line,
    );
    assert.equal(times(read(source).html, line.replace(/[*:\s]/g, '')), 2);
  }
});
