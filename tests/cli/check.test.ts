/** The contract of the check command: lines, summary, JSON, exit codes. */
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { root } from '../support/step.ts';

const work = await mkdtemp(join(tmpdir(), 'unfold-check-'));
after(() => rm(work, { recursive: true, force: true }));
await writeFile(
  join(work, 'a.md'),
  '# Bread\n\n<details>\n<summary>What rises?</summary>\n\nDough.\n\n</details>\n\n<details><summary>What browns?</summary></details>\n',
);

function check(...args: string[]): Promise<{ out: string; err: string; code: number }> {
  return new Promise((resolve) => {
    execFile(process.execPath, [join(root, 'src/cli/check.ts'), ...args], (reason, out, err) => {
      resolve({ out, err, code: typeof reason?.code === 'number' ? reason.code : 0 });
    });
  });
}

const OPEN =
  'The question “What browns?” has no answer. It is shown as an open question and makes no card. Write the answer inside the toggle, or remove the toggle.';

test('each problem has a line with path, line, column, rule and message, and the counts come last', async () => {
  assert.deepEqual(await check(work), {
    out: `a.md:10:1 missing-answer ${OPEN}\n1 notes: 1 answered, 1 open, 0 groups, 0 disclosures; 0 errors, 1 warnings\n`,
    err: '',
    code: 0,
  });
});

test('with --strict a warning fails the check', async () => {
  assert.equal((await check(work, '--strict')).code, 1);
});

test('--json writes notes, questions, problems and totals', async () => {
  const file = join(work, 'out', 'report.json');
  await check(work, '--json', file);
  const question = { parent: null, context: null };
  assert.deepEqual(JSON.parse(await readFile(file, 'utf8')), {
    notes: [
      {
        path: 'a.md',
        route: '/a/',
        title: 'Bread',
        questions: [
          {
            id: 'what-rises',
            card: 'a#what-rises',
            prompt: 'What rises?',
            line: 3,
            state: 'answered',
            ...question,
          },
          { id: 'what-browns', card: '', prompt: 'What browns?', line: 10, state: 'open', ...question },
        ],
        disclosures: [],
        problems: [{ line: 10, column: 1, rule: 'missing-answer', severity: 'warning', message: OPEN }],
      },
    ],
    problems: [],
    skipped: [],
    totals: { notes: 1, answered: 1, open: 1, groups: 0, disclosures: 0, problems: 1 },
  });
});

test('a folder that is not there is named with what to do', async () => {
  const { err, code } = await check(join(work, 'nowhere'));
  assert.equal(code, 2);
  assert.match(err, /nowhere/);
  assert.match(
    err,
    /Usage: npm run check -- \[FOLDER\] \[--strict\] \[--fix\] \[--json FILE\] \[--links FILE\]\n$/,
  );
});

test('--links writes every external link once, by host, with the places it stands at', async () => {
  const folder = await mkdtemp(join(work, 'links-'));
  await writeFile(
    join(folder, '1-a.md'),
    '# A\n\nSee [one](https://b.example/x), [two](https://a.example/y#z) and [three](2-b.md).\n\n[one](https://b.example/x) again, <mailto:a@b.example>.\n',
  );
  await writeFile(
    join(folder, '2-b.md'),
    '# B\n\n<details>\n<summary>Why?</summary>\n\n[Because](https://b.example/x).\n\n</details>\n',
  );
  const file = join(work, 'out', 'links.md');
  await check(folder, '--links', file);
  assert.equal(
    await readFile(file, 'utf8'),
    `# 2 external links

## a.example

- <https://a.example/y#z>: 1-a.md:3

## b.example

- <https://b.example/x>: 1-a.md:3, 1-a.md:5, 2-b.md:6
`,
  );
});

test('--links lists links in footnotes, summaries, tables and HTML, and images that are shown as links', async () => {
  const folder = await mkdtemp(join(work, 'forms-'));
  await writeFile(
    join(folder, '1-a.md'),
    `# A

[r][ref], <https://a.example/auto>, https://a.example/bare?a=1&b=2, note[^1], \`https://a.example/code\`

<a href="https://a.example/h t>m\\l">h</a>

![p](https://a.example/p.png) ![none](https://)

[^1]: See [foot](https://a.example/foot).

<details>
<summary>Why <a href="https://a.example/sum">this</a>?</summary>

| a |
| - |
| [t](https://a.example/tab) |

</details>

[ref]: https://a.example/ref
`,
  );
  const file = join(work, 'out', 'forms.md');
  await check(folder, '--links', file);
  assert.equal(
    await readFile(file, 'utf8'),
    `# 8 external links

## a.example

- <https://a.example/auto>: 1-a.md:3
- <https://a.example/bare?a=1&b=2>: 1-a.md:3
- <https://a.example/foot>: 1-a.md:9
- <https://a.example/h%20t%3Em%5Cl>: 1-a.md:5
- <https://a.example/p.png>: 1-a.md:7
- <https://a.example/ref>: 1-a.md:3
- <https://a.example/sum>: 1-a.md:12
- <https://a.example/tab>: 1-a.md:16
`,
  );
});
