/** Notes in every form of question, made at random, each word of them different: what is lost or doubled shows. */
import fc from 'fast-check';

/** Ways in which a whole note writes its questions. */
export const forms = ['summary', 'item', 'empty', 'heading', 'paragraph', 'choices', 'nested'] as const;
export type Form = (typeof forms)[number];

/** One question of a made note. */
export interface Made {
  prompt: string;
  answer: string;
}

/** A made note. */
export interface MadeNote {
  form: Form;
  questions: Made[];
  label: string;
}

/** Letters, not digits: summaries that differ in digits only are labels to the reader. */
const letter = (n: number): string => String.fromCodePoint(97 + n);

const words = (stem: string, n: number, count: number): string =>
  Array.from({ length: count }, (_, word) => `${stem}${letter(n)}x${letter(word)}`).join(' ');

/** Notes of two to six questions. */
export const notes: fc.Arbitrary<MadeNote> = fc
  .record({
    form: fc.constantFrom(...forms),
    label: fc.constantFrom('Answer', 'Solution', 'Ответ', '答案', 'Réponse'),
    sizes: fc.array(fc.tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 12 })), {
      minLength: 2,
      maxLength: 6,
    }),
  })
  .map(({ form, label, sizes }) => ({
    form,
    label,
    questions: sizes.map(([asked, answered], n) => ({
      prompt: `${words('ask', n, asked)}?`,
      answer: words('say', n, answered),
    })),
  }));

/** What may be done to a note without a change to its questions. */
export interface Dress {
  label?: string;
  firstNumber?: number;
  blankLines?: boolean;
  lastCloser?: boolean;
}

function indent(text: string, by: number): string {
  return text.replace(/^(?=.)/gm, ' '.repeat(by));
}

/** The note as Markdown. */
export function write(
  note: MadeNote,
  { label = note.label, firstNumber = 1, blankLines = true, lastCloser = true }: Dress = {},
): string {
  const gap = blankLines ? '\n\n' : '\n';
  const toggle = (summary: string, body: string): string =>
    `<details>\n<summary>${summary}</summary>${gap}${body}${gap}</details>`;
  const one = ({ prompt, answer }: Made, n: number): string => {
    const number = `${firstNumber + n}. `;
    switch (note.form) {
      case 'summary':
        return toggle(prompt, answer);
      case 'item':
        return `${number}${prompt}\n\n${indent(toggle(label, answer), 4)}`;
      case 'empty':
        return `${number}${prompt}\n\n${indent(toggle('', answer), 4)}`;
      case 'heading':
        return `### ${prompt}\n\n${toggle(label, answer)}`;
      case 'paragraph':
        return `${prompt}\n\n${toggle(label, answer)}`;
      case 'choices':
        return `${number}${prompt}\n    - A. left${letter(n)}\n    - B. right${letter(n)}\n\n${indent(toggle(label, answer), 4)}`;
      case 'nested':
        return toggle(prompt, `${answer}\n\n${toggle(`more${letter(n)}?`, `deep${letter(n)}`)}`);
    }
  };
  const text = `# Title\n\n${note.questions.map(one).join('\n\n')}\n`;
  return lastCloser ? text : text.replace(/\s*<\/details>(?![\s\S]*<\/details>)/, '\n');
}

/** The note under an item of a list. */
export function underItem(markdown: string): string {
  const [title = '', ...rest] = markdown.split('\n\n');
  return `${title}\n\n- ## Notes\n\n${indent(rest.join('\n\n'), 4)}`;
}
