/** Whether a file that a note shows as an image is one, told from its first and last bytes. */
import { readFileSync } from 'node:fs';
import { failure } from './failure.ts';

/** Endings of names that say “image” to whoever meets the file. */
const IMAGE = /\.(?:png|apng|jpe?g|gif|webp|avif|svg|bmp|ico)$/i;

/** What keeps browsers from showing the file as an image, or null. Words that follow “it”. */
export function imageFaultOf(path: string): string | null {
  try {
    return imageFault(readFileSync(path), IMAGE.test(path));
  } catch (reason) {
    return `cannot be read (${failure(reason)})`;
  }
}

/**
 * What keeps browsers from showing these bytes as an image, or null. `named`: the file's name ends as an image's
 * does, so that bytes of no known format are a fault. Pixels are not looked at.
 */
export function imageFault(bytes: Uint8Array, named: boolean): string | null {
  if (bytes.length === 0) return 'is empty';
  const data = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const says = (at: number, text: string): boolean => data.toString('latin1', at, at + text.length) === text;
  const whole = (isWhole: boolean): string | null => (isWhole ? null : 'ends before the image does');
  if (says(0, '\x89PNG\r\n\x1a\n')) return whole(data.includes('IEND', 8, 'latin1'));
  if (says(0, '\xff\xd8\xff')) return whole(data.includes('\xff\xd9', 3, 'latin1'));
  if (says(0, 'GIF8')) return whole(data.includes(0x3b, 13));
  if (says(0, 'RIFF') && says(8, 'WEBP'))
    return whole(data.length >= 20 && data.length >= data.readUInt32LE(4) + 8);
  if (says(4, 'ftyp') || says(0, 'BM') || says(0, '\0\0\x01\0')) return null;
  const svg = /<svg\b[^>]*>/i.exec(data.toString('utf8'))?.[0];
  if (svg !== undefined) return whole(svg.endsWith('/>') || data.includes('</svg'));
  return named ? 'is no image, whatever its name says' : null;
}
