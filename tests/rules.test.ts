/** Every rule is explained where its message sends people, and says what to do. */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { rules } from '../src/markdown/rules.ts';
import { root } from './support/step.ts';

const guide = await readFile(join(root, 'docs', 'rules.md'), 'utf8');
const sections = new Map(
  guide
    .split(/^### /m)
    .slice(1)
    .map((section): [string, string] => [section.split('\n')[0] ?? '', section]),
);

/** Words as they stand, without the marks that Markdown needs around tags. */
const bare = (text: string): string => text.replaceAll('`', '');

for (const [id, { severity, message }] of Object.entries(rules)) {
  test(`${id} has a section in docs/rules.md with its severity and its message`, () => {
    const section = bare(sections.get(id) ?? '');
    assert.ok(section.includes(severity === 'error' ? '**Error.**' : '**Warning.**'), section);
    assert.ok(section.includes(bare(message('…'))), section);
  });

  test(`the message of ${id} says what is wrong and, at its end, what to do`, () => {
    const sentences = message('…').split(/(?<=[.…?!])\s+(?=[A-Z])/);
    assert.ok(sentences.length >= 2, sentences.join(' | '));
    assert.match(
      sentences.at(-1) ?? '',
      /^(?:Write|Say|Remove|Correct|Put|Use|Add|Save|Split|Rename|Make|Copy|Close|End|Replace|Reword|Shorten|Flatten|Check|Bring|Keep)\b/,
    );
  });
}

test('docs/rules.md explains no rule that does not exist', () => {
  assert.deepEqual(
    [...sections.keys()].filter((id) => !(id in rules)),
    [],
  );
});
