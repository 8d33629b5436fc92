/**
 * The note type of the cards in Anki: fields, the two faces and their style.
 *
 * Its id and the names of its fields must never change: Anki would take newer packages for another type and refuse to
 * update what a learner has. Whoever changes the faces, the style or what is written into fields moves `WRITTEN`.
 */
import { css } from './style.ts';

/** Fields in their order. */
export const FIELDS = ['Question', 'Answer', 'Hint', 'Context', 'Note', 'Link'] as const;
/** Names the type in Anki. */
export const NOTETYPE = 'Unfold';
/** The same in every package of every site: notes are updated only where their type is the same. */
export const NOTETYPE_ID = 1_763_856_000_000;
/** When what is written into packages last changed by the site's own doing, in epoch seconds. */
export const WRITTEN = Date.UTC(2026, 10, 29) / 1000;

const question = `{{#Context}}<div class="context" dir="auto">{{Context}}</div>{{/Context}}
<div class="question" dir="auto">{{Question}}</div>
{{#Hint}}<details class="hint"><summary>Hint</summary><div dir="auto">{{Hint}}</div></details>{{/Hint}}`;

const answer = `{{FrontSide}}
<hr id="answer">
<div class="answer" dir="auto">{{Answer}}</div>
<p class="origin">{{Note}}{{#Link}} · {{Link}}{{/Link}}</p>`;

/** The note type as schema 11 keeps it. */
export const notetype = {
  id: NOTETYPE_ID,
  name: NOTETYPE,
  type: 0,
  mod: WRITTEN,
  usn: -1,
  sortf: 0,
  did: 1,
  tmpls: [
    {
      name: 'Card',
      ord: 0,
      qfmt: question,
      afmt: answer,
      bqfmt: '',
      bafmt: '',
      did: null,
      bfont: '',
      bsize: 0,
    },
  ],
  flds: FIELDS.map((name, ord) => ({
    name,
    ord,
    sticky: false,
    rtl: false,
    font: 'Arial',
    size: 20,
    media: [],
  })),
  css,
  latexPre:
    '\\documentclass[12pt]{article}\n\\special{papersize=3in,5in}\n\\usepackage{amssymb,amsmath}\n\\pagestyle{empty}\n\\setlength{\\parindent}{0in}\n\\begin{document}\n',
  latexPost: '\\end{document}',
  latexsvg: false,
  req: [[0, 'any', [0]]],
  tags: [],
  vers: [],
};
