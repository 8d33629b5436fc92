/**
 * Reads one file again that was saved, as the folder was when it was read as a whole: a thousand notes need not be looked
 * at before an author sees what changed. What follows for other notes, and what other notes mean for this one, comes with
 * the next reading of the folder.
 */
import type { Question, ReadNote } from '../core/note.ts';
import { type Place, placeAgain } from './arrange.ts';
import { type AsRead, toNote } from './folder.ts';
import type { Given } from './identity.ts';
import { readFile } from './place-reader.ts';
import { scanFile } from './scan.ts';

/** The note of the file at `path`; null where the folder has to be read to tell what becomes of it. */
export async function readAgain({ frame, places, notes }: AsRead, path: string): Promise<ReadNote | null> {
  const before = notes.find((note) => note.path === path);
  const old = places.find((place) => place.path === path);
  const file = before && old ? await scanFile(frame.root, path) : null;
  const place = old && file && placeAgain(old, file);
  if (!before || !place) return null;
  const { reading } = readFile(frame, place);
  const given = reading && givenFrom(before, place, reading.questions);
  const settled = given?.size ? readFile(frame, place, given).reading : reading;
  if (!settled || !given) return null;
  for (const [n, question] of answered(settled.questions).entries())
    question.card = given.get(n)?.card ?? addressOf(place, question.id);
  const problems: Parameters<typeof toNote>[2] = [];
  const note = toNote(place, settled, problems);
  return problems.length === 0 ? note : null;
}

const answered = (questions: readonly Question[]): Question[] =>
  questions.filter(({ state }) => state === 'answered');
const addressOf = ({ route }: Place, fragment: string): string =>
  `${route.replace(/^\/|\/$/g, '')}#${fragment}`;

/**
 * Questions that ask what they asked keep their fragments and ids. Empty where all have those by themselves; null where
 * a new question wants a fragment of theirs.
 */
function givenFrom(before: ReadNote, place: Place, questions: readonly Question[]): Given | null {
  const known = Map.groupBy(answered(before.questions), ({ prompt }) => prompt);
  const given = answered(questions).map(({ prompt, id }) => {
    const { id: fragment = id, card = addressOf(place, fragment) } = known.get(prompt)?.shift() ?? {};
    return { id, fragment, card: card === addressOf(place, fragment) ? null : card };
  });
  if (new Set(given.map(({ fragment }) => fragment)).size < given.length) return null;
  const differ = given.some(({ id, fragment, card }) => fragment !== id || card !== null);
  return new Map(differ ? given.map(({ fragment, card }, n) => [n, { fragment, card }]) : []);
}
