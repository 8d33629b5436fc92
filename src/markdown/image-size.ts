/** How large an image is, told from its first bytes: enough to keep its place on a page free. */

import { closeSync, openSync, readSync } from 'node:fs';

/** In CSS pixels. */
export interface Size {
  width: number;
  height: number;
}

// More than any format needs before it states its size; JPEG puts its metadata first.
const HEADER_BYTES = 256 * 1024;

/** Size of the image in this file, or null where it cannot be told. */
export function imageSizeOf(path: string): Size | null {
  const header = new Uint8Array(HEADER_BYTES);
  let file: number | null = null;
  try {
    file = openSync(path, 'r');
    return imageSize(header.subarray(0, readSync(file, header)));
  } catch {
    // Whoever carries the file along will say that it cannot be read.
    return null;
  } finally {
    if (file !== null) closeSync(file);
  }
}

/** Size of the image that begins with these bytes, or null where its format is not known or it is damaged. */
export function imageSize(bytes: Uint8Array): Size | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    const size = png(view) ?? gif(view) ?? webp(view) ?? jpeg(view) ?? svg(bytes);
    return size && size.width > 0 && size.height > 0
      ? { width: Math.round(size.width), height: Math.round(size.height) }
      : null;
  } catch (error) {
    // The bytes end before the size is stated.
    if (error instanceof RangeError) return null;
    throw error;
  }
}

function says(view: DataView, at: number, text: string): boolean {
  if (view.byteLength < at + text.length) return false;
  return [...text].every((letter, index) => view.getUint8(at + index) === letter.charCodeAt(0));
}

function png(view: DataView): Size | null {
  if (!(says(view, 1, 'PNG') && says(view, 12, 'IHDR'))) return null;
  return { width: view.getUint32(16), height: view.getUint32(20) };
}

function gif(view: DataView): Size | null {
  if (!says(view, 0, 'GIF8')) return null;
  return { width: view.getUint16(6, true), height: view.getUint16(8, true) };
}

function webp(view: DataView): Size | null {
  if (!(says(view, 0, 'RIFF') && says(view, 8, 'WEBP'))) return null;
  const uint24 = (at: number) => view.getUint16(at, true) + view.getUint8(at + 2) * 2 ** 16;
  if (says(view, 12, 'VP8X')) return { width: uint24(24) + 1, height: uint24(27) + 1 };
  if (says(view, 12, 'VP8 ')) {
    return { width: view.getUint16(26, true) % 2 ** 14, height: view.getUint16(28, true) % 2 ** 14 };
  }
  // Lossless: two numbers of 14 bits, one after the other.
  const bits = view.getUint32(21, true);
  return { width: (bits % 2 ** 14) + 1, height: (Math.floor(bits / 2 ** 14) % 2 ** 14) + 1 };
}

function jpeg(view: DataView): Size | null {
  if (view.byteLength < 2 || view.getUint16(0) !== 0xff_d8) return null;
  // Segments follow one another until one that describes a frame.
  for (let at = 2; ; at += 2 + view.getUint16(at + 2)) {
    const marker = view.getUint16(at);
    if (marker < 0xff_c0) return null;
    const isFrame = marker <= 0xff_cf && ![0xff_c4, 0xff_c8, 0xff_cc].includes(marker);
    if (isFrame) return { width: view.getUint16(at + 7), height: view.getUint16(at + 5) };
  }
}

function svg(bytes: Uint8Array): Size | null {
  const tag = /<svg\b[^>]*>/i.exec(new TextDecoder().decode(bytes))?.[0];
  if (!tag) return null;
  const pixels = (name: string) =>
    Number(new RegExp(`\\s${name}=["']\\s*([\\d.]+)(?:px)?\\s*["']`).exec(tag)?.[1]);
  const [width, height] = [pixels('width'), pixels('height')];
  if (width > 0 && height > 0) return { width, height };
  const box = /\sviewBox=["']\s*[-\d.]+[\s,]+[-\d.]+[\s,]+([\d.]+)[\s,]+([\d.]+)/.exec(tag);
  return box ? { width: Number(box[1]), height: Number(box[2]) } : null;
}
