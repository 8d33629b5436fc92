/**
 * Two further ways to write questions, for folders whose `unfold.yaml` asks for them: `Q:` and `A:` at the
 * start of lines, and `question::answer` on one line. Never read without being asked for: `std::vector` is no card.
 */
import type { List, Paragraph, PhrasingContent, Root, RootContent, Text } from 'mdast';
import { plainText } from './plain.ts';
import { emptyCut, type QuestionNode } from './question-node.ts';

export type LineForm = 'q-a' | 'double-colon';

const ASKS = /^\s*Q\s*[:.]\s*/;
const COLONS = /\s*(?<!:)::(?!:)\s*/;
const ANSWERS = /^\s*A\s*[:.]\s*/;

function question(
  at: RootContent,
  prompt: PhrasingContent[],
  answer: RootContent[],
  number: string | null,
): QuestionNode {
  return {
    type: 'question',
    kind: plainText(answer) === '' ? 'open' : 'answered',
    line: at.position?.start.line ?? 1,
    column: at.position?.start.column ?? 1,
    number,
    prompt: [{ type: 'paragraph', children: prompt, position: at.position }],
    promptText: null,
    label: null,
    hints: [],
    answer,
    context: null,
    from: 'above',
    begins: null,
    labelText: null,
    cut: emptyCut(at.position?.start.line ?? 1),
    toggle: null,
  };
}

/** Cuts phrasing content where `cut` matches in one of its texts; the match itself is left out. */
function cutAt(children: PhrasingContent[], cut: RegExp): [PhrasingContent[], PhrasingContent[]] | null {
  for (const [n, child] of children.entries()) {
    if (child.type !== 'text') continue;
    const match = cut.exec(child.value);
    if (match === null) continue;
    const text = (value: string): Text[] => (value === '' ? [] : [{ type: 'text', value }]);
    return [
      [...children.slice(0, n), ...text(child.value.slice(0, match.index))],
      [...text(child.value.slice(match.index + match[0].length)), ...children.slice(n + 1)],
    ];
  }
  return null;
}

function without(children: PhrasingContent[], start: RegExp): PhrasingContent[] {
  const first = children[0];
  if (first?.type !== 'text') return children;
  return [{ ...first, value: first.value.replace(start, '') }, ...children.slice(1)];
}

const begins = (node: RootContent | undefined, start: RegExp): node is Paragraph =>
  node?.type === 'paragraph' && start.test(plainText([node]));

const endsAnswer = (node: RootContent, forms: ReadonlySet<LineForm>): boolean =>
  begins(node, ASKS) ||
  (forms.has('double-colon') && begins(node, COLONS)) ||
  ['heading', 'thematicBreak', 'toggle', 'question'].includes(node.type);

function pairs(children: RootContent[], forms: ReadonlySet<LineForm>): RootContent[] {
  const out: RootContent[] = [];
  for (let n = 0; n < children.length; n++) {
    const node = children[n];
    if (node === undefined) continue;
    if (!begins(node, ASKS)) {
      out.push(node);
      continue;
    }
    const inside = cutAt(node.children, /\n\s*A\s*[:.]\s*/);
    const next = children[n + 1];
    let answer: RootContent[] = [];
    if (inside !== null) answer = [{ type: 'paragraph', children: inside[1], position: node.position }];
    else if (begins(next, ANSWERS)) {
      answer = [{ ...next, children: without(next.children, ANSWERS) }];
      n++;
    }
    for (
      let more = children[n + 1];
      answer.length > 0 && more !== undefined && !endsAnswer(more, forms);
      more = children[n + 1]
    ) {
      answer.push(more);
      n++;
    }
    out.push(question(node, without(inside?.[0] ?? node.children, ASKS), answer, null));
  }
  return out;
}

function colons(node: RootContent, number: string | null): RootContent {
  if (node.type === 'list') {
    const list: List = node;
    list.children.forEach((item, n) => {
      const numbered = list.ordered === true ? `${(list.start ?? 1) + n}.` : null;
      item.children = item.children.map((child) => colons(child, numbered)) as typeof item.children;
    });
    return list;
  }
  if (node.type !== 'paragraph') return node;
  const parts = cutAt(node.children, COLONS);
  if (parts === null || plainText(parts[0]) === '' || plainText(parts[1]) === '') return node;
  return question(
    node,
    parts[0],
    [{ type: 'paragraph', children: parts[1], position: node.position }],
    number,
  );
}

/** Reads the further forms in `root`, in place. */
export function readLineForms(root: Root, forms: ReadonlySet<LineForm>): void {
  if (forms.has('q-a')) root.children = pairs(root.children, forms);
  if (forms.has('double-colon')) root.children = root.children.map((node) => colons(node, null));
}
