/** Nothing that an older reader read is ever shown: the digest of its code changes with each of its files. */
import assert from 'node:assert/strict';
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { codeDigest, digestOf } from '../../src/markdown/code-digest.ts';

const project = join(import.meta.dirname, '..', '..');
const root = await mkdtemp(join(tmpdir(), 'unfold-code-digest-'));
after(() => rm(root, { recursive: true }));
for (const part of ['src', 'package-lock.json'])
  await cp(join(project, part), join(root, part), { recursive: true });

test('the digest is that of the project', () => {
  assert.equal(codeDigest(), digestOf(root));
});

const parts = ['src/markdown/ledger/match.ts', 'src/core/card.ts', 'src/words/en.ts', 'package-lock.json'];
for (const path of [...parts, 'src/markdown/new.ts'])
  test(`another ${path} is another digest`, async () => {
    const before = digestOf(root);
    await writeFile(join(root, path), '// Other words.\n');
    assert.notEqual(digestOf(root), before);
  });
