/** What the ledger is to hold once it is written again. */
import type { Assignment, NoteNow } from './assign.ts';
import { sketchCard } from './fingerprint.ts';
import type { KeptCard, Ledger } from './ledger.ts';

/** The ledger that keeps `assignment`. Cards of `ledger` that are in it no longer stay in it as gone. */
export function keep(ledger: Ledger | null, notes: readonly NoteNow[], assignment: Assignment): Ledger {
  const byPath = new Map<string, KeptCard[]>();
  const back = new Set<string>();
  for (const { note, now, card, fragment, before, was } of assignment.cards) {
    const prompt = now.mark;
    const isSame = before !== null && before.prompt === prompt && before.answer === now.revision;
    const like = isSame && before.like !== '' ? before.like : sketchCard(now.prompt, now.answer);
    const kept: KeptCard = {
      card,
      fragment,
      depth: now.depth,
      prompt,
      answer: now.revision,
      like,
      was,
      pin: false,
      line: 0,
    };
    const line = byPath.get(note.path);
    if (line === undefined) byPath.set(note.path, [kept]);
    else line.push(kept);
    back.add(card);
  }
  return {
    notes: notes.flatMap(({ path, route }) => {
      const cards = byPath.get(path) ?? [];
      const earlier = assignment.earlier.get(path) ?? [];
      return cards.length + earlier.length > 0 ? [{ path, route, earlier, cards }] : [];
    }),
    gone: [
      ...(ledger?.gone ?? []).filter((card) => !back.has(card.card)),
      ...assignment.lost.map((card) => ({ ...card, depth: 0, like: '', pin: false })),
    ],
  };
}
