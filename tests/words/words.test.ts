/** Every language of the site's own words against English. */
import assert from 'node:assert/strict';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { wordsFor } from '../../src/integrations/words.ts';
import { languages } from '../../src/words/languages.ts';
import { root } from '../support/step.ts';

type Word = string | readonly string[] | { [name: string]: Word } | ((...values: unknown[]) => string);
const { en, ...others } = languages as unknown as Record<string, Record<string, Word>>;

/** Signs that a language is written with, for those that English is not. */
const SCRIPTS: Record<string, RegExp> = { ja: /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u };
/** Words that have no letters of a language: names and numbers. */
const NAMES = new Set([
  'lang',
  'dayLang',
  'markdown',
  'placeOf',
  'quoted',
  'fromTo',
  'inContext',
  'answerOf',
  'ofPart',
  'sentence',
  'namely',
]);

/** Every text of a word, with `3` and `x` for what it takes; by where it stands. */
function textsOf(word: Word, place: string): [place: string, text: string][] {
  if (typeof word === 'string') return [[place, word]];
  if (typeof word === 'function') return [[place, word(...stand(word))]];
  return Object.entries(word).flatMap(([name, inner]) => textsOf(inner, `${place}.${name}`));
}

/** Something for each argument: an object or list that answers everything, else a number, which may stand as a text. */
function stand(word: (...values: unknown[]) => string): unknown[] {
  const source = word.toString();
  const [, named = ''] = /^\(?((?:\{[^}]*\}|[^)=])*)/.exec(source) ?? [];
  const values = {
    minutes: 3,
    days: 3,
    questions: 3,
    fresh: '3',
    expected: '3 %',
    added: 3,
    known: 3,
    clashing: 3,
    unreadable: 3,
    lines: '3',
  };
  if (/^\(?\s*(?:\{|work\b|plan\b)/.test(source)) return [values];
  return named.split(',').map((name) => (/^\s*(?:columns|names|lines)\b/.test(name) ? ['x'] : 3));
}

test('every file of words is among the languages', async () => {
  const files = (await readdir(join(root, 'src', 'words'))).filter((file) => file !== 'languages.ts');
  assert.deepEqual(files.map((file) => file.replace(/\.ts$/, '')).sort(), Object.keys(languages).sort());
  for (const [tag, words] of Object.entries(languages)) assert.equal(words.lang, tag);
});

for (const [tag, words] of Object.entries(others)) {
  test(`${tag} has the words of English and no others`, () => {
    assert.deepEqual(Object.keys(words).sort(), Object.keys(en ?? {}).sort());
  });

  test(`${tag} says everything in its own script`, () => {
    const script = SCRIPTS[tag];
    assert.ok(script, `tests/words/words.test.ts does not know the script of ${tag}: add it to SCRIPTS`);
    const foreign = Object.entries(words)
      .filter(([name]) => !NAMES.has(name))
      .flatMap(([name, word]) => textsOf(word, name))
      .filter(([, text]) => !script.test(text));
    assert.deepEqual(foreign, []);
  });

  test(`${tag} takes as many arguments, has lists as long and sets as many parts apart as English`, () => {
    for (const [name, word] of Object.entries(en ?? {})) {
      const own = words[name];
      assert.equal(typeof own, typeof word, name);
      if (typeof word === 'function' && typeof own === 'function')
        assert.equal(own.length, word.length, name);
      const parts = ([, text]: [string, string]) => text.split('|').length % 2;
      assert.deepEqual(textsOf(own ?? '', name).map(parts), textsOf(word, name).map(parts), name);
    }
  });
}

test('a site has the words of its language, in every country, and English words where there are none', () => {
  assert.deepEqual(['en', 'en-GB', 'ja', 'ja-JP', 'he', 'pt-BR'].map(wordsFor), [
    'en',
    'en',
    'ja',
    'ja',
    'en',
    'en',
  ]);
});
