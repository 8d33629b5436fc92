/**
 * The forms in which people write questions: each is a note in `fixtures/` with what a reader should find in it,
 * decided by hand. To add a form, add a folder.
 */
import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import type { Question } from '../../src/core/note.ts';
import { decode } from '../../src/markdown/decode.ts';
import { readNote } from '../../src/markdown/read-note.ts';

interface Expected {
  questions: Pick<Question, 'id' | 'prompt' | 'line' | 'state' | 'parent' | 'context'>[];
  /** Lines. */
  disclosures: number[];
  /** `line rule`. */
  problems: string[];
  /** What the HTML holds, and what it does not. */
  holds: string[];
  lacks: string[];
}

const fixtures = join(import.meta.dirname, 'fixtures');

for (const form of (await readdir(fixtures)).sort()) {
  test(form.replaceAll('-', ' '), async () => {
    const expected = JSON.parse(await readFile(join(fixtures, form, 'expected.json'), 'utf8')) as Expected;
    const decoded = decode(await readFile(join(fixtures, form, 'note.md')));
    assert.ok('text' in decoded);
    const { questions, disclosures, problems, html } = readNote({
      body: decoded.text,
      frontMatter: {},
      around: { path: 'note.md', base: '/', routeOf: () => '/note/', fileAt: () => null },
      facts: new Map(),
      unnamed: 'auto',
      fallbackTitle: 'Note',
    });
    assert.deepEqual(
      {
        questions: questions.map(({ id, prompt, line, state, parent, context }) => ({
          id,
          prompt,
          line,
          state,
          parent,
          context,
        })),
        disclosures: disclosures.map(({ line }) => line),
        problems: problems.sorted().map(({ line, rule }) => `${line} ${rule}`),
        holds: expected.holds.filter((text) => html.includes(text)),
        lacks: expected.lacks.filter((text) => !html.includes(text)),
      },
      expected,
    );
  });
}
