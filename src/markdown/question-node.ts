/** Questions as nodes of the Markdown tree, between binding and rendering. */
import type { RootContent } from 'mdast';
import type { Node } from 'unist';
import type { Cut, QuestionState } from '../core/note.ts';
import type { ToggleNode } from './parse.ts';

export interface QuestionNode extends Node {
  type: 'question';
  /** `disclosure`: an ordinary toggle; nobody can tell that it is a question. `hint`: help for the question around it. */
  kind: QuestionState | 'disclosure' | 'hint';
  /** 1-based. */
  line: number;
  column: number;
  /** The author's number in an ordered list, as it is shown: `3.` */
  number: string | null;
  /** The stem. Empty where the page's title or a toggle without a summary is all there is. */
  prompt: RootContent[];
  /** Words of a stem that is shown elsewhere: the note's title, or the cells before a toggle in a table. */
  promptText: string | null;
  /** The author's summary where it is only a label; null where there was none. */
  label: RootContent[] | null;
  hints: QuestionNode[];
  /** The answer with follow-up questions where the author put them. */
  answer: RootContent[];
  context: string | null;
  /** Where the prompt came from; `title` stands for the note's own heading. */
  from: 'summary' | 'above' | 'item' | 'heading' | 'title' | 'nothing';
  /** Line on which the question begins where its stem stands elsewhere: in the note's title or in a table's row; else null. 1-based. */
  begins: number | null;
  /** Folded label, to tell hints from solutions and steps from answers. */
  labelText: string | null;
  /** Where it stands in the source; empty until `placeCuts` has seen the whole note. */
  cut: Cut;
  /** The toggle this was read from; null for an open question without one. */
  toggle: ToggleNode | null;
}

declare module 'mdast' {
  interface RootContentMap {
    question: QuestionNode;
  }
  interface BlockContentMap {
    question: QuestionNode;
  }
  interface PhrasingContentMap {
    question: QuestionNode;
  }
}

/** A cut of nothing, at the start of a line. */
export function emptyCut(line: number): Cut {
  return { start: { line, column: 0 }, end: { line, column: 0 } };
}

/** A question node for `toggle` with everything that does not depend on its surroundings. */
export function questionOf(
  toggle: ToggleNode,
  kind: QuestionNode['kind'],
  over: Partial<QuestionNode>,
): QuestionNode {
  return {
    type: 'question',
    kind,
    line: toggle.line,
    column: toggle.column,
    number: null,
    prompt: [],
    promptText: null,
    label: null,
    hints: [],
    answer: toggle.children,
    context: null,
    from: 'nothing',
    begins: null,
    labelText: null,
    cut: emptyCut(toggle.line),
    toggle,
    ...over,
  };
}
