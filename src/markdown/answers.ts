/** Tells an answer from a placeholder that stands where an answer will be. */
import type { RootContent } from 'mdast';
import { fold } from './labels.ts';
import type { ToggleNode } from './parse.ts';
import { plainText, showsSomething } from './plain.ts';

const WORDS =
  /^(?:todo|tbd|tba|wip|fixme|coming soon|(?:the )?(?:answer|solution)s?(?: is| will be)? (?:coming soon|pending|missing|to be added|tbd|todo)|to be (?:added|done|written|continued|completed|updated|answered)|no answer(?: yet)?|not answered(?: yet)?|work in progress|under construction|add answer(?: here)?|write (?:your )?answer here|your answer here|answer here|pending|missing|待补充|待更新|待完善|敬请期待|暂无|未完成|準備中|작성 중|준비 중|à compléter|à venir|por completar|próximamente|pendiente|em breve|da completare|noch offen|folgt|в разработке|скоро)$/iu;

/** At most this many characters can be a placeholder that repeats. */
const SHORT = 60;
/** The same short body this many times in a note is a placeholder. */
const OFTEN = 5;

/** Short bodies that stand in a note so often that they say nothing. */
export type Placeholders = ReadonlySet<string>;

function bodyText(children: RootContent[]): string {
  return plainText(children).trim();
}

/** A body that may be the key of a choice: `B`, `Answer: C`, `True`, `4`, `Yes`. Such answers repeat and are answers. */
function isKey(text: string): boolean {
  if (/[\p{N}]|(?<!\p{L})\p{Lu}[).\s]*$|(?<!\p{L})[A-Ha-h](?!\p{L})/u.test(text)) return true;
  return text.split(/\s+/).length < 2 && !WORDS.test(fold(text));
}

/** Collects the bodies that repeat too often to be answers. */
export function findPlaceholders(toggles: Iterable<ToggleNode>): Placeholders {
  const counts = new Map<string, number>();
  for (const toggle of toggles) {
    const text = bodyText(toggle.children);
    if (text === '' || text.length > SHORT || isKey(text) || showsSomething(toggle.children)) continue;
    if (/\b(?:true|false|yes|no|correct|incorrect|right|wrong)\b/i.test(text)) continue;
    counts.set(fold(text), (counts.get(fold(text)) ?? 0) + 1);
  }
  return new Set([...counts].filter(([, count]) => count >= OFTEN).map(([text]) => text));
}

/** True where `children` hold no answer, only a word that one is to come. */
export function isPlaceholder(children: RootContent[], repeated: Placeholders): boolean {
  if (showsSomething(children)) return false;
  const text = bodyText(children);
  if (text.length > SHORT) return false;
  if (/^[\s.…\-–—_?？!*]*$/u.test(text)) return true;
  return WORDS.test(fold(text)) || repeated.has(fold(text));
}
