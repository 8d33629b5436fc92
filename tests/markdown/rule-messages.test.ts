/** Every rule tells the author the whole of what is wrong, once, at its place. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, test } from 'node:test';
import { readFolder } from '../../src/markdown/folder.ts';
import { rules } from '../../src/markdown/rules.ts';
import { NOW, samples } from './rule-samples.ts';

const work = await mkdtemp(join(tmpdir(), 'unfold-rules-'));
await writeFile(join(work, 'outside.md'), 'Secret.\n');
after(() => rm(work, { recursive: true, force: true }));

/** Everything told of the notes laid out in a folder of their own: place, severity, rule and message. */
async function told(id: string): Promise<{ at: string; rule: string; message: string }[]> {
  const { files, links = {}, pipes = [] } = samples[id as keyof typeof samples];
  const root = join(work, id, 'notes');
  // The folder above holds what a link may lead to.
  await mkdir(root, { recursive: true });
  await writeFile(join(work, id, 'outside.md'), 'Secret.\n');
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), content);
  }
  for (const [path, target] of Object.entries(links)) await symlink(target, join(root, path));
  for (const path of pipes) assert.equal(spawnSync('mkfifo', [join(root, path)]).status, 0);
  const folder = await readFolder(root, { base: '/', now: NOW });
  const inNotes = folder.notes.flatMap(({ path, problems }) => problems.map((one) => ({ ...one, path })));
  return [...folder.problems, ...inNotes].map(({ path, line, column, severity, rule, message }) => ({
    at: `${path}:${line}:${column} ${severity}`,
    rule,
    message,
  }));
}

for (const [id, { at, message }] of Object.entries(samples)) {
  test(`${id} is told once, at its place, in full`, { timeout: 20_000 }, async () => {
    const all = await told(id);
    assert.deepEqual(
      all.filter(({ rule }) => rule === id),
      [{ at, rule: id, message }],
    );
  });
}

test('every rule has its sample', () => {
  assert.deepEqual(Object.keys(samples).sort(), Object.keys(rules).sort());
});
