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
export const offline = 'Offline';
export const yourHistory = 'Your history';
export const howToUse = 'How to use these notes';
export const helpAbout =
  'Reading, quizzing yourself, remembering, links, keyboard, printing, sources, and writing notes of your own.';
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
/** Left where a question stood; its prompt comes between the two `|`. */
export const questionHasMoved = '|…| has moved.';
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
  refused: 'the browser stores nothing for this site, as in a private window',
  full: 'the browser’s storage for this site is full',
  broken: 'the browser’s storage is damaged; restart the browser',
  newer: 'a newer version of this site keeps the history; reload this page',
  copied: 'Saved in the second copy only',
  unsaved: 'Not saved',
  pending: 'Kept in this window and tried again while it is open',
  lost: 'Entries that the browser had lost',
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
/** Of a file that was kept up to date. */
export const isNoLongerKept = (file: string) => `${file} is no longer kept up to date`;
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

// Parts that several pages have
export const topic = 'Topic';
export const allTopics = 'All topics';
export const all = 'All';
export const any = 'Any';
export const level = 'Level';
export const levelRecall = 'Recall';
export const levelUnderstand = 'Understand';
export const levelApply = 'Apply';
export const exam = 'Exam';
export const day = 'Day';
export const question = 'Question';
/** Heads a column or a field. */
export const questionsOf = 'Questions';
export const reviewsOf = 'Reviews';
export const keys = 'Keys';
export const singleKeysActHere = 'Single keys act here';
export const decksMissing =
  'The questions of the course could not be fetched. Are you offline? Your history is safe; load this page again later.';
export const notesLeftOut = (count: number) =>
  `There is no network: the questions of ${notes(count)} that ${count === 1 ? 'is' : 'are'} not kept here are left out.`;
export const quoted = (text: string) => `“${text}”`;

// Review
export const reviewAbout = 'The questions that have come back, one after the other.';
export const reviewNeedsScripts =
  'A review needs JavaScript: your history lives in this browser. Every note can be read without.';
export const whatHasComeBack = 'What has come back, and new ones';
export const newOnes = 'New ones';
export const theWeakOnes = 'The weak ones';
export const missedToday = 'Missed today';
export const questionsAnswered = 'Questions answered';
export const showAnswer = 'Show the answer';
export const inItsNote = 'In its note';
export const notToday = 'Not today';
export const suspend = 'Suspend';
export const lookBack = 'Look back';
export const forward = 'Forward';
export const keysOfReview =
  '|Space| shows the answer. |1| |2| (or |1| to |4|) rate. |s| skips, |u| takes back, |k| and |j| look back and forward, |?| shows this.';
export const chooseWhat = 'Choose what to review';
export const atMost = 'At most';
export const shuffle = 'Shuffle';
export const cram = 'cram';
export const cramAbout = 'Cram: leave the schedule alone';
export const begin = 'Begin';
export const youMissedIt = 'You missed it.';
export const youFoundItHard = 'You found it hard.';
export const youGotIt = 'You got it.';
export const youFoundItEasy = 'You found it easy.';
export const youSkippedIt = 'You skipped it.';
export const youPutItOff = 'You put it off until tomorrow.';
export const youSuspendedIt = 'You suspended it.';
export const questionOf = (turn: number, of: number) => `Question ${turn} of ${of}.`;
export const placeOf = (turn: number, of: number) => `${turn} of ${of}`;
export const lookedBackAt = (turn: number, of: number) => `${turn} of ${of}, looked back at`;
export const minutesLeft = (minutes: number) => `about ${minutes} min left`;
/** Before a prompt: what it is about. */
export const inContext = (context: string) => `${context}: `;
export const cannotBeShown = (why: string) => `It cannot be shown now. ${why} Skip it, or try again later.`;
export const noSuchQuestion = (note: string, id: string) => `${note} has no question “${id}” any more.`;
export const notePageMissing = (status: number) => `The page of the note is not there (status ${status}).`;
export const noteNotFetched = 'Its note could not be fetched, and is not kept here.';
export const done = 'Done';
export const cameTo = (recalled: number, asked: number, cards: number, minutes: number) =>
  `${recalled} of ${asked} recalled, ${cards} questions, ${minutes} min.`;
export const wasACram = 'This was a cram: the schedule is as it was.';
export const readAgain = 'Read again';
export const missedAgainAndAgain = 'Missed again and again';
export const leechAdvice =
  'Repeating it has not helped. Read its note once more and say the answer in your own words, find out what you confuse it with, or suspend it until you have learned the rest.';
export const times = (count: number) => `${count} times`;
export const nothingMatches = 'Nothing matches';
export const noQuestionAsAsked = 'No question stands as you asked for.';
export const readANote = 'Read a note, open its questions and say how it went: they come back here.';
export const nextComeBack = (count: number, time: string) =>
  `The next ${count === 1 ? 'one comes' : `${count} come`} back in ${time}.`;
export const moreOf = (count: number) => `${count} more`;
/** `count` beyond those of the day, of which at most `some` can be had. */
export const newOnesWait = (count: number, some: number) =>
  `${count} new ones wait for tomorrow; take ${Math.min(count, some)} now`;
export const followUps = (count: number) => `${count} follow-ups`;
export const cramSome = (most: number) => `Cram up to ${most}, without a trace`;
/** Empty where there is none. */
export const putAside = (skipped: number, putOff: number, suspended: number) =>
  [
    skipped > 0 ? `${skipped} skipped` : '',
    putOff > 0 ? `${putOff} put off until tomorrow` : '',
    suspended > 0 ? `${suspended} suspended` : '',
  ]
    .filter(Boolean)
    .join(', ');
/** Words as a sentence of their own. */
export const sentence = (text: string) => `${text}.`;
/** Where nothing is asked because of that. */
export const allPutAside = 'What there is was put aside.';
export const askAgain = 'Ask again';
/** What a button does, and to which question, for those who do not see what it stands beside. */
export const namely = (does: string, prompt: string) => `${does}: ${prompt}`;
export const isAskedAgain = (prompt: string) => `It is asked again: ${prompt}`;

// What an address asks for and nobody can follow. Names of parts and their values stay as they are typed.
export const thereAre = (names: readonly string[], more: number) =>
  names.length === 0
    ? 'There is none.'
    : `There are: ${names.join(', ')}${more > 0 ? ` and ${more} more` : ''}.`;
export const moreThanOnce = (part: string, first: string) =>
  `“${part}” stands in the address more than once. The first counts: ${first}.`;
export const noTopic = (quoted: string) => `There is no topic ${quoted}.`;
export const noState = (quoted: string) => `There is no state ${quoted}.`;
export const noLevel = (quoted: string) => `There is no level ${quoted}.`;
export const noExam = (quoted: string) => `No card serves the exam ${quoted}.`;
export const noFlag = (part: string, quoted: string) =>
  `“${part}” is ${quoted}. Write ${part}=1 for yes, or leave it out.`;
export const noNumber = (quoted: string, most: number) =>
  `“n” is ${quoted}. Write how many cards you want, a whole number from 1 to ${most}.`;

// Search
export const searchAbout = 'Find a question, what its answer says, or what stands around it.';
export const searchNeedsScripts =
  'Search needs JavaScript. Without, every topic lists its notes, and every note its questions; the browser searches in a page.';
export const searchWhat = 'Search questions, answers and notes';
export const searchHint = 'Question, answer, note';
export const moreNotes = 'More notes';
export const keysOfSearch =
  '|/| comes to the search, here and from every page. |↓| and |↑| move through what was found, |Enter| opens it, |Esc| comes back and empties the search. Words in quotation marks are found only side by side.';
export const moreInThisNote = (count: number) => `${count} more in this note`;
export const show = 'Show';
export const matchesInDue = 'It matches in the answer, which is due. ';
export const nothingToLookFor = (quoted: string) =>
  `${quoted} has nothing to look for: no letter and no digit.`;
export const nothingFound = (quoted: string, isNarrowed: boolean) =>
  `Nothing was found for ${quoted}${isNarrowed ? ' with this topic and level' : ''}.`;
export const foundIn = (count: number) => `Found in ${notes(count)}.`;
export const foundSomeIn = (count: number) =>
  `No note has all of these words. Found in ${notes(count)} that ${count === 1 ? 'has' : 'have'} some.`;
export const fetchingIndex = 'Fetching the search index…';
export const noSearchIndex =
  'The search index could not be fetched. Are you offline? What you change next is looked for again.';
export const onlyTheFirst = (most: number, typed: number) =>
  `Only the first ${most} characters are looked for; there were ${typed}.`;
export const allTopicsSearched = 'All topics are looked through.';
export const allLevelsSearched = 'All levels are looked through.';

// Print
export const printOf = (title: string) => `Print: ${title}`;
export const readyForPrint = (title: string) => `${title}, ready for print.`;
export const form = 'Form';
export const paper = 'Paper';
export const withAnswers = 'With answers';
export const withLines = 'Questions only, with lines to write on';
export const answersAtEnd = 'Answers at the end';
export const cardsToCut = 'Cards to cut out';
export const printNeedsScripts =
  'Print with the browser’s own command. Answers at the end, and cards, need JavaScript.';
export const howToCut = 'Print on both sides, turned on the long edge, without scaling. Cut along the lines.';
export const topicsToPrint = 'Topics to print';
export const notesToPrint = 'Notes to print';
export const tooManyForTopics = 'These are too many notes for one page. Each topic can be printed by itself:';
export const tooManyForNotes = 'These are too many notes for one page. Each note can be printed by itself:';
export const wholeCourse = 'Whole course';
export const allNotes = 'All notes';
export const answers = 'Answers';
export const cards = 'Cards';
export const onSheets = (cards: number, sheets: number, long: number) => {
  const paper = `${cards} ${cards === 1 ? 'card' : 'cards'} on ${sheets} ${sheets === 1 ? 'sheet' : 'sheets'}.`;
  if (long === 0) return paper;
  const rest =
    long === 1
      ? 'One answer is too long for a card and follows'
      : `${long} answers are too long for cards and follow`;
  return `${paper} ${rest} behind them.`;
};
export const tooLongForACard = 'Too long for a card';

// Progress
export const progressAbout = 'What you hold, what comes back when, and how far the schedule can be believed.';
export const progressNeedsScripts =
  'Progress needs JavaScript: your history lives in this browser. Every note can be read without.';
export const nothingToShow = 'There is nothing to show yet: you have not rated a question.';
export const fromThenOn =
  'Open a question, answer it to yourself, and say how it went, in |a note| or in the |review|. From then on you find here:';
export const toBeFoundHere = [
  'how many questions of each topic you hold, and which are fading,',
  'how many come back on each of the coming 30 days,',
  'the days of the past year on which you reviewed,',
  'what the schedule predicted, and what you recalled, and later a schedule fitted to you,',
  'what you will recall on the day of an exam, and what it takes until then.',
];
export const standings = { held: 'Held', fading: 'Fading', learning: 'Learning', new: 'New' };
/** After a number. */
export const standing = { held: 'held', fading: 'fading', learning: 'learning', new: 'new' };
export const asATable = 'As a table';
/** After `asATable`, for those who do not see what it stands below. */
export const ofPart = (title: string) => `: ${title}`;
export const whatYouHold = 'What you hold';
export const heldOfAll = (held: string, of: number) => `|${held} of ${questions(of)}| held.`;
export const noAnswers = 'No question has an answer to recall.';
export const comingDays = 'The coming 30 days';
export const today = 'Today';
export const nothingComing = (days: number) => `Nothing comes back in the coming ${days} days.`;
export const coming = (today: number, week: string, all: string, days: number) =>
  `${today === 0 ? 'Nothing' : questions(today)} today, ${week} within a week, ${all} within ${days} days, if nothing is reviewed before. New questions are not in it.`;
export const questionsOn = (day: string, count: number) => `${day}: ${questions(count)}`;
/** Describes a chart. */
export const columns = (days: number, most: string, on: string) =>
  `Columns for ${days} days. The most, ${most}, on: ${on}.`;
/** The part set apart leads to these questions. */
export const leftOut = (count: number) =>
  `|${counted(count, 'suspended question')}| left out of what comes and of the exam.`;
export const examOnADate = 'Exam on a date';
export const dayOfExam = 'Day of the exam';
export const recalledThatDay = 'Recalled that day';
export const noDate = (quoted: string, example: string) => `${quoted} is no date. Write it as ${example}.`;
export const dayIsOver = 'That day is over. Choose one that comes.';
export const ifNothingIsDone = (day: string, share: string, of: number) =>
  `${day}. If nothing more is done, ${share} of ${questions(of)} will be recalled on that day. `;
/** What it takes until the exam: a day each, for so many days. `fresh` are those of the questions that are new. */
export const workUntil = (work: {
  minutes: number;
  days: number;
  questions: number;
  fresh: string | null;
  expected: string;
}) =>
  `|About ${counted(work.minutes, 'minute')} a day| for ${counted(work.days, 'day')}, with ${questions(work.questions)} a day${work.fresh === null ? '' : `, ${work.fresh} of them new`}, would make it ${work.expected}.`;
export const fittedToYou = 'A schedule fitted to you';
export const howHonest = 'How honest the schedule is';
export const honesty = (recalled: string, predicted: string, of: number) =>
  `|${recalled} recalled, ${predicted} predicted|, in ${reviews(of)} of questions that were held.`;
export const believable = 'The schedule can be believed.';
export const lessRecalled =
  'You recall less than it predicts: questions come back later than they should. Until the schedule is fitted to you, below, a higher recall to aim for, in the settings, brings them sooner.';
export const moreRecalled =
  'You recall more than it predicts: questions come back sooner than they need to. Until the schedule is fitted to you, below, a lower recall to aim for, in the settings, saves reviews.';
export const reviewsToGo = (enough: number, missing: string) =>
  `This is told from ${enough} reviews of questions that were held: ${missing} to go.`;
export const fewerSayLittle = 'Shares of fewer would say little.';
export const tooFew = 'too few';
export const predicted = 'Predicted';
export const onAverage = 'On average';
export const recalled = 'Recalled';
export const likelyRange = 'Likely range';
export const recalledInScale = 'recalled';
/** Beside the signs of a chart. */
export const legend = { predicted: 'predicted', recalled: 'recalled', range: 'likely range' };
export const fromTo = (from: string, to: string) => `${from} to ${to}`;
export const predictedAndRecalled = (predicted: string, recalled: string) =>
  `${predicted} predicted, ${recalled} recalled`;
export const pastYear = 'The past year';
export const noReviewInYear = 'No review in the past year.';
export const reviewsOnDays = (count: number, days: number) =>
  `${reviews(count)} on ${counted(days, 'day')}, each counted where and when you gave it.`;
export const reviewsOn = (day: string, count: number) => `${day}: ${reviews(count)}`;
/** Describes a chart. */
export const dots = (most: number) =>
  `A dot for each day of the past year. The largest stands for ${reviews(most)}.`;
export const reviewsADay = 'Reviews a day';
export const reviewsADayInLegend = 'reviews a day';

// The learner's history
export const dataAbout = 'What this browser keeps of you, how to take it along, and how to begin again.';
export const dataLead =
  'All that you did here is kept in this browser and nowhere else. Take a copy whenever you like; bringing one back only ever adds.';
export const dataNeedsScripts =
  'Your history needs JavaScript: it lives in this browser. Every note can be read without.';
export const whatIsKept = 'What is kept';
export const beingRead = 'Being read …';
export const keptSince = (count: number, cards: number, day: string) =>
  `${reviews(count)} of ${questions(cards)} since ${day}.`;
export const nothingKeptYet = 'Nothing yet: you have not rated a question.';
export const hasPromised = 'The browser has promised to keep it until you delete it yourself.';
export const hasNotPromised =
  'The browser has not promised to keep it: when room gets scarce it may delete it.';
export const doesNotSay = 'This browser does not say whether it may delete it when room gets scarce.';
export const askToKeep = 'Ask the browser to keep it';
export const keepsFromNowOn = 'The browser keeps it from now on.';
export const didNotPromise =
  'The browser did not promise it. Browsers promise it to sites that are visited often, installed or bookmarked.';
export const takeACopy = 'Take a copy';
export const takeACopyAbout =
  'One file of plain text with every review you made and every setting. It can be read without this site, and any site made this way can take it back.';
export const noCopyYet = (count: number) =>
  `No copy was taken yet${count > 0 ? ` of ${reviews(count)}` : ''}.`;
export const lastCopy = (day: string, since: number) =>
  `The last copy was taken ${day}. ${since === 0 ? 'It has every review.' : `${reviews(since)} came since.`}`;
export const download = 'Download the history';
export const entriesIn = (count: number, file: string) => `${entries(count)} in ${file}.`;
export const keepAFile = 'Keep a file up to date …';
export const goOnKeeping = (file: string) => `Go on keeping ${file}`;
export const stopKeeping = 'Stop keeping it';
export const isUpToDate = (file: string, more: number) =>
  `${file} is up to date.${more > 0 ? ` ${entries(more)} of it ${more === 1 ? 'is' : 'are'} not here yet: choose it below to bring ${more === 1 ? 'it' : 'them'} in.` : ''}`;
export const isNotUpToDate = (file: string, why: string) =>
  `${file} could not be brought up to date: ${why} It is as it was. Choose another file, or download a copy.`;
export const bringOneBack = 'Bring one back';
export const bringOneBackAbout =
  'Choose a file, and first see what it would add. Nothing that is here changes or goes.';
export const aFileWithHistory = 'A file with a history';
export const addFromOtherSite = 'Add it although it comes from another site';
export const addWhatDiffers = 'Also add what differs from what is here: the damage may have made it';
export const shareDone = 'Share that is done';
export const add = 'Add';
export const addEntries = (count: number) => `Add ${entries(count)}`;
export const cancel = 'Cancel';
export const close = 'Close';
export const cancelled = 'Cancelled. Nothing was changed.';
export const nothingChanged = 'Nothing was changed.';
export const added = (count: number) => `${entries(count)} added. Everything that was here is as it was.`;
export const notStored = (error: string, remedy: string) =>
  `The browser could not store it (${error}), and nothing was changed. ${remedy}`;
export const makeRoom = 'Make room or close other tabs of this site, and try again.';
export const closeTabs = 'Try again after closing other tabs of this site.';
/** `site` is null for this one, and empty where the file does not say which; `day` is when it was written. */
export const historyOf = (site: string | null, day: string | null, state: string, plan: string) =>
  `A history of ${site === null ? 'this site' : site || 'a site that it does not name'}${day === null ? '' : `, written ${day}`}. ${state} Entries: ${plan}.`;
export const isWhole = 'It is whole.';
export const isCut = 'Its end is missing. What is left of it can be added.';
export const isChanged =
  'It is not as it was written: lines are missing or were changed. What can be read can be added.';
export const isNoHistory =
  'This is no history, or only a part of one, and cannot be read. Nothing was changed. Take it from where it was made once more.';
export const importPlan = (plan: {
  added: number;
  known: number;
  clashing: number;
  unreadable: number;
  lines: string;
}) => {
  const parts = [`${plan.added} new`, `${plan.known} already here`];
  if (plan.clashing > 0) parts.push(`${plan.clashing} different from what is here`);
  const lines = plan.unreadable === 1 ? 'line' : 'lines';
  parts.push(`${plan.unreadable} unreadable${plan.unreadable === 0 ? '' : ` (${lines} ${plan.lines})`}`);
  return parts.join(', ');
};
export const linesAndMore = (lines: readonly string[], more: number) =>
  `${lines.join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
export const lineIs = (line: number, reason: string) => `Line ${line}: ${reason}.`;
export const andMoreLines = (count: number) => `And ${count} more lines.`;
export const lineTooLong = 'it is too long for an event';
export const lineCut = 'it is cut off or damaged';
export const lineNoHeader = 'it is no header of a history';
export const lineNoEvent = 'what stands there is no event';
export const fileTooLarge =
  'This file is larger than 50 MB: about 400,000 entries are the most that these pages can work with. Nothing was changed. Choose another file.';
export const fileEmpty =
  'This file is empty. Choose a file with a history that was downloaded from a site like this one.';
export const fileForeign =
  'This file holds no history. Choose a file with a history that was downloaded from a site like this one.';
export const fileNewer = (version: number, known: number) =>
  `This file was written by a later version of the site (format ${version}, known here: ${known}). Reload the site and try again; nothing was changed.`;
export const toAnotherDevice = 'To another device';
export const toAnotherDeviceAbout =
  'Send yourself the file, or this link. What you learned is in the link itself, behind the #, which browsers do not send to any server. Whoever has the link can read it.';
export const makeALink = 'Make a link';
export const theLink = 'The link';
export const tooManyForALink = (count: number) =>
  `${entries(count)} are too many for a link. Download the file, and send that.`;
export const openOnOther = (count: number) =>
  `${entries(count)}. Open it on the other device: it shows first what it would add there.`;
export const linkCopied = 'Copied.';
export const linkNotCopied = 'The browser did not let it be copied. It is selected: copy it by hand.';
export const putAsideTitle = 'Questions put aside';
export const putAsideAbout =
  'You are not asked these. What was put off comes back tomorrow by itself; what is suspended, when you say so.';
/** After the prompt of a question. */
export const isSuspended = 'suspended';
export const isPutOff = 'put off until tomorrow';
export const questionsGone = 'Questions that are gone';
export const questionsGoneAbout =
  'The notes no longer have these. What you know of them is kept; if they come back, so does it.';
/** After the name of a question. */
export const reviewsAfter = (count: number) => `, ${reviews(count)}`;
export const beginAgainWithTopic = 'Begin again with a topic';
export const beginAgainAbout =
  'Its questions count as never reviewed. The reviews stay in the history, and you can take it back here.';
export const beginAgainAsk = 'Begin again …';
export const beginAgain = 'Begin again';
export const leaveAsIs = 'Leave it as it is';
export const nothingReviewedOf = (topic: string | null) =>
  `Nothing of ${topic ?? 'this topic'} was reviewed since it began.`;
export const wouldCountAsNew = (count: number, topic: string) =>
  `${questions(count)} of ${topic} would count as never reviewed from now on.`;
export const youBeginAgain = (topic: string) => `You begin again with ${topic}. You can take it back below.`;
export const takeItBack = 'Take it back';
export const takeItBackOf = (topic: string) => `Take it back: ${topic}`;
export const isAsItWas = (topic: string) => `${topic} is as it was, with all its reviews.`;
export const resetOf = (topic: string, count: number, day: string) => `${topic}, ${questions(count)}, ${day}`;
export const whereItLives = 'Where it lives, and when it goes';
export const whereItLivesAbout =
  'In this browser’s storage for this address, twice: as a database, and as a second copy in another part of the storage. No server has it. It goes';
export const whenItGoes = [
  'when you clear the data of websites, or close a private window,',
  'in Safari when you have not been here for seven days, unless the site is on your Home Screen or Dock,',
  'when the disk is nearly full and the browser has not promised to keep it,',
  'when the profile of the browser, or the device, is lost.',
];
export const otherAddresses =
  'A site that moves to another address begins with an empty history, and sites below one address share its storage. A file of your own outlives all of that.';

// Taking questions elsewhere
export const takeAlong = 'Take it along';
export const takeAlongBefore = 'Take it along:';
export const ankiAsText = 'Anki as text';
export const spreadsheet = 'Spreadsheet (CSV)';
export const feed = 'Feed';
export const newAndChanged = 'New and changed questions';
export const openInNote = 'Open in the note';
/** After `copy`, for those who do not see what stands beside the button. */
export const asMarkdown = ' as Markdown';
export const markdownNotFetched = 'Not copied: the Markdown could not be fetched';

// Reading without a network
export const offlineAbout = 'What can be read without a network, and how to keep all of it.';
export const offlineLead =
  'What you have read, you can read again without a network. Here you see what is kept, and keep the rest.';
export const offlineNeedsScripts =
  'Reading without a network needs JavaScript. With a network, every note can be read without.';
export const tryAgain = 'Try again';
export const keepCourse = 'Keep this course offline';
export const bringUpToDate = 'Bring it up to date';
export const everyNoteWith = 'Every note with its pictures, the review, progress and search.';
export const shareKept = 'Share that is kept';
export const stop = 'Stop';
export const removeWhatIsKept = 'Remove what is kept …';
export const removeAbout =
  'The notes that are kept here go, and come back when you read them with a network. Your history stays as it is.';
export const removeThem = 'Remove them';
export const leaveThem = 'Leave them here';
export const whatIsKeptHere = 'What is kept here';
export const everyNoteRead = 'Every note that you have read since your first visit.';
export const pageNotKept = 'This page is not kept here';
/** After the title of a page. */
export const pageNotFetched =
  ' could not be fetched: there is no network, or the server does not answer. Your history is safe, and these notes can be read:';
export const networkIsBack = 'The network is back. Try again.';
export const noNoteKeptYet = 'No note yet. What you read from now on is kept.';
export const notesKept = (count: number, of: number, size: string) =>
  `${count === of ? 'All' : `${count} of`} ${notes(of)}, ${size} with all that belongs to them.`;
export const siteUses = (size: string) => ` With your history, this site uses ${size} of this device.`;
export const courseKept = 'The whole course is kept here.';
export const courseKeptIn = (size: string) =>
  `The whole course is kept here: ${size}. A visit with a network brings it up to date.`;
export const keepsNothing = 'This site keeps nothing for reading offline.';
export const seenWithNetwork = 'What it takes can be seen once there is a network.';
export const browserKeepsNoPages =
  'This browser keeps no pages for this site. Nothing is lost by it: with a network everything works.';
export const courseTakes = (more: string, here: string) =>
  `Every note with its pictures, the review, progress and search: ${more} more than the ${here} that are here.`;
export const courseIsNewer = (missing: string) =>
  `There is a newer version of the course: ${missing} of it are not here yet.`;
export const doneOf = (done: string, of: string) => `${done} of ${of}`;
export const stopped = 'Stopped.';
export const whatIsHereStays = 'What is here stays, and can be read.';
export const allIsHere = 'All of it is here now.';
export const removed = 'Removed. Your history is as it was.';
export const notRemoved = (why: string) => `It could not be removed: ${why}. Reload this page and try again.`;
export const tooLittleRoom = (more: string, lacking: string) =>
  `There is too little room: it takes ${more} more, and ${lacking} are missing, with some left for your history. Free some room on this device, and try again.`;
export const courseLacksRoom = (missing: string) =>
  `There is too little room: ${missing} of the course are missing here. Free some room on this device, and go on.`;
export const couldNotGoOn = (why: string) => `It could not go on: ${why} Go on when there is a network.`;

// A schedule fitted to the learner
export const schedule = 'Schedule';
export const usualSchedule = 'The schedule is the usual one.';
export const fittedSince = (day: string) => `The schedule is fitted to you since ${day}.`;
/** After `usualSchedule` or `fittedSince`. */
export const progressTells =
  '|Progress| tells how honest it is, and fits it to you once there are enough reviews.';
export const fitUnreadable =
  'Your history has a fitted schedule that cannot be read here; it is passed over.';
export const fitTakes = (reviewsNeeded: number, daysNeeded: number, given: number, days: number) =>
  `When you have given ${reviews(reviewsNeeded)} on a later day than the one before, on ${counted(daysNeeded, 'day')}, the schedule can be fitted to your memory. So far there are ${given.toLocaleString('en')}, on ${counted(days, 'day')}.`;
export const fitAbout = (count: number) =>
  `The usual schedule takes your memory for that of people on average. From your ${reviews(count)} it can learn how you remember. That happens in this browser, and changes nothing until you say so.`;
export const fitIsNoBetter = (count: number) =>
  `Tried on your latest ${reviews(count)}, which it had not seen, a fitted schedule predicts no better than the one you have. There is nothing to change; a few hundred reviews later there may be.`;
export const fitIsBetter = (count: number) =>
  `Tried on your latest ${reviews(count)}, which it had not seen, the fitted schedule came closer to what you recalled.`;
export const asksMoreOften = 'It asks more often, because you forget sooner than was thought.';
export const asksLessOften = 'It asks less often, because you hold longer than was thought.';
export const asksAsOften = 'It asks about as often, at better times.';
export const asItIs = 'As it is';
export const fitted = 'Fitted';
export const reviewsADayAbout =
  'Reviews a day are what it takes, over the coming 90 days, to keep what you have learned, without new questions.';
export const seeWhatWouldChange = 'See what would change';
export const fitAgain = 'Fit it again';
export const backToUsual = 'Back to the usual schedule';
export const fitting = 'Fitting the schedule to your reviews';
export const fitStopped = 'Stopped; nothing has changed.';
export const notFitted = (why: string) =>
  `The schedule could not be fitted (${why || 'its script did not come'}); nothing has changed. Reload the page and try again.`;
export const allRight = 'All right';
export const useFitted = 'Use the fitted schedule';
