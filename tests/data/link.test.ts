/** A history in the fragment of a link. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { bringsHistory, bytesIn, linkOf } from '../../src/browser/data/link.ts';
import { numbersOf } from '../../src/core/shuffle.ts';

const page = 'https://notes.example/data/';
const textIn = async (fragment: string) => new Response(bytesIn(fragment)).text();

test('what goes into a link comes out of its fragment, and the fragment is of letters, digits, - and _', async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'grapheme', maxLength: 2000 }), async (text) => {
      const link = (await linkOf(text, page)) ?? '';
      const { hash } = new URL(link);
      assert.ok(link.startsWith(`${page}#history=`));
      assert.match(hash.slice('#history='.length), /^[\w-]+$/);
      assert.ok(bringsHistory(hash));
      assert.equal(await textIn(hash), text);
    }),
    { numRuns: 200 },
  );
});

test('what is too long to be sent gives no link', async () => {
  const random = numbersOf(1);
  const noise = Array.from({ length: 30_000 }, () => String.fromCharCode(33 + random() * 89));
  assert.equal(await linkOf(noise.join(''), page), null);
});

test('a fragment that is not one of ours brings nothing', () => {
  assert.deepEqual(['', '#', '#history', '#what-is-ecs', '#History=abc'].map(bringsHistory), [
    false,
    false,
    false,
    false,
    false,
  ]);
});

test('a fragment that was cut or written by hand is refused', async () => {
  const { hash } = new URL((await linkOf('Flour, water and salt. '.repeat(40), page)) ?? '');
  await assert.rejects(textIn(hash.slice(0, -8)));
  await assert.rejects(textIn('#history=%E0%A4%A'), { name: 'InvalidCharacterError' });
  await assert.rejects(textIn('#history=<script>'), { name: 'InvalidCharacterError' });
});
