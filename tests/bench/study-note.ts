/** Notes as people write them about software: questions with lists, code and tables. */
import { drawing } from '../support/long-note.ts';

const LANGUAGES = ['js', 'bash', 'yaml', 'python'] as const;

/** What stands between the words of a line of code, in each language. */
const lines: Record<(typeof LANGUAGES)[number], (draw: () => string) => string> = {
  js: (draw) => `const ${draw()} = ${draw()}(${draw()}, '${draw()} ${draw()}'); // ${draw()} ${draw()}`,
  bash: (draw) => `${draw()} --${draw()} "$${draw().toUpperCase()}" | grep -v '${draw()}' > ${draw()}.txt`,
  yaml: (draw) => `${draw()}: { ${draw()}: 12, ${draw()}: "${draw()} ${draw()}" }`,
  python: (draw) => `${draw()} = [${draw()} for ${draw()} in range(42) if ${draw()} != "${draw()}"]`,
};

/**
 * A note with so many questions in toggles, and the same in every run; another seed gives another note. Every third
 * answer has a block of eight lines of code, every fifth a table of four rows, every one a list and prose.
 */
export function studyNote(questions: number, seed: number): string {
  const draw = drawing(seed);
  const sentence = (length: number) => Array.from({ length }, draw).join(' ');
  const row = () => `| ${draw()} | ${sentence(3)} | \`${draw()}\` |`;
  const table = () =>
    ['| Name | What it is | Key |', '| --- | --- | --- |', row(), row(), row(), row()].join('\n');
  const code = (language: (typeof LANGUAGES)[number]) =>
    `\`\`\`${language}\n${Array.from({ length: 8 }, () => lines[language](draw)).join('\n')}\n\`\`\``;
  const question = (_: unknown, index: number): string => {
    const parts = [
      `**Because ${sentence(3)}.** It is ${sentence(14)} with \`${draw()}\`.`,
      `- ${sentence(9)}\n- ${sentence(9)}`,
      index % 3 === 0 ? code(LANGUAGES[(index / 3) % LANGUAGES.length] ?? 'js') : '',
      index % 5 === 0 ? table() : '',
      `So ${sentence(12)}.`,
    ].filter((part) => part !== '');
    return `<details>\n<summary>${index + 1}. Why does ${sentence(6)}?</summary>\n\n${parts.join('\n\n')}\n\n</details>\n`;
  };
  return `# The ${sentence(3)}\n\nA note about ${sentence(8)}.\n\n## The ${sentence(2)}\n\n${Array.from({ length: questions }, question).join('\n')}`;
}
