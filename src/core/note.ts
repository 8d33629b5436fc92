/**
 * What a note is once it has been read: the words of the whole project as types.
 *
 * Written by the reader (`src/markdown`), carried by the data layer, shown by the pages.
 */

/** `open`: a question without an answer. `group`: holds questions, has no answer of its own. */
export type QuestionState = 'answered' | 'open' | 'group';

/** How far a question asks: to remember a fact, to explain it, or to use it. */
export type Level = 'recall' | 'understand' | 'apply';

/** A node of a note's tree. Parents come before their children, in the order of the page. */
export interface Question {
  /** Fragment of the question on its page; distinct within the note, stable over edits elsewhere. */
  id: string;
  /**
   * Id of the card, for ever and in the whole folder: the first address of the question, as the ledger keeps it, or
   * its address where there is no ledger. Only an answered question has one; else it is empty.
   */
  card: string;
  /** Changes when the author changes the words of the answer: 8 characters. Empty where there is no answer. */
  revision: string;
  /** The whole stem as plain text: its blocks joined by line breaks. */
  prompt: string;
  /** 1-based line where the toggle opens, or where an open question stands. */
  line: number;
  state: QuestionState;
  /** Id of the question this one follows up, or null at the top. */
  parent: string | null;
  /** Text of the list item around the question where the prompt alone does not say what it is about. */
  context: string | null;
  level: Level | null;
  /** Exam tasks the question serves, as the note writes them: `SAA-C03 3.1`. */
  exams: string[];
  /** Words of the answer as plain text, without follow-up questions and the line of sources. Empty where there is none. */
  answer: string;
  /** Where the question stands in the note's source, with its answer and its follow-up questions. */
  cut: Cut;
}

/** A piece of a note's source. Lines are 1-based, columns 0-based; `end` is after its last character. */
export interface Cut {
  start: { line: number; column: number };
  end: { line: number; column: number };
}

/** A heading, as a place to jump to. */
export interface Section {
  id: string;
  text: string;
  /** 1 to 6, as written. */
  depth: number;
  line: number;
}

/** A toggle that stays an ordinary disclosure: nobody can tell that it is a question. */
export interface Disclosure {
  line: number;
}

export type Severity = 'error' | 'warning';

/** What a note says, as plain text for the search. */
export interface Texts {
  /** What stands outside questions, heading by heading. `id` is null before the first heading that can be linked to. */
  prose: { id: string | null; heading: string; text: string }[];
  /** What each of the note's questions says below its prompt, in their order; empty for one that is open. */
  answers: string[];
}

/** Something in a note that its author should know. */
export interface Problem {
  /** 1-based. */
  line: number;
  /** 1-based. */
  column: number;
  /** Id in the catalogue of rules, `docs/rules.md`. */
  rule: string;
  severity: Severity;
  /** What is wrong, why it matters and what to do, in full sentences. */
  message: string;
}

/** Where the site has the files that notes show, below its base. */
export const attachmentsFolder = 'files/';

/** An image or other file that a note shows and the site has to carry along. */
export interface Attachment {
  /** Path below the notes folder, with `/`. */
  path: string;
  /** Address below the site's base, without a leading `/`. */
  url: string;
}

/** What the reader makes of one note's source. */
export interface Reading {
  title: string;
  /** One sentence on what the note is about; from front matter, else the first paragraph; may be empty. */
  description: string;
  /** Language of the note as front matter states it (`lang`), else null. */
  lang: string | null;
  /** Day on which the fact that was checked longest ago was checked, `YYYY-MM-DD`; null without facts that age. */
  checked: string | null;
  /** HTML of the note without its title, sanitised. */
  html: string;
  questions: Question[];
  sections: Section[];
  disclosures: Disclosure[];
  attachments: Attachment[];
  texts: Texts;
  problems: Problem[];
}

/** A note in its place in the folder. */
export interface Note extends Omit<Reading, 'texts'> {
  /** Path below the notes folder, with `/`. */
  path: string;
  /** Address below the site's base, with `/` at both ends: `/3-ecs/5-storage/`. */
  route: string;
  /** Route of the topic the note belongs to: `/3-ecs/`, or `/` for notes at the folder's root. */
  topic: string;
  /** True for a README without questions: it is shown on its topic's page, at the topic's address. */
  landing: boolean;
  /** The Markdown source as it was read, line ends normalised. */
  source: string;
}

/** A note as it was read, with what search has to know of it. */
export interface ReadNote extends Note {
  texts: Texts;
}

/** An ordered folder of notes. */
export interface Topic {
  /** `/3-ecs/`; `/` for the folder's root. */
  route: string;
  /** Path of the folder below the notes folder; empty for the root. */
  path: string;
  title: string;
  description: string;
  /** Routes of its notes in reading order, the landing note not among them. */
  notes: string[];
}

/** A question that stands elsewhere now, as told at an address it had. */
export interface MovedQuestion {
  /** Fragment it had there. */
  fragment: string;
  /** Route of its note now, with `/` at both ends. */
  route: string;
  /** Fragment it has now. */
  id: string;
  prompt: string;
}

/** A page left where a note stood that has another address now. */
export interface MovedPage {
  /** Where it stands, with `/` at both ends. */
  route: string;
  /** Route of the note to go on to. */
  to: string;
  questions: MovedQuestion[];
}

/** How many cards are what they were when the ledger was written, and how many are not. */
export interface LedgerCounts {
  reworded: number;
  /** Stand in another note; reworded or not. */
  moved: number;
  /** Never seen. */
  added: number;
  /** Were gone, and came back. */
  back: number;
  /** Are not in the folder any more. */
  lost: number;
  unchanged: number;
}

/** A card that is not what the ledger says. */
export interface LedgerChange {
  path: string;
  /** 1-based; null for a card that is lost. */
  line: number | null;
  /** What happened, and to which question. */
  what: string;
  /** What the author should look at, a sentence without its stop; null where there is no doubt. */
  doubt: string | null;
}

/** The ledger of the folder, and what `npm run ids` would change in it. */
export interface LedgerState {
  /** False where the folder has none yet. */
  exists: boolean;
  counts: LedgerCounts;
  /** In the order of the folder; lost cards last. Empty where nothing is to be told. */
  changes: LedgerChange[];
  /** The file that keeps the folder as it is now; equal to what is there where nothing changed. */
  write: () => string;
}

/** A link to another host, where its author wrote it. */
export interface ExternalLink {
  /** The address, as written. */
  href: string;
  /** 1-based. */
  line: number;
}

/** A folder of notes, read. */
export interface Folder {
  title: string;
  description: string;
  lang: string;
  topics: Topic[];
  /** All notes in reading order, across topics: previous and next run along it; landing notes included. */
  notes: ReadNote[];
  /** Every link to another host, in the order of the notes. */
  externalLinks: (ExternalLink & { path: string })[];
  /** Files left out on purpose, with the reason. */
  skipped: { path: string; reason: string }[];
  /** Null where the ledger cannot be read; a problem says why. */
  ledger: LedgerState | null;
  /** What to leave at addresses where notes stood before. */
  moved: MovedPage[];
  /** Problems of the folder itself (two notes that want one address, a file that cannot be read). */
  problems: (Problem & { path: string })[];
}
