/** Text as XML may hold it. */

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what XML forbids, escaped or not
const FORBIDDEN = /[\u{0}-\u{8}\u{B}\u{C}\u{E}-\u{1F}\u{FFFE}\u{FFFF}]/gu;

/** `text` without the characters that no XML document may have; half of a pair becomes U+FFFD. */
export function xmlText(text: string): string {
  return text.replace(FORBIDDEN, '').toWellFormed();
}
