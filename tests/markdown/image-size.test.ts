import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { imageSize } from '../../src/markdown/image-size.ts';

const crumb = new URL('../fixtures/notes/1-bread/images/crumb.png', import.meta.url);
const ascii = (text: string) => [...text].map((letter) => letter.charCodeAt(0));
const text = (svg: string) => new TextEncoder().encode(svg);

const images: [format: string, bytes: Uint8Array, width: number, height: number][] = [
  ['PNG', await readFile(crumb), 320, 180],
  ['GIF', Uint8Array.from([...ascii('GIF89a'), 0x40, 0x01, 0xb4, 0x00]), 320, 180],
  [
    'WebP with features',
    Uint8Array.from([...ascii('RIFF....WEBPVP8X'), 10, 0, 0, 0, 0, 0, 0, 0, 0x3f, 0x01, 0, 0xb3, 0, 0]),
    320,
    180,
  ],
  [
    'WebP with loss',
    Uint8Array.from([
      ...ascii('RIFF....WEBPVP8 '),
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0x9d,
      0x01,
      0x2a,
      0x40,
      0x01,
      0xb4,
      0x00,
    ]),
    320,
    180,
  ],
  [
    'WebP without loss',
    // 319 in the lower 14 bits, 179 in the next.
    Uint8Array.from([...ascii('RIFF....WEBPVP8L'), 0, 0, 0, 0, 0x2f, 0x3f, 0xc1, 0x2c, 0x00]),
    320,
    180,
  ],
  [
    'JPEG behind its metadata',
    Uint8Array.from([0xff, 0xd8, 0xff, 0xe1, 0, 4, 0, 0, 0xff, 0xc2, 0, 17, 8, 0x00, 0xb4, 0x01, 0x40]),
    320,
    180,
  ],
  [
    'SVG with a size',
    text('<?xml version="1.0"?><svg width="320px" height="180" viewBox="0 0 1 1">'),
    320,
    180,
  ],
  ['SVG with a box', text('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 320 180">'), 320, 180],
];

for (const [format, bytes, width, height] of images) {
  test(`the size of an image is told from its first bytes: ${format}`, () => {
    assert.deepEqual(imageSize(bytes), { width, height });
  });

  test(`an image that ends too early has no size: ${format}`, () => {
    for (let length = 0; length < 12; length += 1) {
      assert.doesNotThrow(() => imageSize(bytes.subarray(0, length)));
    }
  });
}

test('what is no image has no size', () => {
  assert.equal(imageSize(text('# A note')), null);
  assert.equal(imageSize(new Uint8Array()), null);
  assert.equal(imageSize(text('<svg width="100%" height="100%">')), null);
});
