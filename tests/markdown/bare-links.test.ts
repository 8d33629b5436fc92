import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pageOf } from '../support/page-of.ts';

test('a link whose words are its address is marked, so that paper says it once', () => {
  const bare = (body: string) => pageOf(body).includes('class="bare"');
  assert.equal(bare('See https://bread.example/rye for more.'), true);
  assert.equal(bare('[bread.example/rye](https://bread.example/rye/)'), true);
  assert.equal(bare('[Rye](https://bread.example/rye)'), false);
  assert.equal(bare('[bread.example](https://bread.example/rye)'), false);
});

for (const written of [
  'a&commat;b.example',
  'https&#58;//b.example',
  'ww&#119;.b.example',
  'a\\@b.example',
  'https\\://b.example',
])
  test(`an address is a link also where its author wrote ${written}`, () => {
    assert.match(pageOf(`See ${written} for more.`), /<a href=/);
  });
