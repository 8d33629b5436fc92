/** `--fix` writes safe repairs back, shows them, and touches nothing else. */
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { promisify } from 'node:util';
import { root } from '../support/step.ts';

const run = promisify(execFile);
const work = await mkdtemp(join(tmpdir(), 'unfold-fix-'));
after(() => rm(work, { recursive: true, force: true }));

/** Runs the check command; its output and exit code. */
function check(...args: string[]): Promise<{ out: string[]; code: number }> {
  const done = (out: string, code: number) => ({ out: out.trimEnd().split('\n'), code });
  return run(process.execPath, [join(root, 'src/cli/check.ts'), ...args]).then(
    ({ stdout }) => done(stdout, 0),
    (reason: { stdout: string; code: number }) => done(reason.stdout, reason.code),
  );
}

const BROKEN = `# Bread

1. What rises?
    <details>
    <summary></summary>
    Dough.
    </summary>

<detials>
<summary>What browns?</summary>
Crust.
</details>

<details>
<summary>At what heat?</summary>
At <data value="heat">230 °C</data>.

## Next

<details>
<summary>And then?</summary>
Eat.
</details>
`;

const MENDED = `# Bread

1. What rises?
    <details>
    <summary>Answer</summary>
    Dough.
    </details>

<details>
<summary>What browns?</summary>
Crust.
</details>

<details>
<summary>At what heat?</summary>
At <data value="heat">250 °C</data>.

</details>

## Next

<details>
<summary>And then?</summary>
Eat.
</details>
`;

const FACTS =
  'heat:\n  value: 250 °C\n  asOf: 2026-11-23\n  source: https://example.org/\n  reviewDays: 36500\n';

async function lay(note: string): Promise<string> {
  const folder = await mkdtemp(join(work, 'notes-'));
  await writeFile(join(folder, 'a.md'), note);
  await writeFile(join(folder, 'facts.yaml'), FACTS);
  return folder;
}

test('repairs are written back and their difference is printed', async () => {
  const folder = await lay(BROKEN);
  const { out, code } = await check(folder, '--fix', '--strict');
  assert.equal(await readFile(join(folder, 'a.md'), 'utf8'), MENDED);
  assert.deepEqual(out, [
    '--- a.md',
    '+++ a.md',
    '@@ line 5 @@',
    '-    <summary></summary>',
    '+    <summary>Answer</summary>',
    '@@ line 7 @@',
    '-    </summary>',
    '+    </details>',
    '@@ line 9 @@',
    '-<detials>',
    '+<details>',
    '@@ line 16 @@',
    '-At <data value="heat">230 °C</data>.',
    '+At <data value="heat">250 °C</data>.',
    '@@ line 18 @@',
    '+</details>',
    '+',
    '1 notes: 4 answered, 0 open, 0 groups, 0 disclosures; 0 errors, 0 warnings',
  ]);
  assert.equal(code, 0);
});

test('a second repair finds nothing to do', async () => {
  const folder = await lay(MENDED);
  const { out } = await check(folder, '--fix');
  assert.deepEqual(out, ['1 notes: 4 answered, 0 open, 0 groups, 0 disclosures; 0 errors, 0 warnings']);
  assert.equal(await readFile(join(folder, 'a.md'), 'utf8'), MENDED);
});

test('line ends, a byte-order mark and front matter stay as they are', async () => {
  const dress = (text: string): string => `\uFEFF---\ntitle: Bread\n---\n${text}`.replaceAll('\n', '\r\n');
  const folder = await lay(dress(BROKEN));
  await check(folder, '--fix');
  assert.equal(await readFile(join(folder, 'a.md'), 'utf8'), dress(MENDED));
});

test('nothing is written without being asked for', async () => {
  const folder = await lay(BROKEN);
  const { code } = await check(folder, '--strict');
  assert.equal(await readFile(join(folder, 'a.md'), 'utf8'), BROKEN);
  assert.equal(code, 1);
});
