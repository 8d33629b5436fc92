/** Tags of languages, and in which direction they are written. */

/** `he-il` or `he_IL` as `he-IL`; null for what is no tag of a language (BCP 47). */
export function languageTag(text: string): string | null {
  try {
    return new Intl.Locale(text.trim().replaceAll('_', '-')).toString();
  } catch {
    return null;
  }
}

/** Scripts that are written from right to left (Unicode, those in use today). */
const FROM_THE_RIGHT = new Set([
  'Adlm',
  'Arab',
  'Aran',
  'Hebr',
  'Mand',
  'Nkoo',
  'Rohg',
  'Samr',
  'Syrc',
  'Thaa',
  'Yezi',
]);

/** The direction of a language, by the script it is usually written in or the one that its tag names. */
export function directionOf(tag: string): 'ltr' | 'rtl' {
  const { script } = new Intl.Locale(tag).maximize();
  return script !== undefined && FROM_THE_RIGHT.has(script) ? 'rtl' : 'ltr';
}
