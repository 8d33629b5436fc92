/** What is left of a text when it is to be recognised: a hash of its words, and a sketch that outlasts an edit. */
import { hash } from 'node:crypto';

/** Characters of a fingerprint; 48 bits. */
const FINGERPRINT = 8;
/** Values in a sketch, one character each. */
export const SKETCH = 32;
const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** `text` without what a change of formatting moves: runs of white space are one space, quotes are straight. */
export function fold(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\u00ad\u200b\ufeff]/g, '')
    .replace(/[‘’]/g, "'")
    .replace(/[“”]/g, '"')
    .replace(/\s+/g, ' ')
    .trim();
}

/** A hash of `text`, 8 characters of base64url: the same where two texts differ in white space and quotes only. */
export function fingerprint(text: string): string {
  return hash('sha256', fold(text).replaceAll(' ', ''), 'base64url').slice(0, FINGERPRINT);
}

function mix(value: number): number {
  let x = value ^ (value >>> 16);
  x = Math.imul(x, 0x85ebca6b);
  x ^= x >>> 13;
  x = Math.imul(x, 0xc2b2ae35);
  return x ^ (x >>> 16);
}

const FACTORS = Int32Array.from({ length: SKETCH }, (_, n) => mix(0x9e3779b9 + n) | 1);
const OFFSETS = Int32Array.from({ length: SKETCH }, (_, n) => mix(0x51ed270b + n));

/**
 * A MinHash of the runs of `length` characters in `text`, letter case and white space aside: 32 characters, of which
 * two texts share about as large a part as they share of their runs.
 */
export function sketch(text: string, length: number): string {
  const words = ` ${fold(text).toLowerCase()} `;
  const least = new Uint32Array(SKETCH).fill(0xffffffff);
  const last = Math.max(0, words.length - length);
  for (let at = 0; at <= last; at++) {
    let run = 0x811c9dc5;
    for (let n = at; n < at + length; n++) run = Math.imul(run ^ words.charCodeAt(n), 0x01000193);
    run = mix(run);
    for (let n = 0; n < SKETCH; n++) {
      const value = (Math.imul(run, FACTORS[n] ?? 1) + (OFFSETS[n] ?? 0)) >>> 0;
      if (value < (least[n] ?? 0)) least[n] = value;
    }
  }
  return Array.from(least, (value) => ALPHABET[mix(value) & 63]).join('');
}

/** How much two sketches say their texts have in common, 0 to 1; exact to about 0.1. */
export function resemblance(one: string, other: string): number {
  let same = 0;
  for (let n = 0; n < SKETCH; n++) if (one.charCodeAt(n) === other.charCodeAt(n)) same++;
  // One value in 64 is the same by chance.
  return Math.max(0, (same / SKETCH - 1 / 64) / (63 / 64));
}

/** The sketch of a card: its prompt's, then its answer's. */
export function sketchCard(prompt: string, answer: string): string {
  return sketch(prompt, 3) + sketch(answer, 4);
}
