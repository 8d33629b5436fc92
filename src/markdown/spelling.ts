/** Tells a word that was misspelt from another word. */

/** Shorter words than this have too many neighbours. */
const SHORTEST = 4;

/**
 * True where `text` is `word` with a letter or two wrong: one change (a letter more, less, other, or two swapped)
 * for words of up to seven letters, two for longer ones.
 */
export function isMisspelling(text: string, word: string): boolean {
  const most = word.length < 8 ? 1 : 2;
  if (text === word || word.length < SHORTEST || Math.abs(text.length - word.length) > most) return false;
  let before: number[] = [];
  let row = Array.from({ length: word.length + 1 }, (_, n) => n);
  for (let i = 1; i <= text.length; i++) {
    const next = [i];
    for (let j = 1; j <= word.length; j++) {
      const same = text[i - 1] === word[j - 1] ? 0 : 1;
      let least = Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + same);
      if (i > 1 && j > 1 && text[i - 1] === word[j - 2] && text[i - 2] === word[j - 1])
        least = Math.min(least, (before[j - 2] ?? 0) + 1);
      next.push(least);
    }
    before = row;
    row = next;
  }
  return (row[word.length] ?? most + 1) <= most;
}
