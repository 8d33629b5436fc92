import assert from 'node:assert/strict';
import { test } from 'node:test';
import { xmlText } from '../../src/core/xml.ts';

test('characters that no XML may have are left out, and everything else stays', () => {
  assert.equal(xmlText('a\u{0}\u{8}b\u{1B}\u{FFFF}'), 'ab');
  assert.equal(xmlText('a\tb\nc\r <&> é 🚀 \u{E000}'), 'a\tb\nc\r <&> é 🚀 \u{E000}');
  assert.equal(xmlText('a\u{D83D}'), 'a\u{FFFD}');
});
