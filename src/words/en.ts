/**
 * The site's own words, in English: everything that a learner reads and no author wrote.
 *
 * Each language is one file with the same names; docs/translating.md says how to add one. What stands between two
 * `|` is set apart by the page: a link, a key, a day. Words that go into a sentence come as arguments.
 */

/** The language of these words, as in the `lang` of a page. */
export const lang: string = 'en';
/** The language in which the build writes days. */
export const dayLang: string = 'en-GB';

const counted = (count: number, one: string, many = `${one}s`) =>
  `${count.toLocaleString('en')} ${count === 1 ? one : many}`;

/** `1 note`, `14 notes`. */
export const notes = (count: number) => counted(count, 'note');
export const questions = (count: number) => counted(count, 'question');
export const reviews = (count: number) => counted(count, 'review');
/** What a history consists of. */
export const entries = (count: number) => counted(count, 'entry', 'entries');
/** Questions that have no answer yet. */
export const open = (count: number) => `${count} open`;
export const held = (held: number, of: number) => `${held} of ${of} held`;

// The frame of every page
export const skipToContent = 'Skip to content';
export const site = 'Site';
export const topics = 'Topics';
export const review = 'Review';
export const progress = 'Progress';
export const settings = 'Settings';
export const search = 'Search';
export const yourHistory = 'Your history';
export const howToUse = 'How to use these notes';
export const dark = 'Dark';
export const light = 'Light';
/** Follows `dark` or `light`, for those who do not see the button. */
export const theme = ' theme';
/** Follows `review` in the masthead. */
export const dueAfter = (count: number) => ` · ${count} due`;

// Notes and lists of notes
export const breadcrumbs = 'Breadcrumbs';
export const contents = 'Contents';
export const onThisPage = 'On this page';
export const openAll = 'Open all';
export const closeAll = 'Close all';
export const asBefore = 'As before';
export const print = 'Print';
/** When the facts of a note were checked. */
export const checked = (month: string) => `checked |${month}|`;
/** When a note was changed. */
export const updated = (day: string) => `Updated |${day}|`;
export const editThisNote = 'Edit this note';
export const markdown = 'Markdown';
export const notesInOrder = 'Notes';
export const previous = 'Previous';
export const next = 'Next';
export const backToTopics = 'Back to topics';
export const link = 'Link';
export const copy = 'Copy';
export const copied = 'Copied';
export const notCopied = 'Not copied: the browser refused';
export const noNotesYet =
  'There are no notes yet. Put a Markdown file into the folder of notes, and it appears here.';

// What the reader of notes adds to them
export const hint = 'Hint';
export const more = 'More';
export const moreQuestions = 'More questions';
export const answer = 'Answer';
/** After the label of an answer, for those who do not see which question it is of. */
export const answerOf = (prompt: string) => `: ${prompt}`;
export const task = 'Task';
/** Name of a table, by the words above its columns. */
export const table = (columns: string[]) => `Table: ${columns.join(', ') || 'without headings'}`;
/** Name of a drawing, by the words in it. */
export const diagram = (labels: string) => `Diagram: ${labels}`;
/** Under a question without an answer. */
export const addAnswer = 'Open question. Know the answer? |Add it|';
export const writeAnswer = (path: string, line: string) =>
  `Open question. Know the answer? Write it in ${path}, line ${line}.`;

// Pages where nothing is, or where something was
export const notHere = 'Not here';
export const noPageHere = 'There is no page here';
export const mayHaveMoved =
  'The note may have moved, or the address has a slip in it. |All topics| are on the home page.';
export const moved = 'Moved';
export const noteHasMoved = 'This note has moved';
export const itIsNow = 'It is now ||.';

// Recall
export const howWell = 'How well did you recall it?';
export const missed = 'Missed';
export const gotIt = 'Got it';
export const again = 'Again';
export const hard = 'Hard';
export const good = 'Good';
export const easy = 'Easy';
export const skip = 'Skip';
export const undo = 'Undo';
export const fourRatings = 'Four ratings';
export const twoRatings = 'Two ratings';
export const hasChanged = 'This answer has changed since you learned it.';
export const showDifference = 'Show the difference';
export const askAgainSoon = 'Ask me again soon';
export const haveSeenIt = 'I have seen it';

// What is wrong with storage. The words stand before a colon and after one, and fit any number.
export const storage = {
  missing: 'this browser has no storage for websites',
  refused: 'the browser refuses to store anything for this site, as in a private window',
  full: 'the browser’s storage for this site is full',
  broken: 'the browser’s storage is damaged; close the browser and start it anew',
  newer: 'a newer version of this site keeps the history; reload this page',
  copied: 'Saved in the second copy only',
  unsaved: 'Not saved',
  pending: 'Kept in this window, and tried again as long as it is open',
  lost: 'Entries of your history that the browser had lost',
  recovered: 'Brought back from the second copy',
};

// Said of cards, ratings and copies
export const saved = 'Saved.';
export const notSavedYet = 'Not saved yet.';
export const keptInWindow = 'Kept in this window only: the browser stores nothing.';
export const takenBack = 'Taken back.';
export const takenBackOf = (prompt: string) => `Taken back: ${prompt}`;
export const nothingToTakeBack = 'Nothing to take back.';
/** `rating` is the word on a button, `time` such as `6 days`. */
export const backIn = (rating: string, time: string) => `${rating}: back in ${time}.`;
/** Name of the tick before an item of an answer. */
export const recalledOf = (item: string) => `Recalled: ${item}`;
export const beingLearned = 'being learned, comes back today';
export const heldDueIn = (time: string) => `held, due in ${time}`;
export const fadingDueNow = 'fading, due now';
/** After the prompt of a question whose answer has changed. */
export const changed = 'changed';
export const nothingToCompare =
  'There is nothing to compare with: the answer you learned was read on another device, or its copy is gone.';
export const due = (count: number) => `${count} due`;
export const nothingIsDue = 'Nothing is due';
/** Before the title of a topic or note. */
export const fadingMost = 'fading most: ';
export const nextToRead = 'next to read: ';
export const inNoCopy = (count: number) => `${reviews(count)} in no copy yet`;
/** What a file holds, where the browser asks for one. */
export const history = 'History';

// Settings
export const settingsAbout = 'When questions come back, how many new ones a day, and when a day begins.';
export const settingsLead =
  'They belong to your history: where it goes, they go. A change counts for everything you have learned, and what you had before is only a change away.';
export const settingsNeedScripts = 'Settings need JavaScript: your history lives in this browser.';
export const recallToAimFor = 'Recall to aim for';
export const recallToAimForAbout =
  'How many of the questions that come due you should still know. More means asking more often.';
export const newADay = 'New questions a day';
export const newADayAbout = 'At most so many in a review. Rating while you read is never held back.';
export const dayBeginsAt = 'A day begins at';
export const oClock = 'o’clock';
export const dayBeginsAtAbout = 'What you learn after midnight still belongs to the evening.';
export const fourRatingsAbout = 'Again, Hard, Good and Easy in place of Missed and Got it.';
