/**
 * The ledger: `questions.lock.json` in the folder of notes, where each card's id is kept for ever.
 *
 * One card a line, notes by their path and cards in the order of the page, so that a difference in Git shows what
 * changed; writing what was read changes nothing. Only `npm run ids` writes it.
 */

/** Name of the ledger's file in the folder of notes. */
export const LEDGER = 'questions.lock.json';
/** Version of the file's shape. */
export const VERSION = 1;

/** A card as the ledger knows it. */
export interface KeptCard {
  /** The card's id: the first address it had, `3-ecs/5-storage#what-is-efs`. */
  card: string;
  /** Fragment of the question on its page. */
  fragment: string;
  /** How many cards this one follows up: 0 at the top. */
  depth: number;
  /** Fingerprint of the prompt. */
  prompt: string;
  /** Fingerprint of the answer; the answer's revision. */
  answer: string;
  /** Sketch of prompt and answer; empty for a card that is gone, which only the same text brings back. */
  like: string;
  /** Addresses the card had in other notes, `route#fragment`, the first one too. */
  was: string[];
  /** The author vouches that what stands at this place is this card, whatever it says. */
  pin: boolean;
  /** 1-based line in the ledger. */
  line: number;
}

/** The cards of one note, in the order of its page. */
export interface KeptNote {
  /** Path below the folder. */
  path: string;
  /** Route without slashes at its ends. */
  route: string;
  /** Routes the note had before. */
  earlier: string[];
  cards: KeptCard[];
}

/** A card whose question is not in the folder now. */
export interface GoneCard extends KeptCard {
  /** Path of the note it stood in last. */
  path: string;
}

/** All that is kept. */
export interface Ledger {
  notes: KeptNote[];
  gone: GoneCard[];
}

/** The text of the ledger's file. */
export function writeLedger(ledger: Ledger): string {
  const byPath = <T extends { path: string }>(one: T, other: T): number => (one.path < other.path ? -1 : 1);
  const notes = [...ledger.notes].sort(byPath).map(({ path, route, earlier, cards }) => {
    const head = JSON.stringify({ path, route, ...(earlier.length > 0 ? { earlier } : {}) }).slice(0, -1);
    return `${head},"cards":[${list(cards.map((card) => JSON.stringify(brief(card))))}]}`;
  });
  const gone = [...ledger.gone]
    .sort((one, other) => (one.card < other.card ? -1 : 1))
    .map((card) => JSON.stringify({ ...brief(card), path: card.path }));
  return `{"version":${VERSION},"notes":[${list(notes)}],"gone":[${list(gone)}]}\n`;
}

function list(lines: string[]): string {
  return lines.length === 0 ? '' : `\n${lines.join(',\n')}\n`;
}

/** A card's line, without what follows from the rest of it. */
function brief({ card, fragment, depth, prompt, answer, like, was, pin }: KeptCard): object {
  return {
    card,
    ...(fragment === slugOf(card) ? {} : { fragment }),
    ...(depth > 0 ? { depth } : {}),
    prompt,
    answer,
    ...(like === '' ? {} : { like }),
    ...(was.length > 0 ? { was } : {}),
    ...(pin ? { pin } : {}),
  };
}

/** The fragment in an address. */
export function slugOf(address: string): string {
  return address.slice(address.indexOf('#') + 1);
}

/** The route in an address. */
export function routeIn(address: string): string {
  return address.slice(0, address.indexOf('#'));
}
