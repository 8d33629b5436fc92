/** Folders of cards made at random, and what authors do to them between two versions. */
import fc from 'fast-check';
import type { NoteNow } from '../../src/markdown/ledger/assign.ts';
import { cardText } from '../../src/markdown/ledger/card-text.ts';
import { slug } from '../../src/markdown/slug.ts';

/** A question that keeps its key whatever is done to it. */
export interface MadeCard {
  key: number;
  prompt: string;
  answer: string;
  depth: number;
}

export interface MadeFile {
  path: string;
  cards: MadeCard[];
}

const SYLLABLES = 'ba ce di fo gu hal jem kin lor mus nat pel quo rin sto tru vel wax yor zim'.split(' ');
const COMMON = 'the of a to and in is for with how what which when does that it by on are from'.split(' ');

/** A word made from a number; neighbouring numbers give words that have little in common. */
function word(n: number): string {
  if (n % 3 === 0) return COMMON[(n / 3) % COMMON.length] ?? '';
  return [n % 20, (n * 7 + 3) % 20, Math.floor(n / 20) % 20].map((at) => SYLLABLES[at]).join('');
}

const words = (min: number, max: number): fc.Arbitrary<string> =>
  fc
    .array(fc.integer({ min: 0, max: 7999 }), { minLength: min, maxLength: max })
    .map((numbers) => numbers.map(word).join(' '));

/** What a question is about: a word that no other key below 160,000 has, so that questions differ as questions do. */
function subject(key: number): string {
  // 79,191 has no factor in common with 20 ** 4: each key gives other digits, and its neighbour very different ones.
  const mixed = (key * 79_191) % 20 ** 4;
  return [1, 20, 400, 8000].map((place) => SYLLABLES[Math.floor(mixed / place) % 20]).join('');
}

const text = fc.record({ prompt: words(4, 12).map((stem) => `${stem}?`), answer: words(4, 40) });

/** A prompt and an answer that nobody has written yet. */
export const question = text;

/** One to four notes of one to eight cards; in some notes all cards have the same stem. */
export const folders: fc.Arbitrary<MadeFile[]> = fc
  .array(
    fc.record({
      cards: fc.array(fc.record({ text, deeper: fc.boolean() }), { minLength: 1, maxLength: 8 }),
      isEqual: fc.integer({ min: 0, max: 4 }).map((n) => n === 0),
    }),
    { minLength: 1, maxLength: 4 },
  )
  .map((notes) => {
    let key = 0;
    return notes.map(({ cards, isEqual }, n) => {
      let depth = 0;
      return {
        path: `${n + 1}-topic/${n + 1}-note.md`,
        cards: cards.map(({ text: { prompt, answer }, deeper }, at) => {
          depth = at > 0 && deeper ? Math.min(2, depth + 1) : 0;
          const about = subject(key++);
          return {
            key: key - 1,
            prompt: isEqual ? (cards[0]?.text.prompt ?? prompt) : `${about} ${prompt}`,
            answer: `${answer} ${about}`,
            depth,
          };
        }),
      };
    });
  });

/** What one edit needs to choose: which note, which card, where to. */
export const edits = fc.record({
  kind: fc.constantFrom(
    'renumber',
    'reorder',
    'typo in prompt',
    'typo in answer',
    'split',
    'rename',
    'move',
    'nest',
    'add',
  ),
  note: fc.nat(1000),
  card: fc.nat(1000),
  to: fc.nat(1000),
  question,
});
export type Edit = typeof edits extends fc.Arbitrary<infer E> ? E : never;

/** `text` with one slip of the pen, in one of its longer words. */
function slip(from: string, at: number): string {
  const place = 1 + (at % Math.max(1, from.length - 3));
  const [one = '', two = ''] = [from[place], from[place + 1]];
  if (at % 3 === 0) return from.slice(0, place) + two + one + from.slice(place + 2);
  return at % 3 === 1
    ? from.slice(0, place) + from.slice(place + 1)
    : `${from.slice(0, place)}e${from.slice(place)}`;
}

/** The folder after `edit`; `key` is for a question that is added. */
export function apply(files: MadeFile[], edit: Edit, key: number): MadeFile[] {
  const copy = files.map(({ path, cards }) => ({ path, cards: cards.map((card) => ({ ...card })) }));
  const file = copy[edit.note % copy.length];
  if (file === undefined) return copy;
  const at = edit.card % Math.max(1, file.cards.length);
  const card = file.cards[at];
  if (card === undefined && edit.kind !== 'add') return copy;
  switch (edit.kind) {
    case 'renumber':
      copy.reverse();
      break;
    case 'reorder':
      file.cards.push(...file.cards.splice(at, 1 + (edit.to % 3)));
      break;
    case 'typo in prompt':
      if (card) card.prompt = slip(card.prompt, edit.to);
      break;
    case 'typo in answer':
      if (card) card.answer = slip(card.answer, edit.to);
      break;
    case 'split':
      copy.push({ path: `9-other/${key}-half.md`, cards: file.cards.splice(at) });
      break;
    case 'rename':
      file.path = `8-renamed/${key}-note.md`;
      break;
    case 'move':
      copy[edit.to % copy.length]?.cards.push(...file.cards.splice(at, 1));
      break;
    case 'nest':
      if (card) card.depth = at > 0 && card.depth === 0 ? 1 : 0;
      break;
    case 'add': {
      const { prompt, answer } = edit.question;
      file.cards.splice(at, 0, { key, prompt, answer: `${answer} ${subject(key)}`, depth: 0 });
      break;
    }
  }
  return copy;
}

/** The folder as the reader hands it on: fragments by the prompts, equal ones numbered. */
export function asNotes(files: MadeFile[]): NoteNow[] {
  return files.map(({ path, cards }) => {
    const taken = new Set<string>();
    return {
      path,
      route: path.replace(/\.md$/, ''),
      others: new Set<string>(),
      cards: cards.map(({ prompt, answer, depth }, n) => {
        const base = slug(prompt);
        let fragment = base;
        for (let twin = 2; taken.has(fragment); twin++) fragment = `${base}-${twin}`;
        taken.add(fragment);
        return { ...cardText(prompt, answer), depth, fragment, line: n + 1 };
      }),
    };
  });
}
