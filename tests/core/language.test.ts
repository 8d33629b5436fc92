import assert from 'node:assert/strict';
import { test } from 'node:test';
import { directionOf, languageTag } from '../../src/core/language.ts';

test('a tag of a language is written as it should be, however it was typed', () => {
  assert.deepEqual(['en', 'he_IL', ' JA ', 'pt-br', 'zh-hant-tw'].map(languageTag), [
    'en',
    'he-IL',
    'ja',
    'pt-BR',
    'zh-Hant-TW',
  ]);
});

test('what is no tag of a language is none', () => {
  assert.deepEqual(['', 'e', 'Japanese please', '日本語', 'en--US'].map(languageTag), [
    null,
    null,
    null,
    null,
    null,
  ]);
});

test('a language is read from the right where its script is, also where only its tag says which', () => {
  assert.deepEqual(
    ['ar', 'he', 'fa', 'ur', 'yi', 'dv', 'ps', 'ks', 'az-Arab', 'pa-PK'].map(directionOf),
    Array(10).fill('rtl'),
  );
  assert.deepEqual(
    ['en', 'ja', 'hi', 'th', 'az', 'pa', 'ur-Latn', 'zh-TW'].map(directionOf),
    Array(8).fill('ltr'),
  );
});
