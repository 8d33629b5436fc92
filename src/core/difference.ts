/** What changed between two texts, word by word. */

/** A run of words, with the spaces around them, that both texts have, or only one. */
export interface Part {
  text: string;
  in: 'both' | 'old' | 'new';
}

/** Beyond so many pairs of words (some seconds of work), the whole middle counts as changed. */
const MOST_PAIRS = 4_000_000;

/**
 * `older` and `newer` as runs of words: joined, all but the new ones give `older`, all but the old ones give
 * `newer`. As few words change as can be (the longest common subsequence; Wagner and Fischer, 1974).
 */
export function difference(older: string, newer: string): Part[] {
  const old = older.match(/\s*\S+|\s+$/g) ?? [];
  const now = newer.match(/\s*\S+|\s+$/g) ?? [];
  const parts: Part[] = [];
  const put = (text: string, where: Part['in']) => {
    const last = parts.at(-1);
    if (last?.in === where) last.text += text;
    else parts.push({ text, in: where });
  };
  const [rows, columns] = [old.length + 1, now.length + 1];
  if (rows * columns > MOST_PAIRS) {
    put(older, 'old');
    put(newer, 'new');
    return parts;
  }
  // common[i * columns + j]: length of the longest common subsequence of old[i…] and now[j…].
  const common = new Uint16Array(rows * columns);
  const at = (i: number, j: number) => common[i * columns + j] ?? 0;
  for (let i = rows - 2; i >= 0; i--) {
    for (let j = columns - 2; j >= 0; j--) {
      common[i * columns + j] =
        old[i] === now[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  let [i, j] = [0, 0];
  while (i < old.length || j < now.length) {
    if (i < old.length && old[i] === now[j]) {
      put(old[i++] ?? '', 'both');
      j++;
    } else if (i < old.length && at(i + 1, j) >= at(i, j + 1)) put(old[i++] ?? '', 'old');
    else put(now[j++] ?? '', 'new');
  }
  return parts;
}
