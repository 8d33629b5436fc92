/** Questions that differ in so little that their cards would be mixed up. */
import type { Question } from '../core/note.ts';
import { headline } from '../core/prompt.ts';

/** Prompts with fewer words than this are too short to compare. */
const WORDS = 5;
/** Share of words that two prompts must have in common. */
const ALIKE = 0.85;

function wordsOf(prompt: string): Set<string> {
  return new Set(
    headline(prompt)
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? [],
  );
}

/**
 * Pairs of answered questions of one note whose prompts share at least 85 % of their words (Jaccard index) but
 * are not the same. Prompts with code or choices under them are told apart by those and left out.
 */
export function nearDuplicates(questions: readonly Question[]): [Question, Question][] {
  const candidates = questions
    .filter((question) => question.state === 'answered' && !question.prompt.includes('\n'))
    .map((question) => ({ question, words: wordsOf(question.prompt) }))
    .filter(({ words }) => words.size >= WORDS)
    .sort((a, b) => a.words.size - b.words.size);
  const pairs: [Question, Question][] = [];
  candidates.forEach((one, n) => {
    for (let at = n + 1; at < candidates.length; at++) {
      const other = candidates[at];
      if (other === undefined || one.words.size < ALIKE * other.words.size) break;
      if (one.question.prompt === other.question.prompt) continue;
      let shared = 0;
      for (const word of one.words) if (other.words.has(word)) shared++;
      if (shared / (one.words.size + other.words.size - shared) < ALIKE) continue;
      const [first, second] = one.question.line < other.question.line ? [one, other] : [other, one];
      pairs.push([first.question, second.question]);
    }
  });
  return pairs;
}
