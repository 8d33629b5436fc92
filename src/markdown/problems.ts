/** Problems of a note, collected while it is read. The words stand in `rules.ts`. */
import type { Problem } from '../core/note.ts';
import { type RuleId, rules } from './rules.ts';

export class Problems {
  readonly all: Problem[] = [];

  /** Records that `rule` is broken at a place (1-based). `detail` fills the rule's sentence. */
  add(rule: RuleId, place: { line: number; column?: number }, detail = ''): void {
    const { severity, message } = rules[rule];
    this.all.push({ line: place.line, column: place.column ?? 1, rule, severity, message: message(detail) });
  }

  /** Those problems, to be added to. */
  static of(all: readonly Problem[]): Problems {
    const problems = new Problems();
    problems.all.push(...all);
    return problems;
  }

  /** The same problems, to be added to apart from these. */
  copy(): Problems {
    return Problems.of(this.all);
  }

  /** Problems in the order of the note. */
  sorted(): Problem[] {
    return [...this.all].sort(
      (a, b) => a.line - b.line || a.column - b.column || a.rule.localeCompare(b.rule),
    );
  }
}
