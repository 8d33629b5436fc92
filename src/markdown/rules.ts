/**
 * The catalogue of rules. Each has a section of the same name in `docs/rules.md`.
 *
 * A message says what is wrong, why it matters and what to do; the place is printed before it.
 */
import type { Severity } from '../core/note.ts';

interface Rule {
  severity: Severity;
  /** The whole message; `detail` is what the reader found. */
  message: (detail: string) => string;
}

const warning = (message: Rule['message']): Rule => ({ severity: 'warning', message });
const error = (message: Rule['message']): Rule => ({ severity: 'error', message });

export const rules = {
  // Toggles that had to be repaired
  'unclosed-toggle': warning(
    () =>
      'This toggle is never closed. It was ended where the next question begins, so that it does not swallow the rest of the note. Write </details> after the answer.',
  ),
  'unopened-toggle': warning(
    () =>
      'This <summary> stands in no toggle, although a </details> follows. It was read as if <details> stood before it. Write <details> before the summary.',
  ),
  'misclosed-toggle': warning(
    (tag) => `This toggle is closed by ${tag}. It was read as </details>. Write </details> instead.`,
  ),
  'unclosed-summary': warning(
    () => 'This <summary> is never closed. It was ended with its line. Write </summary> after the question.',
  ),
  'stray-tag': warning(
    (tag) =>
      `${tag} belongs to no toggle and was left out of the page. Remove it, or write the tag that it closes.`,
  ),
  'misspelt-tag': warning(
    (tag) =>
      `${tag} is not a tag that browsers know. It was read as the toggle's tag it resembles. Correct the spelling.`,
  ),
  'unclosed-fence': warning(
    () =>
      'This code fence is never closed, so what follows it would be read as code. It was ended with its toggle or the file. Write the closing marker.',
  ),
  'unclosed-comment': warning(
    () =>
      'This comment is never closed and would hide the rest of the note. Its opening was left out. Write --> after the comment.',
  ),
  'misplaced-toggle': warning(
    () =>
      'Markdown gives this toggle no place where it stands. It is shown at the end of what it stands in. Put it on lines of its own, outside of footnotes and tables.',
  ),
  // Questions
  'missing-answer': warning(
    (prompt) =>
      `The question “${prompt}” has no answer. It is shown as an open question and makes no card. Write the answer inside the toggle, or remove the toggle.`,
  ),
  'unnamed-toggle': warning(
    (prompt) =>
      `This toggle has an empty <summary>, which screen readers cannot announce. It was named after the question above it, “${prompt}”. Write the question between <summary> and </summary>.`,
  ),
  'missing-summary': warning(
    () =>
      'This toggle has no <summary>, so nobody can tell what it asks. Write <summary>the question</summary> as its first line.',
  ),
  'not-a-question': warning(
    (label) =>
      `Nobody can tell which question the toggle “${label}” answers. It is kept as an ordinary disclosure and makes no card. Write the question into its summary, or right above it.`,
  ),
  'shared-toggle': warning(
    (prompt) =>
      `Two toggles in a row share the question “${prompt}”. The second is shown inside the first's answer. Put both into one toggle, or write a question above the second.`,
  ),
  'several-questions': warning(
    (count) =>
      `This toggle answers ${count} numbered questions at once. They were read as one question and make one card. Put a toggle under each of them.`,
  ),
  'unsure-question': warning(
    (prompt) =>
      `Nobody can tell whether “${prompt}” is a question or a caption. It was read as a question and makes a card. Write it out as a question, with a question mark.`,
  ),
  'duplicate-question': warning(
    (prompt) =>
      `The question “${prompt}” stands in this note more than once, with the same words. The cards cannot be told apart. Reword one of them, or remove it.`,
  ),
  'near-duplicate': warning(
    (prompts) =>
      `${prompts} are nearly the same question. Recalling one answer helps with neither. Say in each what sets it apart, or remove one.`,
  ),
  'long-answer': warning(
    (words) =>
      `This answer has ${words} words, more than a glance can grade. Whoever recalled half of it cannot say so. Split it into follow-up questions.`,
  ),
  'block-in-summary': warning(
    (what) =>
      `There is ${what} in this <summary>, which assistive technology reads as one run of words. It is shown above the toggle instead. Keep the summary to one line of text.`,
  ),
  'mixed-toggle': warning(
    (label) =>
      `The toggle “${label}” holds prose and further questions, and is not a question itself. It was read as a question whose answer is the prose. End its summary with a question mark, or move the prose out.`,
  ),
  'doubtful-identity': warning(
    (detail) =>
      `${detail}. With the wrong one learners would lose its history, or be told that of another question. Check it, and accept it with “npm run ids -- --confirm”, or say otherwise in questions.lock.json.`,
  ),
  // Text
  'skipped-heading-level': warning(
    (detail) =>
      `This heading skips a level (${detail}). Readers who move by headings miss a step. Use the next level down.`,
  ),
  'unknown-language': warning(
    (language) =>
      `No highlighting is known for the language “${language}”. The code is shown plain. Correct the name, or use text.`,
  ),
  'diagram-failed': warning(
    (reason) =>
      `This diagram could not be drawn: ${reason}. Its source is shown instead. Correct the mermaid code.`,
  ),
  'unnamed-diagram': warning(
    () =>
      'This diagram has no text that says what it shows, so some readers get nothing. Add accTitle: and accDescr: lines after its type.',
  ),
  'unknown-component': warning(
    (detail) => `${detail}. It was left out of the page. Correct the name, or remove the tag.`,
  ),
  'missing-alt': warning(
    () => 'This image has no alternative text. Write what it shows between the brackets.',
  ),
  'control-character': warning(
    (detail) =>
      `The note holds ${detail}, which can hide or reorder text. It was replaced or is shown as it is. Remove it.`,
  ),
  // Links
  'dead-link': error(
    (target) =>
      `The link to “${target}” leads to no file in the notes folder. It is shown as plain text. Correct the path, or remove the link.`,
  ),
  'dead-fragment': error(
    (target) =>
      `The link to “${target}” names a place that does not exist on its page. The link leads to the top of the page. Correct what follows the #.`,
  ),
  'missing-image': error(
    (target) =>
      `The image “${target}” is not in the notes folder. Its alternative text is shown instead. Add the file, or correct the path.`,
  ),
  'damaged-image': error(
    (detail) =>
      `The image ${detail}. Browsers show nothing or a part of it, so its alternative text is shown instead. Replace the file with a whole image.`,
  ),
  'external-image': warning(
    (target) =>
      `The image “${target}” is on another host. Showing it would tell that host who reads this note, so a link is shown instead. Copy the image into the notes folder.`,
  ),
  'active-image': warning(
    () =>
      'This SVG holds a script or a handler, which would run in the name of this site. It is not published. Save it as plain shapes.',
  ),
  'unsafe-link': warning(
    (target) =>
      `The link “${target}” could run code or leads somewhere a note has no business. It is shown as plain text. Use an http, https or mailto address.`,
  ),
  'private-link': warning(
    (target) =>
      `The link to “${target}” leads into a private network, where other readers cannot follow. Replace it with a public address, or remove it.`,
  ),
  'unsafe-html': warning(
    (what) =>
      `${what} is not allowed in a note and was taken out, because it could run code or change the page. Use Markdown instead.`,
  ),
  'backslash-path': warning(
    (target) =>
      `The path “${target}” uses backslashes, which only some systems read. It was read with forward slashes. Write / instead.`,
  ),
  // Facts that age
  'unknown-fact': error(
    (id) =>
      `The fact “${id}” is not in facts.yaml. Its text is shown unchecked. Add it there with value, asOf, source and reviewDays.`,
  ),
  'changed-fact': warning(
    (detail) => `${detail}. The page shows the value of facts.yaml. Bring the text of the note up to date.`,
  ),
  'stale-fact': warning(
    (detail) =>
      `${detail}. A learner may memorise something that is no longer true. Check it in its source and update facts.yaml.`,
  ),
  // Files
  'unreadable-file': error(
    (reason) =>
      `The file cannot be read: ${reason}. It has no page. Make it readable, or move it out of the notes folder.`,
  ),
  'not-utf8': error(
    (detail) => `The file is not UTF-8 text (${detail}). Its words would be garbled. Save it as UTF-8.`,
  ),
  'too-large': error(
    (detail) =>
      `The file is ${detail}, more than a note may have. Reading it would take too long for everybody. Split it into several notes.`,
  ),
  'too-deep': error(
    (detail) => `The note nests ${detail} more than 100 deep. Browsers stop showing such pages. Flatten it.`,
  ),
  'too-costly': error(
    (detail) =>
      `The note has ${detail}, which would take a reader's browser or this site too long. Split it.`,
  ),
  'front-matter': error(
    (reason) =>
      `The front matter cannot be read: ${reason}. The title and order of the note would be lost. Correct the lines between the --- marks; put quotes around values with a colon.`,
  ),
  'unknown-key': warning(
    (detail) => `The front matter has ${detail}. It has no effect. Correct the key, or remove it.`,
  ),
  'empty-note': warning(() => 'The file has no text and was left out. Write something, or remove the file.'),
  'same-address': error(
    (detail) => `${detail} want the same address. One of them would be lost. Rename one of the files.`,
  ),
  'bad-address': error(
    (slug) =>
      `The slug “${slug}” is not an address inside the site. Use letters, digits, - and /, without .. in it.`,
  ),
  'outside-link': error(
    (target) =>
      `This file is a link to ${target}, outside the notes folder. Publishing it could give away what nobody meant to publish. Copy the file, or remove the link.`,
  ),
  'dangling-link': error(
    (target) => `This file is a link to ${target}, which does not exist. Correct the link, or remove it.`,
  ),
  'link-loop': error(
    () => 'This folder is a link to a folder that holds it. Reading it would never end. Remove the link.',
  ),
  'odd-name': warning((detail) => `The name of this file ${detail}. Rename it.`),
  'long-name': error(
    (detail) =>
      `The address of this note is ${detail} bytes long, more than the 255 that file systems allow. Shorten the name.`,
  ),
  'folder-named-like-note': warning(
    () =>
      'This folder is named like a note. The notes inside it are read; the folder itself is none. Rename it.',
  ),
  'no-notes': warning(
    () => 'There are no notes in this folder. Put a Markdown file into it; see docs/writing-notes.md.',
  ),
  settings: error(
    (reason) =>
      `unfold.yaml cannot be read: ${reason}. The folder would be read in a way that its author did not choose. Correct the file.`,
  ),
  'unreadable-ledger': error(
    (reason) =>
      `The ledger of questions cannot be used: ${reason}. Without it every learner's history might go to other questions. Correct the file, or bring its last version back from Git.`,
  ),
} satisfies Record<string, Rule>;

export type RuleId = keyof typeof rules;
