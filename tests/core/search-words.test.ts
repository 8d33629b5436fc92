/** Words of notes and of queries, in all scripts. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { bare, between, folded, foundBy, spaced, termsOf } from '../../src/core/search-words.ts';

/** What `spaced` cut, put together again. */
function joined(text: string): string {
  const words = spaced(text).split(' ');
  return words.map((word, n) => (n === 0 ? '' : between(words[n - 1] ?? '', word)) + bare(word)).join('');
}

test('text without spaces is cut into words', () => {
  assert.equal(spaced('什么是容器编排？'), '什么 是 容器 编排？');
  assert.equal(spaced('日本語の検索'), '日本語 の 検索');
  assert.equal(spaced('ภาษาไทยง่าย'), 'ภาษา ไทย ง่าย');
});

test('text with spaces keeps its words, on one line', () => {
  assert.equal(spaced('  What is\n ECS?\u200b '), 'What is ECS?');
  assert.equal(spaced('מה זה קונטיינר'), 'מה זה קונטיינר');
  assert.equal(spaced('컨테이너는 무엇인가요'), '컨테이너는 무엇인가요');
});

test('what was cut reads as its author wrote it', () => {
  for (const text of [
    '使用EC2的集群。还有 EBS 卷',
    'EC2インスタンスと ECS',
    'Plain words, 100 %',
    'คำ คำ',
    '「日本」の 本',
  ])
    assert.equal(joined(text), text);
});

test('cutting loses no letter of any text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (text) => {
      const plain = (written: string) => written.toWellFormed().replace(/[\s\u200b\u2060]+/gu, '');
      assert.equal(plain(spaced(text)), plain(text));
    }),
  );
});

test('a query becomes the words of the index', () => {
  assert.deepEqual(termsOf('  EFS  Snapshot '), ['efs', 'snapshot']);
  assert.deepEqual(termsOf('--force'), ['force']);
  assert.deepEqual(termsOf('blue-green task_role'), ['blue', 'green', 'task', 'role']);
  assert.deepEqual(termsOf('0.5 vCPU, e.g. 1.7'), ['05', 'vcpu', 'eg', '17']);
  assert.deepEqual(termsOf('C++ and C#'), ['c++', 'and', 'c#']);
  assert.deepEqual(termsOf('容器编排'), ['容器', '编排']);
  assert.deepEqual(termsOf('می\u200cشود'), ['میشود']);
  assert.deepEqual(termsOf('🚀 👩\u200d🚀'), ['🚀', '👩\u200d🚀']);
});

test('a query of punctuation alone holds nothing to look for', () => {
  for (const query of ['', '   ', '!!! ?', '"', '- – —', '。、', '\u200b\u2060', '\ud800'])
    assert.deepEqual(termsOf(query), [], JSON.stringify(query));
});

test('no query of any script is too much', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 100 }), (query) => {
      for (const term of termsOf(query)) assert.match(term, /^\S+$/u);
    }),
    { numRuns: 200 },
  );
});

test('case and accents are folded, sounds of kana are not', () => {
  assert.equal(folded('HÄUSER'), 'hauser');
  assert.equal(folded('ガ'), 'ガ');
});

test('a word says which terms it was found by', () => {
  assert.deepEqual(foundBy('deployments,', ['service', 'deploy']), [1]);
  assert.deepEqual(foundBy('deploys', ['deploying']), [0]);
  assert.deepEqual(foundBy('blue-green', ['green', 'blue']), [0, 1]);
  assert.deepEqual(foundBy('taskDefinition', ['definition']), [0]);
  assert.deepEqual(foundBy('Häuser', ['haus']), [0]);
  assert.deepEqual(foundBy('الحاوية', ['حاوية']), [0]);
});

test('a word that shares nothing with a term was not found by it', () => {
  assert.deepEqual(foundBy('HTTPCode_ELB_5XX_Count', ['xxxxxxx']), []);
  assert.deepEqual(foundBy('volumes', ['detach', 'volume']), [1]);
  assert.deepEqual(foundBy('volumes', ['detach']), []);
  // The parts of a word that letters and digits make are words of their own in the index.
  assert.deepEqual(foundBy('HTTPCode_ELB_5XX_Count', ['xx']), [0]);
  assert.deepEqual(foundBy('HTTPServer', ['server']), [0]);
});

test('a word of one or two letters with others behind it is whole, and else may be a beginning', () => {
  assert.deepEqual(foundBy('always', ['a', 'task']), []);
  assert.deepEqual(foundBy('isolated', ['is', 'a', 'task']), []);
  assert.deepEqual(foundBy('A', ['a', 'task']), [0]);
  assert.deepEqual(foundBy('task-a', ['a', 'task']), [0, 1]);
  assert.deepEqual(foundBy('always', ['task', 'a']), [1]);
  assert.deepEqual(foundBy('検索機', ['検索', 'task']), [0]);
});

test('a word that is but the first letters of a term was found by none', () => {
  assert.deepEqual(foundBy('Z)', ['zzzz']), []);
  assert.deepEqual(foundBy('-c', ['c++']), []);
  assert.deepEqual(foundBy('-p,', ['p99']), []);
  assert.deepEqual(foundBy('-v', ['vs']), []);
  assert.deepEqual(foundBy('-d', ['volumes', 'detach']), []);
  assert.deepEqual(foundBy('anything', []), []);
});
