/** What an author should know about the toggles and questions of a note. */
import type { Question } from '../core/note.ts';
import { nearDuplicates } from './likeness.ts';
import type { Mask } from './mask.ts';
import type { ToggleNode } from './parse.ts';
import { asks, plainText } from './plain.ts';
import type { Problems } from './problems.ts';
import type { QuestionNode } from './question-node.ts';
import type { RuleId } from './rules.ts';
import { holdsQuestion } from './stems.ts';
import type { Repair, ToggleTree } from './toggles.ts';

interface Place {
  line: number;
  column: number;
}

const REPAIRS: Record<Repair, RuleId> = {
  unclosed: 'unclosed-toggle',
  unopened: 'unopened-toggle',
  misclosed: 'misclosed-toggle',
  'unclosed-summary': 'unclosed-summary',
  stray: 'stray-tag',
  misspelt: 'misspelt-tag',
};

/** Reports what had to be repaired before the note could be read. */
export function reportRepairs(
  problems: Problems,
  tree: ToggleTree,
  mask: Mask,
  misplaced: ToggleNode[],
  placeOf: (offset: number) => Place,
): void {
  for (const { kind, offset, tag } of tree.repairs) problems.add(REPAIRS[kind], placeOf(offset), tag);
  for (const line of mask.unclosedFences) problems.add('unclosed-fence', { line });
  for (const line of mask.unclosedComments) problems.add('unclosed-comment', { line });
  for (const toggle of misplaced) problems.add('misplaced-toggle', toggle);
}

function short(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > 80 ? `${line.slice(0, 77)}…` : line;
}

function blockIn(node: QuestionNode): string | null {
  if (node.from !== 'summary') return null;
  for (const block of node.prompt) {
    if (block.type === 'list') return 'a list';
    if (block.type === 'code') return 'a code block';
    if (block.type === 'heading') return 'a heading';
    if (block.type === 'table') return 'a table';
    if (block.type === 'html' && /<h[1-6][\s>]/i.test(block.value)) return 'a heading';
  }
  const text = JSON.stringify(node.prompt);
  if (/<h[1-6][\s>]/i.test(text)) return 'a heading';
  const control = /<(a|button|input)[\s>]/i.exec(text)?.[1];
  if (control !== undefined || text.includes('"type":"link"')) return 'a link or control';
  return null;
}

/** Toggles under the same label as `node` that were put into its answer. */
function sharedWith(node: QuestionNode): QuestionNode[] {
  return node.answer.filter(
    (block): block is QuestionNode =>
      block.type === 'question' &&
      block.kind === 'disclosure' &&
      block.labelText === node.labelText &&
      node.labelText !== null,
  );
}

/** How many items of a numbered list in the stem ask a question. */
function questionsAbove(node: QuestionNode): number {
  if (node.from !== 'above' && node.from !== 'heading') return 0;
  return node.prompt
    .flatMap((block) => (block.type === 'list' && block.ordered === true ? block.children : []))
    .filter((item) => asks(plainText(item.children.slice(0, 1)))).length;
}

/** A word or two and a colon: "Pros:". */
function isCaption(prompt: string): boolean {
  return /[:：]$/.test(prompt) && prompt.split(/\s+/).length <= 2;
}

/** Reports on questions. `nodes` and `questions` are those of one note; only some nodes became questions. */
export function reportQuestions(problems: Problems, nodes: QuestionNode[], questions: Question[]): void {
  const shared = new Set(nodes.flatMap(sharedWith));
  const byLine = new Map(questions.map((question) => [question.line, question]));
  for (const node of nodes) {
    const place = { line: node.line, column: node.column };
    const prompt = short(byLine.get(node.line)?.prompt ?? plainText(node.prompt));
    const name = short(plainText(node.label ?? []));
    const summary = node.toggle?.summary;
    if (node.kind === 'open') problems.add('missing-answer', place, prompt);
    if (
      node.kind === 'disclosure' &&
      summary !== null &&
      summary !== undefined &&
      node.from === 'nothing' &&
      !shared.has(node)
    )
      problems.add('not-a-question', place, name);
    if (summary === null) problems.add('missing-summary', place);
    else if (summary !== undefined && name === '' && node.from !== 'summary' && plainText(summary) === '')
      problems.add('unnamed-toggle', place, prompt || 'More questions');
    const block = blockIn(node);
    if (block !== null) problems.add('block-in-summary', place, block);
    if (
      node.from === 'summary' &&
      node.kind === 'answered' &&
      !asks(plainText(node.prompt)) &&
      node.answer.filter(holdsQuestion).length >= 2
    ) {
      problems.add('mixed-toggle', place, prompt);
    }
    if (sharedWith(node).length > 0) problems.add('shared-toggle', place, prompt);
    const asked = node.kind === 'answered' ? questionsAbove(node) : 0;
    if (asked > 1) problems.add('several-questions', place, String(asked));
    if (node.kind === 'answered' && node.from === 'above' && isCaption(prompt))
      problems.add('unsure-question', place, prompt);
  }
  const seen = new Set<string>();
  for (const question of questions) {
    if (question.state !== 'answered') continue;
    const key = `${question.context ?? ''}\n${question.prompt}`;
    if (seen.has(key)) problems.add('duplicate-question', { line: question.line }, short(question.prompt));
    seen.add(key);
  }
  for (const [first, second] of nearDuplicates(questions)) {
    const words = `“${short(first.prompt)}” (line ${first.line}) and “${short(second.prompt)}”`;
    problems.add('near-duplicate', { line: second.line }, words);
  }
}
