/**
 * Words as search understands them: the same for what is looked through and for what is looked for.
 *
 * Scripts that write without spaces are cut into words here, whatever language the note says it is in, so that one
 * index holds all languages of a folder.
 */

/** Scripts without spaces between words, and the punctuation that belongs to them. */
const UNSPACED =
  '\\p{sc=Han}\\p{sc=Hiragana}\\p{sc=Katakana}\\u30fc\\uff70\\p{sc=Thai}\\p{sc=Lao}\\p{sc=Khmer}\\p{sc=Myanmar}' +
  '\\u3001-\\u303f\\uff01-\\uff0f\\uff1a-\\uff20';
const RUNS = new RegExp(`[${UNSPACED}]+`, 'gu');
const WRITTEN = new RegExp(`([${UNSPACED}])\\s+(?=\\S)|\\s+(?=[${UNSPACED}])`, 'gu');
const LAST_UNSPACED = new RegExp(`[${UNSPACED}]$`, 'u');
const FIRST_UNSPACED = new RegExp(`^[${UNSPACED}]`, 'u');
/** Begins a word before which its author wrote a space, where a space would else be one of ours. */
const SPACE = '\u2060';

const segmenter = new Intl.Segmenter('en', { granularity: 'word' });

/** `text` on one line, with a space between any two words; `joined` gives back how its author wrote it. */
export function spaced(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\s\u200b\u2060]+/gu, ' ')
    .trim()
    .replace(WRITTEN, (_, before: string | undefined) => `${before ?? ''} ${SPACE}`)
    .replace(RUNS, (run, at: number, all: string) => {
      const before = at > 0 && !/[\s\u2060]/.test(all.charAt(at - 1)) ? ' ' : '';
      const after = at + run.length < all.length && all.charAt(at + run.length) !== ' ' ? ' ' : '';
      return `${before}${wordsOf(run).join(' ')}${after}`;
    });
}

/** The words of a run without spaces; marks that are no words stay with the word before them. */
function wordsOf(run: string): string[] {
  const words: string[] = [];
  for (const { segment, isWordLike } of segmenter.segment(run)) {
    const last = words.at(-1);
    if (isWordLike === true || last === undefined) words.push(segment);
    else words[words.length - 1] = last + segment;
  }
  return words;
}

/** What stands between two neighbours among the words of `spaced`: a space or nothing. */
export function between(one: string, next: string): '' | ' ' {
  if (next.startsWith(SPACE)) return ' ';
  return LAST_UNSPACED.test(one) || FIRST_UNSPACED.test(next) ? '' : ' ';
}

/** A word of `spaced` as its author wrote it. */
export function bare(word: string): string {
  return word.startsWith(SPACE) ? word.slice(SPACE.length) : word;
}

const APART = /[^\p{L}\p{N}\p{M}\p{Extended_Pictographic}\p{Cf}]+/u;
const PICTURE = /\p{Extended_Pictographic}/u;
const KEPT_SIGNS = /^[\p{L}\p{N}]+[+#]+(?=[^\p{L}\p{N}]*$)/u;

/**
 * The words of a query, as the index has them; empty where it holds nothing to look for. What punctuation joins is
 * looked for by its parts (`blue-green`, `task_role`), unless a part has but one character (`0.5`, `e.g.`).
 */
export function termsOf(query: string): string[] {
  return spaced(query)
    .split(' ')
    .flatMap((word) => {
      const signed = KEPT_SIGNS.exec(bare(word))?.[0];
      if (signed !== undefined) return [signed.toLowerCase()];
      const parts = word.split(APART).filter((part) => part !== '');
      const terms = parts.some((part) => part.length === 1 && parts.length > 1) ? [parts.join('')] : parts;
      // Invisible signs hold pictures together; in a word they only join letters.
      return terms
        .map((term) => (PICTURE.test(term) ? term : term.replace(/\p{Cf}+/gu, '')).toLowerCase())
        .filter((term) => term !== '');
    });
}

/** `word` without case and accents. */
export function folded(word: string): string {
  return word
    .normalize('NFD')
    .replace(/(?![\u3099\u309a])\p{M}/gu, '')
    .normalize('NFC')
    .toLowerCase();
}

/** Letters in which a word and a term may differ at their ends and still be the same word in another form. */
const ENDING = 3;
/** What others follow that is no beginning of a longer word: `a`, `is`, `S3`. */
const SHORT = /^[\p{sc=Latin}\p{N}]{1,2}$/u;
/** Where the index parts a word: `taskDefinition`, `HTTPCode`, `5XX`. */
const WITHIN = /(?<=\p{Ll})(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}\p{Ll})|(?<=\p{N})(?=\p{L})|(?<=\p{L})(?=\p{N})/u;

/**
 * Which of `terms` a word of the text was found by, as their places. The index says that it was found by one, and finds
 * other forms of a word; where no term is like the word, the one that begins most like it counts, or one with which it
 * shares as many letters elsewhere, as in Arabic. None where the word is but the first letters of a term: that the index
 * gives where it has nothing better.
 */
export function foundBy(word: string, terms: readonly string[]): number[] {
  const parts = [
    bare(word).replace(/[^\p{L}\p{N}\p{M}+#]+/gu, ''),
    word.replace(/\P{L}+/gu, ''),
    ...word.split(APART).flatMap((part) => [part, ...part.split(WITHIN)]),
  ]
    .map(folded)
    .filter((part) => part !== '');
  const likenesses = terms.map((term, place) => ({
    place,
    ...likenessOf(parts, folded(term), place < terms.length - 1),
  }));
  const like = likenesses.filter(({ isLike }) => isLike);
  if (like.length > 0) return like.map(({ place }) => place);
  const rest = likenesses.filter(({ isOut }) => !isOut);
  const most = Math.max(...rest.map(({ common }) => common));
  return rest
    .filter(({ common }) => common === most)
    .slice(0, 1)
    .map(({ place }) => place);
}

/** How much of a term the parts of a word have in `common`. `isFollowed`: other terms stand behind it. */
function likenessOf(parts: readonly string[], sought: string, isFollowed: boolean) {
  const common = Math.max(0, ...parts.map((part) => commonStart(part, sought)));
  const isWhole = isFollowed && SHORT.test(sought);
  const isStart = common === sought.length && (!isWhole || parts.includes(sought));
  const isBeginning =
    common < ENDING &&
    (common < 2 || 2 * common < sought.length) &&
    parts.every((part) => commonStart(part, sought) < common || sought.startsWith(part));
  const isOther = common === 0 && !parts.some((part) => shareLetters(part, sought));
  return {
    common,
    isLike: isStart || (common >= ENDING && common >= sought.length - ENDING),
    isOut: isWhole || isBeginning || isOther,
  };
}

/** Whether `ENDING` letters stand side by side in both. */
function shareLetters(one: string, other: string): boolean {
  for (let at = 0; at + ENDING <= one.length; at += 1)
    if (other.includes(one.slice(at, at + ENDING))) return true;
  return false;
}

function commonStart(one: string, other: string): number {
  let length = 0;
  while (length < one.length && one[length] === other[length]) length += 1;
  return length;
}
