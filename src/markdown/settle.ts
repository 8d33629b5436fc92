/** Decides what one toggle is, and which of the blocks above it are its question. */
import type { RootContent } from 'mdast';
import { announcementAt, questionBefore, repeatedHeadings, takeAnnouncement } from './announcing.ts';
import {
  type BindOptions,
  type Container,
  contextFor,
  firstWords,
  kindOf,
  numberIn,
  summaryOf,
} from './container.ts';
import { fold, hasWord, Labels } from './labels.ts';
import { hasQuestions, isContents, isLinkList, ownText } from './own-text.ts';
import type { ToggleNode } from './parse.ts';
import { asks, isChoice, offersChoices, plainText } from './plain.ts';
import { type QuestionNode, questionOf } from './question-node.ts';
import { isBoundAbove, isNumbered, share, stateOf } from './share.ts';
import { findStem, holdsQuestion, rulesAbove, type Stem } from './stems.ts';
import { endsAsking } from './unnamed.ts';

/** Decides what `toggle` is and appends it to `out`, taking its stem from there. */
export function settle(
  toggle: ToggleNode,
  out: RootContent[],
  siblings: RootContent[],
  container: Container,
  owning: Set<RootContent>,
  options: BindOptions,
): void {
  const { text } = summaryOf(toggle);
  const kind = kindOf(toggle, options);
  const label = kind === 'question' || toggle.summary === null ? null : toggle.summary;
  const labelText = kind === 'label' ? fold(text ?? '') : null;
  const empty = ownText(toggle.children) === '';

  if (empty && hasQuestions(toggle.children)) {
    out.push(group(toggle, kind === 'question', label, labelText, out, container));
    return;
  }
  const itself = (): void => {
    const aside = !asks(text ?? '') && (hasWord(text ?? '', 'aside') || isLinkList(toggle.children));
    if (aside) out.push(questionOf(toggle, 'disclosure', { label: toggle.summary }));
    else {
      out.push(
        questionOf(toggle, stateOf(toggle, options), {
          prompt: toggle.summary ?? [],
          from: 'summary',
          number: out.every((node) => plainText([node]) === '' && !holdsQuestion(node))
            ? numberIn(container)
            : null,
          context: contextFor(container.outer, options),
        }),
      );
    }
  };
  /** A summary that is a label only because it repeats is a question after all where nothing stands above it. */
  const disclose = (): void => {
    if (
      labelText !== null &&
      !Labels.isVocabulary(text ?? '') &&
      !isStep(text, labelText, container, options)
    )
      itself();
    else out.push(questionOf(toggle, 'disclosure', { label, labelText }));
  };
  if (kind === 'question') {
    itself();
    return;
  }
  if (isContents(toggle.children)) {
    out.push(questionOf(toggle, 'disclosure', { label, labelText }));
    return;
  }
  const heading = announcementAt(out);
  const asked = heading === -1 ? null : questionBefore(out, heading);
  if (asked !== null && asked.toggle !== null && isBoundAbove(asked)) {
    const announcement = takeAnnouncement(out, heading);
    share(asked, toggle, label, labelText, options);
    asked.answer.splice(asked.toggle === toggle ? 0 : -1, 0, announcement);
    return;
  }
  const previous = out.findLast((node) => !(node.type === 'html' && plainText([node]) === ''));
  if (previous?.type === 'question' && previous.toggle !== null && previous.kind !== 'group') {
    if (isBoundAbove(previous)) share(previous, toggle, label, labelText, options);
    else disclose();
    return;
  }
  const step = isStep(text, labelText, container, options);
  const stem = step
    ? null
    : findStem(out, { title: options.title, owning, repeated: repeatedHeadings(siblings) });
  // A rule parts a toggle from what is above it, unless the note's questions are written that way.
  const parted =
    stem !== null &&
    rulesAbove(out) !== -1 &&
    (stem.source === 'title' || !(options.labels.repeats(text ?? '') || asksSomewhere(stem)));
  const bare =
    stem === null || stem.source === 'title' || (stem.blocks.length === 1 && stem.source === 'heading');
  if (kind === 'label' && bare && !step && isNumbered(toggle, siblings, options)) {
    itself();
    return;
  }
  if (stem === null || parted || !speaks(stem, kind, labelText, siblings, container, options)) {
    disclose();
    return;
  }
  out.splice(stem.from);
  if (stem.shortened !== null) stem.shortened.children.pop();
  const state = stateOf(toggle, options);
  if (stem.announcement !== null) toggle.children.unshift(stem.announcement);
  const fromItem = stem.source === 'item';
  out.push(
    questionOf(toggle, state, {
      prompt: stem.source === 'title' ? [] : stem.blocks,
      from: stem.source,
      begins: stem.source === 'title' ? (stem.blocks[0]?.position?.start.line ?? null) : null,
      label,
      labelText,
      number: stem.number ?? (out.length === 0 ? numberIn(container) : null),
      context: contextFor(
        fromItem && container.kind === 'item' ? firstWords(container) : container.outer,
        options,
      ),
    }),
  );
}

/** True for a part of an answer: under the label of a toggle around, or "Step 1" and "Step 2" inside a "Solution". */
function isStep(
  text: string | null,
  labelText: string | null,
  container: Container,
  options: BindOptions,
): boolean {
  if (labelText === null) return false;
  if (container.labels.includes(labelText)) return true;
  const outer = container.toggle;
  return (
    outer !== null &&
    kindOf(outer, options) === 'label' &&
    hasWord(summaryOf(outer).text ?? '', 'answer') &&
    !Labels.isVocabulary(text ?? '') &&
    !asks(text ?? '')
  );
}

/** True where a line of the stem ends with a question mark. */
function asksSomewhere(stem: Stem): boolean {
  return plainText(stem.blocks).split('\n').some(asks);
}

/** Whether what stands above a toggle may be taken as its question. */
function speaks(
  stem: Stem,
  kind: ReturnType<Labels['kind']>,
  labelText: string | null,
  siblings: RootContent[],
  container: Container,
  options: BindOptions,
): boolean {
  const text = plainText(stem.blocks);
  const asking = asksSomewhere(stem);
  // The choices of the toggle around are no question of their own.
  const outer = container.toggle;
  const choosing =
    offersChoices(text) && !(isChoice(text) && outer !== null && kindOf(outer, options) === 'question');
  const questionLike = asking || choosing || stem.source === 'item' || container.kind === 'item';
  if (kind === 'none') {
    if (options.unnamed !== 'auto') return options.unnamed === 'answer';
    return endsAsking(stem.blocks);
  }
  if (kind === 'empty' || container.toggle === null) return true;
  if (labelText !== null && hasWord(labelText, 'hint')) return false;
  const alike = siblings.filter(
    (node) => node.type === 'toggle' && fold(summaryOf(node).text ?? '') === labelText,
  );
  return questionLike || alike.length >= 2;
}

function group(
  toggle: ToggleNode,
  named: boolean,
  label: RootContent[] | null,
  labelText: string | null,
  out: RootContent[],
  container: Container,
): QuestionNode {
  const only = out[0];
  if (!named && container.kind === 'item' && out.length === 1 && only?.type === 'paragraph') {
    out.length = 0;
    return questionOf(toggle, 'group', {
      prompt: [only],
      from: 'item',
      label,
      labelText,
      number: numberIn(container),
    });
  }
  return questionOf(
    toggle,
    'group',
    named ? { prompt: toggle.summary ?? [], from: 'summary' } : { label, labelText },
  );
}
