import assert from 'node:assert/strict';
import { test } from 'node:test';
import { shortSlug, slug } from '../../src/markdown/slug.ts';

test('a slug keeps letters, digits and marks of every script', () => {
  const texts = {
    'コンテナとは何ですか？': 'コンテナとは何ですか',
    'ما هو EFS؟': 'ما-هو-efs',
    'מַהוּ EBS?': 'מַהוּ-ebs',
    'कंटेनर क्या है?': 'कंटेनर-क्या-है',
    'คอนเทนเนอร์คืออะไร?': 'คอนเทนเนอร์คืออะไร',
    '컨테이너란 무엇인가?': '컨테이너란-무엇인가',
    'Was heißt „Größe“?': 'was-heißt-größe',
    '١٢ سؤالا': '١٢-سؤالا',
  };
  for (const [text, expected] of Object.entries(texts)) assert.equal(slug(text), expected.normalize('NFC'));
});

test('text that looks the same has the same slug, composed or not', () => {
  for (const text of ['Café', 'が', 'שׁלום', 'Å'])
    assert.equal(slug(text.normalize('NFD')), slug(text.normalize('NFC')));
});

test('what is neither letter nor digit parts words, and alone has no slug', () => {
  assert.equal(slug('Why 🐳 swim?'), 'why-swim');
  assert.equal(slug('🐳🚢'), '');
  assert.equal(slug('？！'), '');
});

test('a short slug never cuts a letter in two', () => {
  for (const letter of ['水', '𠮷', 'क'])
    for (const before of ['', 'a'])
      assert.ok(shortSlug(before + letter.repeat(70)).isWellFormed(), before + letter);
});
