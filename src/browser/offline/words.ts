/** Sizes, and what went wrong, in words. */
import { number } from '../numbers.ts';

/** `12 kB`, `2.1 MB`, of bytes. */
export function size(bytes: number): string {
  if (bytes < 1e6) return `${number(Math.ceil(bytes / 1e3))} kB`;
  return `${number(bytes / 1e6, 1)} MB`;
}

/** What is said where `wanted` bytes would leave too little room, by `lack` bytes. */
export function lackInWords(wanted: number, lack: number): string {
  return `There is too little room: it takes ${size(wanted)} more, and ${size(lack)} are missing, with some left for your history. Free some room on this device, and try again.`;
}

/** What is said where `rest` bytes could not be kept. Browsers do not say how much room they would have. */
export function complaintOf({ message }: Error, rest: number): string {
  const reason = message.includes('Quota')
    ? `There is too little room: ${size(rest)} of the course are missing here. Free some room on this device, and go on.`
    : `It could not go on: ${message} Go on when there is a network.`;
  return `${reason} What is here stays, and can be read.`;
}
