/**
 * Tells a summary that is the question from one that is only a label ("Answer", "show", "Ответ").
 *
 * Two signs need no word list: the same summary, its digits folded, stands at least twice in the note;
 * real questions that repeat are long or end with a question mark. A short list helps where a note has
 * one toggle only.
 */
import { asks } from './plain.ts';
import { isMisspelling } from './spelling.ts';

export type SummaryKind = 'none' | 'empty' | 'label' | 'question';

const ANSWER =
  'answers?|solutions?|respuestas?|soluci[oó]n(?:es)?|r[eé]ponses?|antwort(?:en)?|l[oö]sung(?:en)?|rispost[ae]|soluzion[ei]|respostas?|solu[cç][aã]o|odpowied[zź]i?|rozwi[aą]zanie|cevap|yan[iı]t|[cç][oö]z[uü]m|ответ(?:ы)?|решени[ея]|відповід[ьі]|розв.язок|відповіді|oplossing(?:en)?|antwoord(?:en)?|svar|vastaus|ratkaisu|v[aá]lasz|megold[aá]s|r[aă]spuns|odpov[eě]ď|řešení|odgovor|rješenje|отговор|одговор|απάντηση|λύση|jawaban|penyelesaian|đáp án|câu trả lời|lời giải|תשובה|פתרון|الإجابة|الاجابة|الجواب|الحل|پاسخ|جواب|उत्तर|जवाब|উত্তর|คำตอบ|เฉลย|답|정답|해답|답안|풀이|答え|解答|回答|答案|解析|參考答案|参考答案|查看|點擊|点击|展开';
const BARE =
  /^(?:(?:click|tap|press)(?: me| here| to \p{L}+(?: \p{L}+){0,2})?|show(?: me| more)?|reveal|spoilers?|expand|collapse|open|view|see|toggle|details|result|output)$/iu;
const HINT =
  'hints?|tips?|clue|nudge|pistas?|indices?|indizio|suggerimento|hinweise?|tipp|dica|wskaz[oó]wka|podpowied[zź]|ipucu|подсказк[аи]|підказка|tipje|ledtr[aå]d|vihje|tipp|n[aá]pov[eě]da|υπόδειξη|petunjuk|gợi ý|רמז|تلميح|संकेत|힌트|ヒント|提示|暗示';
const EXPLANATION =
  'explanations?|explainations?|discussion|erkl[aä]rung|explicaci[oó]n|explication|spiegazione|explica[cç][aã]o|uitleg|объяснение|пояснення|wyja[sś]nienie|a[cç][iı]klama|解説|giải thích';
const ASIDE =
  'demo|preview|screenshots?|toc|table of contents|contents?|changelog|sommaire|inhalt(?:sverzeichnis)?|índice|目录|目錄|目次|оглавление|содержание|содержание|목차';

function word(list: string): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${list})(?![\\p{L}\\p{N}])`, 'iu');
}

/** Scripts without spaces between words: the word may stand anywhere in a short label. */
function cjk(list: string): RegExp {
  const marks = list.split('|').filter((entry) => /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/u.test(entry));
  return new RegExp(`^.{0,6}(?:${marks.join('|')}).{0,3}$`, 'u');
}

const WORDS = {
  answer: [word(ANSWER), cjk(ANSWER)],
  hint: [word(HINT), cjk(HINT)],
  explanation: [word(EXPLANATION), cjk(EXPLANATION)],
  aside: [word(ASIDE), cjk(ASIDE)],
} as const;

/** At most this many words make a label by its vocabulary. */
const LABEL_WORDS = 5;
/** A repeated summary longer than this is a question that was asked twice. */
const LABEL_LENGTH = 48;
/** A label that stands this often, and over more than half of a note's toggles, may be misspelt at times. */
const OFTEN = 4;

/** True if `text` is short and has a word of the list in it. */
export function hasWord(text: string, list: keyof typeof WORDS): boolean {
  const bare = text.trim();
  if (bare.split(/\s+/).length > LABEL_WORDS || bare.length > LABEL_LENGTH) return false;
  return WORDS[list].some((pattern) => pattern.test(bare));
}

const GLUE = new Set(
  'a an and und et y e i и the my your our sample model suggested possible correct full example of key # 例'.split(
    ' ',
  ),
);
const LABEL_WORD = new RegExp(`^(?:${ANSWER}|${EXPLANATION}|hints?)例?$`, 'iu');

/** True for words that name an answer, an explanation or a hint and nothing else: "Answer:", "Hints and solution". */
export function isLabelOnly(text: string): boolean {
  const bare = fold(text);
  if (bare === '' || bare.length > LABEL_LENGTH) return false;
  if (LABEL_WORD.test(bare)) return true;
  const words = bare.split(' ').filter((one) => !GLUE.has(one));
  return words.length > 0 && words.every((one) => LABEL_WORD.test(one));
}

/** The form under which equal labels are counted: digits folded, case, punctuation and emoji left out. */
export function fold(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\d+/gu, '#')
    .replace(/[^\p{L}\p{N}#]+/gu, ' ')
    .trim();
}

/** Summaries of a note, counted. */
export class Labels {
  private readonly counts = new Map<string, number>();
  private total = 0;
  /** The label of most toggles, or empty. */
  private readonly main: string;

  /** `summaries`: plain text of every summary of the note that is not empty. */
  constructor(summaries: Iterable<string>) {
    for (const summary of summaries) {
      const key = fold(summary);
      this.counts.set(key, (this.counts.get(key) ?? 0) + 1);
      this.total++;
    }
    this.main = [...this.counts].find(([, count]) => count >= OFTEN && count * 2 > this.total)?.[0] ?? '';
  }

  /** True for a label that speaks of answers, hints or explanations; others are labels only because they repeat. */
  static isVocabulary(text: string): boolean {
    const bare = fold(text);
    return (
      bare === '' ||
      BARE.test(bare) ||
      (['answer', 'hint', 'explanation'] as const).some((list) => hasWord(bare, list))
    );
  }

  /** True for a summary that stands more than once. */
  repeats(text: string): boolean {
    return (this.counts.get(fold(text)) ?? 0) > 1;
  }

  /** What a summary is. `text` is null without a summary; `shows` says that it holds code or an image. */
  kind(text: string | null, shows: boolean): SummaryKind {
    if (text === null) return 'none';
    if (text.trim() === '') return shows ? 'question' : 'empty';
    return this.isLabel(text) ? 'label' : 'question';
  }

  private isLabel(text: string): boolean {
    const count = this.counts.get(fold(text)) ?? 0;
    if (asks(text)) return count >= 3 && count * 2 >= this.total && text.length <= LABEL_LENGTH;
    if (fold(text) === '') return true;
    if (count >= 2) return text.trim().length <= LABEL_LENGTH;
    return hasWord(text, 'hint') || this.namesAnswer(text) || isMisspelling(fold(text), this.main);
  }

  /** A one-off label: a few words that speak of an answer and of nothing else. */
  private namesAnswer(text: string): boolean {
    const bare = fold(text);
    if (BARE.test(bare)) return true;
    return (hasWord(bare, 'answer') || hasWord(bare, 'explanation')) && bare.split(' ').length <= 4;
  }
}
