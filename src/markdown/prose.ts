/** What a note says outside its questions, heading by heading. */
import type { ElementContent, Root } from 'hast';
import type { Texts } from '../core/note.ts';
import { answerWords } from './answer-text.ts';
import { rankOf } from './headings.ts';
import type { QuestionNode } from './question-node.ts';
import { textOf } from './render.ts';

/** The prose of a page whose questions are still slots; `nodes` are the questions these stand for. */
export function proseOf(tree: Root, nodes: readonly QuestionNode[]): Texts['prose'] {
  const parts: { id: string | null; heading: string; content: ElementContent[] }[] = [
    { id: null, heading: '', content: [] },
  ];
  for (const node of tree.children) {
    if (node.type === 'doctype') continue;
    if (node.type === 'element' && rankOf(node) !== null) {
      const { id } = node.properties;
      parts.push({ id: typeof id === 'string' ? id : null, heading: textOf([node]), content: [] });
    } else parts.at(-1)?.content.push(node);
  }
  return parts
    .map(({ id, heading, content }) => ({ id, heading, text: answerWords(content, nodes) }))
    .filter(({ heading, text }) => heading !== '' || text !== '');
}
