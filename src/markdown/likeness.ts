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

interface Candidate {
  question: Question;
  words: Set<string>;
}

/**
 * The rarest words of a prompt, so many that two prompts alike enough must have one of them in common: all but the
 * words that the smaller of two such prompts may lack, and one.
 */
function signature({ words }: Candidate, frequency: Map<string, number>): string[] {
  const rarest = [...words].sort(
    (a, b) => (frequency.get(a) ?? 0) - (frequency.get(b) ?? 0) || (a < b ? -1 : 1),
  );
  return rarest.slice(0, words.size - Math.ceil(ALIKE * words.size) + 1);
}

function areAlike(one: Candidate, other: Candidate): boolean {
  if (one.question.prompt === other.question.prompt) return false;
  let shared = 0;
  for (const word of one.words) if (other.words.has(word)) shared++;
  return shared / (one.words.size + other.words.size - shared) >= ALIKE;
}

/**
 * Pairs of answered questions of one note whose prompts share at least 85 % of their words (Jaccard index) but
 * are not the same, the earlier one first. Prompts with code or choices under them are told apart by those and
 * left out.
 */
export function nearDuplicates(questions: readonly Question[]): [Question, Question][] {
  const candidates = questions
    .filter((question) => question.state === 'answered' && !question.prompt.includes('\n'))
    .map((question) => ({ question, words: wordsOf(question.prompt) }))
    .filter(({ words }) => words.size >= WORDS);
  const frequency = new Map<string, number>();
  for (const { words } of candidates)
    for (const word of words) frequency.set(word, (frequency.get(word) ?? 0) + 1);
  const pairs: [Question, Question][] = [];
  // By a word of its signature, those that came before: comparing all with all would cost the square.
  const before = new Map<string, Candidate[]>();
  for (const candidate of candidates) {
    const words = signature(candidate, frequency);
    for (const other of new Set(words.flatMap((word) => before.get(word) ?? [])))
      if (areAlike(other, candidate)) pairs.push([other.question, candidate.question]);
    for (const word of words) {
      const known = before.get(word);
      if (known === undefined) before.set(word, [candidate]);
      else known.push(candidate);
    }
  }
  return pairs.sort(([, a], [, b]) => a.line - b.line);
}
