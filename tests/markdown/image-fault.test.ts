import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { imageFault, imageFaultOf } from '../../src/markdown/image-fault.ts';

const crumb = await readFile(new URL('../fixtures/notes/1-bread/images/crumb.png', import.meta.url));
const bytes = (...parts: (string | number[])[]): Uint8Array =>
  Buffer.concat(
    parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : Buffer.from(part))),
  );

const jpeg = bytes([0xff, 0xd8, 0xff, 0xe0], 'JFIF', [0xff, 0xd9]);
const webp = bytes('RIFF', [16, 0, 0, 0], 'WEBPVP8 ', [0, 0, 0, 0, 0, 0, 0, 0]);
const whole: [format: string, image: Uint8Array][] = [
  ['PNG', crumb],
  ['JPEG', jpeg],
  ['JPEG with a film behind it', bytes([...jpeg], 'ftypmp42')],
  ['GIF', bytes('GIF89a', [1, 0, 1, 0, 0, 0, 0, 0x3b])],
  ['WebP', webp],
  ['AVIF', bytes([0, 0, 0, 28], 'ftypavif')],
  ['SVG', bytes('<?xml version="1.0"?><svg viewBox="0 0 4 4"></svg>')],
  ['SVG without children', bytes('<svg/>')],
];

for (const [format, image] of whole) {
  test(`a whole ${format} has no fault`, () => {
    assert.equal(imageFault(image, true), null);
  });
}

const cut: [format: string, image: Uint8Array][] = [
  ['PNG', crumb.subarray(0, crumb.length - 12)],
  ['JPEG', jpeg.subarray(0, jpeg.length - 2)],
  ['GIF', bytes('GIF89a', [1, 0, 1, 0, 0, 0, 0])],
  ['WebP', webp.subarray(0, webp.length - 1)],
  ['SVG', bytes('<svg viewBox="0 0 4 4"><path d="M0')],
];

for (const [format, image] of cut) {
  test(`a ${format} that is cut short is told from a whole one`, () => {
    assert.equal(imageFault(image, true), 'ends before the image does');
  });
}

test('an empty file is no image', () => {
  assert.equal(imageFault(new Uint8Array(), false), 'is empty');
});

test('text under the name of an image is no image, and under another name may be anything', () => {
  assert.equal(imageFault(bytes('<!doctype html>'), true), 'is no image, whatever its name says');
  assert.equal(imageFault(bytes('<!doctype html>'), false), null);
});

test('a file that cannot be read is told with the reason, without its absolute path', () => {
  assert.equal(
    imageFaultOf(join(import.meta.dirname, 'no-such.png')),
    'cannot be read (ENOENT: no such file or directory)',
  );
});
