import assert from 'node:assert/strict';
import { test } from 'node:test';
import { allNotes, llmsText } from '../../src/core/llms.ts';

const addresses = {
  source: ({ route }: { route: string }) => `https://a.example${route.replace(/\/$/, '')}.md`,
  file: (route: string) => `https://a.example${route}`,
};
const note = (name: string, over = {}) => ({
  title: name,
  description: '',
  route: `/t/${name}/`,
  source: `# ${name}\n\nWords.\n`,
  ...over,
});
const course = {
  title: 'Course',
  description: 'About\nthis.',
  topics: [
    {
      title: 'Topic',
      description: '',
      landing: { route: '/t/', source: '# Topic\n' },
      notes: [
        note('a', { title: 'A [b] \\c', description: 'On a.' }),
        note('b', { source: '---\ntitle: B\n---\n\n# B\n\n---\n\nEnd.\n' }),
      ],
    },
    { title: 'Empty', description: '', landing: null, notes: [] },
  ],
};

test('llms.txt has a title, a summary, and a section with links to Markdown for each topic with notes', () => {
  assert.equal(
    llmsText(course, addresses),
    `# Course

> About this.

Study notes as questions with answers. Each link leads to a note's Markdown, in which an answer stands in a \`<details>\`
under its question.

## Topic

- [A \\[b\\] \\\\c](https://a.example/t/a.md): On a.
- [b](https://a.example/t/b.md)

## Optional

- [All notes in one file](https://a.example/llms-full.txt)
- [All questions with answers as a table](https://a.example/decks/_course.csv): CSV
`,
  );
});

test('all notes stand in one file, each after its address and without the keys at its top', () => {
  assert.equal(
    allNotes(course, addresses, Number.POSITIVE_INFINITY),
    `# Course

> About
this.

---

<https://a.example/t.md>

# Topic

---

<https://a.example/t/a.md>

# a

Words.

---

<https://a.example/t/b.md>

# B

---

End.
`.replace('About\nthis.', 'About this.'),
  );
});

test('a file that would become too long says how many notes are missing, and where they are', () => {
  const text = allNotes(course, addresses, 120);
  assert.equal(
    text.slice(text.lastIndexOf('\n---\n')),
    '\n---\n\nThis file ends here, because it would become too long: 1 of 3 notes are not in it. <https://a.example/llms.txt> has the address of each.\n',
  );
  assert.ok(text.includes('t/a.md') && !text.includes('t/b.md'));
});
