/** The last line of an answer that names where it comes from: `Source: [title](url). Level: recall. Exam: SAA-C03 3.1.` */
import type { ElementContent } from 'hast';
import type { Level } from '../core/note.ts';
import { textOf } from './render.ts';

export interface SourceLine {
  level: Level | null;
  exams: string[];
}

const LEVELS: readonly Level[] = ['recall', 'understand', 'apply'];

/** Finds the source line among the blocks of an answer and marks it, so that the page can show it quietly. */
export function readSourceLine(answer: ElementContent[]): SourceLine {
  for (const node of answer) {
    if (node.type !== 'element' || node.tagName !== 'p') continue;
    const words = textOf([node]);
    if (!/^Sources?:\s/.test(words)) continue;
    node.properties['className'] = ['source'];
    const level = LEVELS.find((name) => new RegExp(`Level: ${name}\\b`).test(words)) ?? null;
    const exams = /Exams?: ((?:[A-Z]{3}-C\d{2}(?: \d+(?:\.\d+)*)?(?:, )?)+)/.exec(words)?.[1] ?? '';
    return { level, exams: exams.split(', ').filter((exam) => exam !== '') };
  }
  return { level: null, exams: [] };
}
