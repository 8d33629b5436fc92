import assert from 'node:assert/strict';
import { test } from 'node:test';
import { draw } from '../../src/integrations/social-images/draw.ts';
import { type Words, wordsOf, wordsOfHome, writable } from '../../src/integrations/social-images/words.ts';
import { wordsFor, wordsOfSite } from '../../src/integrations/words.ts';

const page = {
  path: 'a/b.md',
  route: '/a/b/',
  picture: '/_og/a/b.png',
  title: 'B',
  topic: 'A',
  notes: null,
  questions: 1,
  updated: null,
};
const english = await wordsOfSite('en');
const topic = { ...page, title: 'A', topic: null, notes: 2, questions: 30 };

test('a picture says the title, where the page belongs, and how much it asks', () => {
  assert.deepEqual(wordsOf(page, 'Course', english), {
    title: 'B',
    above: 'Course / A',
    below: '1 question',
  });
  assert.deepEqual(wordsOf(topic, 'Course', english), {
    title: 'A',
    above: 'Course',
    below: '2 notes · 30 questions',
  });
  assert.deepEqual(wordsOf({ ...page, questions: 0 }, 'Course', english).below, '');
  assert.deepEqual(wordsOfHome({ title: 'Course', pages: [topic, page, page] }, english), {
    title: 'Course',
    above: null,
    below: '2 notes · 2 questions',
  });
});

test('a picture counts in the language of its site, and leaves that out where no font can write it', async () => {
  assert.equal(wordsFor('ja-JP'), 'ja');
  const japanese = await wordsOfSite('ja');
  const said = wordsOf({ ...topic, title: '飲みもの' }, 'Course', japanese);
  assert.equal(said.below, 'ノート2件 · 問題30問');
  const missing = new Set([...'ノート件問題飲みもの']);
  assert.deepEqual(writable(said, missing), { title: 'Course', above: null, below: null });
});

test('what no font can write is left out: signs alone, texts with letters as a whole', () => {
  const missing = new Set([...'日本→🚀∑']);
  const said = (title: string, above: string | null): Words =>
    writable({ title, above, below: '1 question' }, missing);
  assert.deepEqual(said('A → B 🚀', 'C ∑'), { title: 'A › B', above: 'C', below: '1 question' });
  assert.deepEqual(said('日本', 'Course'), { title: 'Course', above: null, below: '1 question' });
  assert.deepEqual(said('日本', '日'), { title: null, above: null, below: '1 question' });
  assert.deepEqual(said('🚀', null), { title: null, above: null, below: '1 question' });
});

const size = (png: Uint8Array): number[] => {
  const view = new DataView(png.buffer, png.byteOffset);
  return [view.getUint32(16), view.getUint32(20)];
};

test('every script gives a picture, and those without a font the same one without letters', async () => {
  const drawn = (title: string): Promise<Uint8Array> => draw({ title, above: null, below: '3 questions' });
  const without = await drawn('日本語のノート');
  assert.deepEqual(size(without), [1200, 630]);
  for (const title of ['שלום', 'مرحبا', '한국어', 'नमस्ते'])
    assert.deepEqual(await drawn(title), without, title);
  for (const title of ['Łódź', 'Контейнеры', 'Μνήμη', 'Tiếng Việt']) {
    assert.notDeepEqual(await drawn(title), without, title);
  }
});

test('the same words give the same bytes', async () => {
  const words = { title: 'What a container is', above: 'Containers', below: '14 questions' };
  assert.deepEqual(await draw(words), await draw(words));
});
