/** For each rule the smallest note that breaks it, and the whole of what its author is told. */
import type { Severity } from '../../src/core/note.ts';
import type { RuleId } from '../../src/markdown/rules.ts';

export interface Sample {
  /** Path to content; `a.md` unless the name matters. */
  files: Record<string, string | Uint8Array>;
  /** Path to the target of a symbolic link. */
  links?: Record<string, string>;
  /** Paths that are pipes, which nobody writes into. */
  pipes?: string[];
  /** `path:line:column` and severity. */
  at: `${string}:${number}:${number} ${Severity}`;
  message: string;
}

const toggle = (summary: string, body: string): string =>
  `<details>\n<summary>${summary}</summary>\n\n${body}\n\n</details>\n`;
const note = (body: string): Record<string, string> => ({ 'a.md': body });
const PLAIN = note('Flour.\n');
const words = (count: number): string => Array.from({ length: count }, () => 'flour').join(' ');
const fact = (asOf: string): string =>
  `oven-heat:\n  value: 250 °C\n  asOf: ${asOf}\n  source: https://example.org/\n  reviewDays: 30\n`;

/** The instant at which the samples are read, in epoch ms: facts of 2020 are stale, those of this day are not. */
export const NOW = Date.UTC(2026, 10, 23);

export const samples: Record<RuleId, Sample> = {
  'unclosed-toggle': {
    files: note('<details>\n<summary>What rises?</summary>\nDough.\n'),
    at: 'a.md:1:1 warning',
    message:
      'This toggle is never closed. It was ended where the next question begins, so that it does not swallow the rest of the note. Write </details> after the answer.',
  },
  'unopened-toggle': {
    files: note('<summary>What rises?</summary>\nDough.\n</details>\n'),
    at: 'a.md:1:1 warning',
    message:
      'This <summary> stands in no toggle, although a </details> follows. It was read as if <details> stood before it. Write <details> before the summary.',
  },
  'misclosed-toggle': {
    files: note('<details>\n<summary>What rises?</summary>\nDough.\n</summary>\n'),
    at: 'a.md:4:1 warning',
    message: 'This toggle is closed by </summary>. It was read as </details>. Write </details> instead.',
  },
  'unclosed-summary': {
    files: note('<details>\n<summary>What rises?\n\nDough.\n</details>\n'),
    at: 'a.md:2:1 warning',
    message:
      'This <summary> is never closed. It was ended with its line. Write </summary> after the question.',
  },
  'stray-tag': {
    files: note('Dough.\n</details>\n'),
    at: 'a.md:2:1 warning',
    message:
      '</details> belongs to no toggle and was left out of the page. Remove it, or write the tag that it closes.',
  },
  'misspelt-tag': {
    files: note('<detials>\n<summary>What rises?</summary>\nDough.\n</details>\n'),
    at: 'a.md:1:1 warning',
    message:
      "<detials> is not a tag that browsers know. It was read as the toggle's tag it resembles. Correct the spelling.",
  },
  'unclosed-fence': {
    files: note('Flour.\n\n```sh\nknead\n'),
    at: 'a.md:3:1 warning',
    message:
      'This code fence is never closed, so what follows it would be read as code. It was ended with its toggle or the file. Write the closing marker.',
  },
  'unclosed-comment': {
    files: note('Flour.\n\n<!-- to do\n'),
    at: 'a.md:3:1 warning',
    message:
      'This comment is never closed and would hide the rest of the note. Its opening was left out. Write --> after the comment.',
  },
  'misplaced-toggle': {
    files: note(
      '| a | b |\n|---|---|\n| x | y | <details><summary>What rises?</summary>Dough.</details> |\n',
    ),
    at: 'a.md:3:11 warning',
    message:
      'Markdown gives this toggle no place where it stands. It is shown at the end of what it stands in. Put it on lines of its own, outside of footnotes and tables.',
  },
  'missing-answer': {
    files: note(toggle('What rises?', '')),
    at: 'a.md:1:1 warning',
    message:
      'The question “What rises?” has no answer. It is shown as an open question and makes no card. Write the answer inside the toggle, or remove the toggle.',
  },
  'unnamed-toggle': {
    files: note(`What rises?\n\n${toggle('', 'Dough.')}`),
    at: 'a.md:3:1 warning',
    message:
      'This toggle has an empty <summary>, which screen readers cannot announce. It was named after the question above it, “What rises?”. Write the question between <summary> and </summary>.',
  },
  'missing-summary': {
    files: note('<details>\nDough.\n</details>\n'),
    at: 'a.md:1:1 warning',
    message:
      'This toggle has no <summary>, so nobody can tell what it asks. Write <summary>the question</summary> as its first line.',
  },
  'not-a-question': {
    files: note(
      `${toggle('Table of contents', '- [Flour](#flour)\n- [Salt](#salt)')}\n## Flour\n\n## Salt\n`,
    ),
    at: 'a.md:1:1 warning',
    message:
      'Nobody can tell which question the toggle “Table of contents” answers. It is kept as an ordinary disclosure and makes no card. Write the question into its summary, or right above it.',
  },
  'shared-toggle': {
    files: note(`What rises?\n\n${toggle('Answer', 'Dough.')}\n${toggle('Answer', 'Batter.')}`),
    at: 'a.md:3:1 warning',
    message:
      "Two toggles in a row share the question “What rises?”. The second is shown inside the first's answer. Put both into one toggle, or write a question above the second.",
  },
  'several-questions': {
    files: note(`1. What rises?\n2. What falls?\n\n${toggle('Answers', 'Dough, and the heat.')}`),
    at: 'a.md:4:1 warning',
    message:
      'This toggle answers 2 numbered questions at once. They were read as one question and make one card. Put a toggle under each of them.',
  },
  'unsure-question': {
    files: note(`Pros:\n\n${toggle('Show', 'It keeps for long.')}`),
    at: 'a.md:3:1 warning',
    message:
      'Nobody can tell whether “Pros:” is a question or a caption. It was read as a question and makes a card. Write it out as a question, with a question mark.',
  },
  'duplicate-question': {
    files: note(`${toggle('What rises?', 'Dough.')}\n${toggle('What rises?', 'Batter.')}`),
    at: 'a.md:8:1 warning',
    message:
      'The question “What rises?” stands in this note more than once, with the same words. The cards cannot be told apart. Reword one of them, or remove it.',
  },
  'near-duplicate': {
    files: note(
      `${toggle('Why does the dough of bread rise in a warm place?', 'Yeast.')}\n${toggle('Why does the dough of bread rise in the warm place?', 'Gas.')}`,
    ),
    at: 'a.md:8:1 warning',
    message:
      '“Why does the dough of bread rise in a warm place?” (line 1) and “Why does the dough of bread rise in the warm place?” are nearly the same question. Recalling one answer helps with neither. Say in each what sets it apart, or remove one.',
  },
  'long-answer': {
    files: note(toggle('What rises?', words(500))),
    at: 'a.md:1:1 warning',
    message:
      'This answer has 500 words, more than a glance can grade. Whoever recalled half of it cannot say so. Split it into follow-up questions.',
  },
  'block-in-summary': {
    files: note(toggle('<h2>What rises?</h2>', 'Dough.')),
    at: 'a.md:1:1 warning',
    message:
      'There is a heading in this <summary>, which assistive technology reads as one run of words. It is shown above the toggle instead. Keep the summary to one line of text.',
  },
  'mixed-toggle': {
    files: note(
      `<details>\n<summary>Rising</summary>\n\nIt takes time.\n\n${toggle('What rises?', 'Dough.')}\n${toggle('What sinks?', 'Lead.')}\n</details>\n`,
    ),
    at: 'a.md:1:1 warning',
    message:
      'The toggle “Rising” holds prose and further questions, and is not a question itself. It was read as a question whose answer is the prose. End its summary with a question mark, or move the prose out.',
  },
  'skipped-heading-level': {
    files: note('# Bread\n\n#### Salt\n'),
    at: 'a.md:3:1 warning',
    message:
      'This heading skips a level (from 1 to 4). Readers who move by headings miss a step. Use the next level down.',
  },
  'unknown-language': {
    files: note('```sourdough\nfold\n```\n'),
    at: 'a.md:1:1 warning',
    message:
      'No highlighting is known for the language “sourdough”. The code is shown plain. Correct the name, or use text.',
  },
  'diagram-failed': {
    files: note('```mermaid\nwobble\n```\n'),
    at: 'a.md:1:1 warning',
    message:
      'This diagram could not be drawn: Invalid mermaid header: "wobble". Expected "graph TD", "flowchart LR", "stateDiagram-v2", etc. Its source is shown instead. Correct the mermaid code.',
  },
  'unnamed-diagram': {
    files: note('```mermaid\nflowchart TD\n  A --> B\n```\n'),
    at: 'a.md:1:1 warning',
    message:
      'This diagram has no text that says what it shows, so some readers get nothing. Add accTitle: and accDescr: lines after its type.',
  },
  'unknown-component': {
    files: { 'a.mdx': 'Flour.\n\n<Oven />\n' },
    at: 'a.mdx:3:1 warning',
    message:
      'There is no component <Oven />. There are BreakEven, ComputeChooser, FargateSizePicker, RollingDeployment and StorageChooser. It was left out of the page. Correct the name, or remove the tag.',
  },
  'missing-alt': {
    files: { 'a.md': 'Flour.\n\n![](b.svg)\n', 'b.svg': '<svg/>' },
    at: 'a.md:3:1 warning',
    message: 'This image has no alternative text. Write what it shows between the brackets.',
  },
  'control-character': {
    files: note('Flour.\n\ncr\0umb\n'),
    at: 'a.md:3:1 warning',
    message:
      'The note holds the character U+0000, which can hide or reorder text. It was replaced or is shown as it is. Remove it.',
  },
  'dead-link': {
    files: note('A [loaf](loaf.md).\n'),
    at: 'a.md:1:3 error',
    message:
      'The link to “loaf.md” leads to no file in the notes folder. It is shown as plain text. Correct the path, or remove the link.',
  },
  'dead-fragment': {
    files: note('A [loaf](#loaf).\n'),
    at: 'a.md:1:3 error',
    message:
      'The link to “#loaf” names a place that does not exist on its page. The link leads to the top of the page. Correct what follows the #.',
  },
  'missing-image': {
    files: note('A ![loaf](loaf.png).\n'),
    at: 'a.md:1:3 error',
    message:
      'The image “loaf.png” is not in the notes folder. Its alternative text is shown instead. Add the file, or correct the path.',
  },
  'damaged-image': {
    files: { 'a.md': 'A ![loaf](loaf.png).\n', 'loaf.png': '' },
    at: 'a.md:1:3 error',
    message:
      'The image “loaf.png” is empty. Browsers show nothing or a part of it, so its alternative text is shown instead. Replace the file with a whole image.',
  },
  'external-image': {
    files: note('A ![loaf](https://example.org/loaf.png).\n'),
    at: 'a.md:1:3 warning',
    message:
      'The image “https://example.org/loaf.png” is on another host. Showing it would tell that host who reads this note, so a link is shown instead. Copy the image into the notes folder.',
  },
  'active-image': {
    files: { ...PLAIN, 'b.svg': '<svg><script>x()</script></svg>' },
    at: 'b.svg:1:1 warning',
    message:
      'This SVG holds a script or a handler, which would run in the name of this site. It is not published. Save it as plain shapes.',
  },
  'unsafe-link': {
    files: note('A [loaf](//example.org/).\n'),
    at: 'a.md:1:3 warning',
    message:
      'The link “//example.org/” could run code or leads somewhere a note has no business. It is shown as plain text. Use an http, https or mailto address.',
  },
  'private-link': {
    files: note('A [loaf](https://192.168.0.7/loaf).\n'),
    at: 'a.md:1:3 warning',
    message:
      'The link to “https://192.168.0.7/loaf” leads into a private network, where other readers cannot follow. Replace it with a public address, or remove it.',
  },
  'unsafe-html': {
    files: note('Flour.\n\n<script>x()</script>\n'),
    at: 'a.md:3:1 warning',
    message:
      '<script> is not allowed in a note and was taken out, because it could run code or change the page. Use Markdown instead.',
  },
  'backslash-path': {
    files: { 'a.md': 'A [loaf](sub\\b.md).\n', 'sub/b.md': 'Salt.\n' },
    at: 'a.md:1:3 warning',
    message:
      'The path “sub\\b.md” uses backslashes, which only some systems read. It was read with forward slashes. Write / instead.',
  },
  'unknown-fact': {
    files: { 'a.md': 'At <data value="oven">250 °C</data>.\n', 'facts.yaml': fact('2026-11-23') },
    at: 'a.md:1:4 error',
    message:
      'The fact “oven” is not in facts.yaml. Its text is shown unchecked. Add it there with value, asOf, source and reviewDays.',
  },
  'changed-fact': {
    files: { 'a.md': 'At <data value="oven-heat">230 °C</data>.\n', 'facts.yaml': fact('2026-11-23') },
    at: 'a.md:1:4 warning',
    message:
      'The text says “230 °C”, the fact “oven-heat” is “250 °C”. The page shows the value of facts.yaml. Bring the text of the note up to date.',
  },
  'stale-fact': {
    files: { ...PLAIN, 'facts.yaml': fact('2020-01-31') },
    at: 'facts.yaml:1:1 warning',
    message:
      'The fact “oven-heat” was last checked on 2020-01-31, more than 30 days ago. A learner may memorise something that is no longer true. Check it in its source and update facts.yaml.',
  },
  'unreadable-file': {
    files: PLAIN,
    pipes: ['b.md'],
    at: 'b.md:1:1 error',
    message:
      'The file cannot be read: it is a pipe, not a file. It has no page. Make it readable, or move it out of the notes folder.',
  },
  'not-utf8': {
    files: { 'a.md': Buffer.from('br\u00fbl\u00e9\n', 'latin1') },
    at: 'a.md:1:1 error',
    message: 'The file is not UTF-8 text (line 1, byte 3). Its words would be garbled. Save it as UTF-8.',
  },
  'too-large': {
    files: note('flour '.repeat(500_000)),
    at: 'a.md:1:1 error',
    message:
      'The file is 2.9 MB, more than a note may have. Reading it would take too long for everybody. Split it into several notes.',
  },
  'too-deep': {
    files: note(`${'>'.repeat(101)} x\n`),
    at: 'a.md:1:1 error',
    message:
      'The note nests quotes and lists more than 100 deep. Browsers stop showing such pages. Flatten it.',
  },
  'too-costly': {
    files: note(`|${'a|'.repeat(400)}\n|${'-|'.repeat(400)}\n${'|x|\n'.repeat(400)}`),
    at: 'a.md:2:1 error',
    message:
      "The note has a table of 160400 cells, which would take a reader's browser or this site too long. Split it.",
  },
  'front-matter': {
    files: note('---\ntitle: Bread: basics\n---\nFlour.\n'),
    at: 'a.md:2:1 error',
    message:
      'The front matter cannot be read: Nested mappings are not allowed in compact mappings. The title and order of the note would be lost. Correct the lines between the --- marks; put quotes around values with a colon.',
  },
  'unknown-key': {
    files: note('---\ntittle: Bread\n---\nFlour.\n'),
    at: 'a.md:2:1 warning',
    message:
      'The front matter has the key “tittle”, which looks like “title” misspelt. It has no effect. Correct the key, or remove it.',
  },
  'empty-note': {
    files: { ...PLAIN, 'b.md': '\n' },
    at: 'b.md:1:1 warning',
    message: 'The file has no text and was left out. Write something, or remove the file.',
  },
  'same-address': {
    files: { 'a b.md': 'Flour.\n', 'a-b.md': 'Salt.\n' },
    at: 'a-b.md:1:1 error',
    message: 'a b.md and a-b.md want the same address. One of them would be lost. Rename one of the files.',
  },
  'bad-address': {
    files: note('---\nslug: ../../bread\n---\nFlour.\n'),
    at: 'a.md:1:1 error',
    message:
      'The slug “../../bread” is not an address inside the site. Use letters, digits, - and /, without .. in it.',
  },
  'outside-link': {
    files: PLAIN,
    links: { 'b.md': '../outside.md' },
    at: 'b.md:1:1 error',
    message:
      'This file is a link to ../outside.md, outside the notes folder. Publishing it could give away what nobody meant to publish. Copy the file, or remove the link.',
  },
  'dangling-link': {
    files: PLAIN,
    links: { 'b.md': 'nowhere.md' },
    at: 'b.md:1:1 error',
    message: 'This file is a link to nowhere.md, which does not exist. Correct the link, or remove it.',
  },
  'link-loop': {
    files: { 'sub/a.md': 'Flour.\n' },
    links: { 'sub/loop': '..' },
    at: 'sub/loop:1:1 error',
    message: 'This folder is a link to a folder that holds it. Reading it would never end. Remove the link.',
  },
  'odd-name': {
    files: { 'con.md': 'Flour.\n' },
    at: 'con.md:1:1 warning',
    message: 'The name of this file cannot be used on Windows. Rename it.',
  },
  'long-name': {
    files: note(`---\nslug: ${'x'.repeat(300)}\n---\nFlour.\n`),
    at: 'a.md:1:1 error',
    message:
      'The address of this note is 302 bytes long, more than the 255 that file systems allow. Shorten the name.',
  },
  'folder-named-like-note': {
    files: { 'b.md/a.md': 'Flour.\n' },
    at: 'b.md:1:1 warning',
    message:
      'This folder is named like a note. The notes inside it are read; the folder itself is none. Rename it.',
  },
  'no-notes': {
    files: { 'a.txt': 'Flour.\n' },
    at: '.:1:1 warning',
    message: 'There are no notes in this folder. Put a Markdown file into it; see docs/writing-notes.md.',
  },
  settings: {
    files: { ...PLAIN, 'unfold.yaml': 'topics: [x\n' },
    at: 'unfold.yaml:2:1 error',
    message:
      'unfold.yaml cannot be read: Flow sequence in block collection must be sufficiently indented and end with a ]. The folder would be read in a way that its author did not choose. Correct the file.',
  },
  'doubtful-identity': {
    files: {
      'a.md': toggle('What does salt do to the crust?', 'It keeps the yeast slow.'),
      'questions.lock.json':
        '{"version":1,"notes":[\n{"path":"a.md","route":"a","cards":[\n{"card":"a#what-does-salt-do-to-a-dough","prompt":"pqd4zcDR","answer":"mFHFohio","like":"cvczI8jye6JotyFoBIXPS5HBTvtIrlkCLVQPEg1dkh8adIAbNoMypPHsUZaXSwDU"}\n]}\n],"gone":[]}\n',
    },
    at: 'a.md:1:1 warning',
    message:
      'This question was taken for a new one, but it may be the card “a#what-does-salt-do-to-a-dough” (a.md, line 3 of the ledger). With the wrong one learners would lose its history, or be told that of another question. Check it, and accept it with “npm run ids -- --confirm”, or say otherwise in questions.lock.json.',
  },
  'unreadable-ledger': {
    files: { ...PLAIN, 'questions.lock.json': '{"version":1,"notes":[\n<<<<<<< HEAD\n],"gone":[]}\n' },
    at: 'questions.lock.json:2:1 error',
    message:
      "The ledger of questions cannot be used: it holds a merge conflict; keep the lines of both sides, each card once. Without it every learner's history might go to other questions. Correct the file, or bring its last version back from Git.",
  },
};
