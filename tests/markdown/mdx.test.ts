import assert from 'node:assert/strict';
import { test } from 'node:test';
import { splitAtComponents, withoutComponents } from '../../src/core/components.ts';
import { withoutImports } from '../../src/markdown/components.ts';
import { readNote } from '../../src/markdown/read-note.ts';

const mark = '<component-mark value="FargateSizePicker"></component-mark>';
const tag = '<FargateSizePicker />';

function read(body: string, path = 'note.mdx') {
  return readNote({
    body,
    frontMatter: {},
    around: { path, base: '/', routeOf: () => null, fileAt: () => null },
    facts: new Map(),
    unnamed: 'auto',
    fallbackTitle: 'Note',
  });
}

test('a tag of a component alone on its line leaves a mark, whatever stands around it', () => {
  assert.equal(read(`One.\n\n${tag}\n\nTwo.`).html, `<p>One.</p>\n${mark}\n<p>Two.</p>`);
  assert.equal(read(`One.\n${tag}\nTwo.`).html, `<p>One.</p>\n${mark}\n<p>Two.</p>`);
  assert.equal(read(`<div>\n${tag}\n</div>`).html.replace(/\n/g, ''), `<div>${mark}</div>`);
  assert.match(read(`- One\n\n  ${tag}`).html, new RegExp(`<li>\\s*<p>One</p>\\s*${mark}\\s*</li>`));
});

test('a toggle may hold a component, and one that holds nothing else has its answer', () => {
  const { html, questions } = read(
    `<details>\n<summary>Which sizes are there?</summary>\n\n${tag}\n\n</details>`,
  );
  assert.deepEqual(
    questions.map(({ prompt, state, line }) => ({ prompt, state, line })),
    [{ prompt: 'Which sizes are there?', state: 'answered', line: 1 }],
  );
  assert.match(html, new RegExp(`<div class="answer">\\s*${mark}\\s*</div>`));
});

test('imports and exports go, and every line keeps its number', () => {
  const body = [
    "import A from './A.astro'",
    'import {',
    '  B,',
    "} from './b.ts'",
    '',
    'export const answer = 42;',
    '',
    '<details><summary>Where am I?</summary>Line 8.</details>',
  ].join('\n');
  const { html, questions } = read(body);
  assert.equal(questions[0]?.line, 8);
  assert.doesNotMatch(html, /import|export|42/);
});

test('code and sentences that only look like imports stay', () => {
  for (const body of [
    "```js\nimport a from 'a'\n```",
    'important things first',
    'import duties apply',
    "Words\nimport x from 'x'",
  ])
    assert.equal(withoutImports(body), body);
});

test('a component that does not exist is told with its line, and left out', () => {
  const { html, problems } = read('One.\n\n<FargateSizePikcer />\n\nTwo.');
  assert.equal(html, '<p>One.</p>\n<p>Two.</p>');
  assert.deepEqual(problems.all, [
    {
      line: 3,
      column: 1,
      rule: 'unknown-component',
      severity: 'warning',
      message:
        'There is no component <FargateSizePikcer />. There are BreakEven, ComputeChooser, FargateSizePicker, RollingDeployment and StorageChooser. It was left out of the page. Correct the name, or remove the tag.',
    },
  ]);
});

test('tags in code, in comments and within words are no components', () => {
  for (const body of [`\`\`\`mdx\n${tag}\n\`\`\``, `<!--\n${tag}\n-->`, `See \`${tag}\`.`])
    assert.doesNotMatch(read(body).html, /component-mark/);
});

test('nothing in a note is run, and nobody can write a mark by hand', () => {
  assert.equal(read('Two {1 + 1}').html, '<p>Two {1 + 1}</p>');
  assert.doesNotMatch(read(mark).html, /component-mark/);
  assert.doesNotMatch(read(tag, 'note.md').html, /component-mark/);
});

test('a page is cut at the marks; elsewhere they vanish', () => {
  const html = `<p>One.</p>${mark}<p>Two.</p>`;
  assert.deepEqual(splitAtComponents(html), [
    '<p>One.</p>',
    { component: 'FargateSizePicker' },
    '<p>Two.</p>',
  ]);
  assert.equal(withoutComponents(html), '<p>One.</p><p>Two.</p>');
});
