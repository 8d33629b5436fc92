/** What became of the ledger's cards, in words for the author. */
import type { LedgerChange, LedgerCounts } from '../../core/note.ts';
import type { Assignment, Settled } from './assign.ts';

/** What is to be told of a folder. */
export interface News {
  counts: LedgerCounts;
  /** One for each card that is not as it was, in the order of the folder, the lost ones last. */
  changes: LedgerChange[];
}

/** `text`, cut where it has more than `limit` characters. */
export function shorten(text: string, limit: number): string {
  return text.length > limit ? `${text.slice(0, limit - 1)}…` : text;
}

function kindOf({ note, now, before }: Settled): keyof LedgerCounts {
  if (before === null) return 'added';
  if (before.isGone) return 'back';
  if (before.path !== note.path) return 'moved';
  return before.prompt === now.mark && before.answer === now.revision ? 'unchanged' : 'reworded';
}

/** What an author should look at in a question of which nobody can be sure which card it is; null where it is clear. */
export function doubtOf({ card, before, doubt }: Settled): string | null {
  if (doubt === null) return null;
  const place = `“${doubt.card}” (${doubt.path}, line ${doubt.line} of the ledger)`;
  if (before === null) return `This question was taken for a new one, but it may be the card ${place}`;
  if (before.card === doubt.card)
    return `This question was taken for the card ${place}, but it says much else now`;
  return `This question was taken for the card “${card}”, but it may be ${place}`;
}

/** Counts and describes what happened to the cards. */
export function newsOf({ cards, lost }: Assignment): News {
  const counts: LedgerCounts = { reworded: 0, moved: 0, added: 0, back: 0, lost: lost.length, unchanged: 0 };
  const changes: LedgerChange[] = [];
  for (const one of cards) {
    const kind = kindOf(one);
    counts[kind]++;
    const doubt = doubtOf(one);
    if (kind === 'unchanged' && doubt === null) continue;
    const { note, now, before } = one;
    const parts = [
      before !== null && before.prompt !== now.mark ? 'prompt' : '',
      before !== null && before.answer !== now.revision ? 'answer' : '',
    ].filter((part) => part !== '');
    const words = {
      unchanged: 'unchanged',
      reworded: `reworded (${parts.join(' and ')})`,
      moved: `moved from ${before?.path}${parts.length > 0 ? `, reworded (${parts.join(' and ')})` : ''}`,
      added: 'new',
      back: 'is back',
      lost: 'lost',
    }[kind];
    changes.push({
      path: note.path,
      line: now.line,
      what: `${words}: ${shorten(now.prompt, 80)}`,
      doubt,
    });
  }
  for (const card of lost) {
    changes.push({ path: card.path, line: null, what: `lost: ${card.card}`, doubt: null });
  }
  return { counts, changes };
}

/** `1 reworded, 2 moved, 1 new, 0 lost, 301 unchanged`; what came back is told where something did. */
export function inWords({ reworded, moved, added, back, lost, unchanged }: LedgerCounts): string {
  const returned = back > 0 ? `${back} back, ` : '';
  return `${reworded} reworded, ${moved} moved, ${added} new, ${returned}${lost} lost, ${unchanged} unchanged`;
}
