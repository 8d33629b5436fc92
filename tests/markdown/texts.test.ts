/** What a note says, as the search gets it. */
import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { readFolder } from '../../src/markdown/folder.ts';

const work = await mkdtemp(join(tmpdir(), 'unfold-texts-'));
after(() => rm(work, { recursive: true, force: true }));

async function textsOf(markdown: string) {
  const folder = await mkdtemp(join(work, 'notes-'));
  await writeFile(join(folder, 'a.md'), markdown);
  const [note] = (await readFolder(folder, { base: '/' })).notes;
  return { texts: note?.texts, prompts: note?.questions.map(({ prompt }) => prompt) };
}

test('prose stands under its heading, answers beside their questions, and neither in the other', async () => {
  const { texts, prompts } = await textsOf(`# Bread

About **bread**.

<details>
<summary>Why does bread rise?</summary>

Yeast makes gas.

<details>
<summary>Which gas?</summary>

Carbon dioxide.

</details>
</details>

## Salt

A pinch.

<details>
<summary>Who invented it?</summary>
</details>
`);
  assert.deepEqual(prompts, ['Why does bread rise?', 'Which gas?', 'Who invented it?']);
  assert.deepEqual(texts, {
    prose: [
      { id: null, heading: '', text: 'About bread.' },
      { id: 'salt', heading: 'Salt', text: 'A pinch.' },
    ],
    answers: ['Yeast makes gas.', 'Carbon dioxide.', ''],
  });
});

test('a diagram is found by its name, not by how it was drawn', async () => {
  const { texts } = await textsOf(`# Oven

\`\`\`mermaid
flowchart TD
  accTitle: From dough to loaf
  A[Dough] --> B[Loaf]
\`\`\`
`);
  const [{ text } = { text: '' }] = texts?.prose ?? [];
  assert.match(text, /^From dough to loaf/);
  assert.doesNotMatch(text, /flowchart|-->/);
});
