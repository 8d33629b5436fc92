/** Sizes, and what went wrong, in words. */
import * as words from '#words';
import { number } from '../numbers.ts';

/** `12 kB`, `2.1 MB`, of bytes. */
export function size(bytes: number): string {
  if (bytes < 1e6) return `${number(Math.ceil(bytes / 1e3))} kB`;
  return `${number(bytes / 1e6, 1)} MB`;
}

/** What is said where `wanted` bytes would leave too little room, by `lack` bytes. */
export function lackInWords(wanted: number, lack: number): string {
  return words.tooLittleRoom(size(wanted), size(lack));
}

/** What is said where `rest` bytes could not be kept. Browsers do not say how much room they would have. */
export function complaintOf({ message }: Error, rest: number): string {
  const reason = message.includes('Quota') ? words.courseLacksRoom(size(rest)) : words.couldNotGoOn(message);
  return `${reason} ${words.whatIsHereStays}`;
}
