/** What will be recalled on the day of an exam, and what it takes until then. */
import * as words from '#words';
import type { Deck } from '../../core/card.ts';
import { examOutlook, type Work } from '../../core/exam.ts';
import type { Memories, Now } from '../../core/memory.ts';
import { dateOf, dayOf } from '../../core/progress.ts';
import type { TrackRecord } from '../../core/recalls.ts';
import { make } from '../make.ts';
import { dayInWords, number, percent } from '../numbers.ts';
import { at, draw, emphasised, type Part } from './elements.ts';
import { missingInWords } from './honesty.ts';

const PARAMETER = 'exam';
const KEPT = 'unfold:exam';

/** The date that is asked about: from the address, else the one that this browser kept; empty for none. */
function asked(): string {
  const given = new URLSearchParams(location.search).get(PARAMETER);
  if (given !== null) return given.trim();
  try {
    return localStorage.getItem(KEPT) ?? '';
  } catch {
    return '';
  }
}

/** Puts the date into the address, so that it can be shared, and keeps it. */
function keep(date: string): void {
  const address = new URL(location.href);
  if (date === '') address.searchParams.delete(PARAMETER);
  else address.searchParams.set(PARAMETER, date);
  history.replaceState(history.state, '', address);
  try {
    if (date === '') localStorage.removeItem(KEPT);
    else localStorage.setItem(KEPT, date);
  } catch {
    // A browser that stores nothing has it in the address.
  }
}

/** What an outlook is made from. */
export interface Prospect {
  decks: readonly Deck[];
  memories: Memories;
  now: Now;
  record: TrackRecord;
}

/** Fills the field with the date that is asked about, and calls `changed` when it was changed. */
export function prepareExam(field: HTMLInputElement, changed: () => void): void {
  const date = asked();
  if (dayOf(date) !== null) field.value = date;
  field.addEventListener('change', () => {
    keep(field.value);
    changed();
  });
}

/** Shows the outlook for the date that is asked about. */
export function showExam(part: Part, field: HTMLInputElement, prospect: Prospect): void {
  const today = prospect.memories.today(prospect.now);
  field.min = dateOf(today);
  const date = asked();
  const day = dayOf(date);
  const outlook = day === null ? null : examOutlook(prospect, day, day);
  part.show([], []);
  if (day === null || outlook === null) {
    part.say(date === '' ? '' : words.noDate(words.quoted(date.slice(0, 40)), dateOf(today + 30)));
  } else if (outlook.state === 'past') part.say(words.dayIsOver);
  else if (outlook.state === 'few') part.say(missingInWords(outlook.reviews));
  else {
    const questions = outlook.topics.reduce((sum, { cards }) => sum + cards, 0);
    part.say(
      words.ifNothingIsDone(dayInWords(day, 'long'), percent(outlook.untouched), questions),
      ...(outlook.work ? [workInWords(outlook.work)] : []),
    );
    part.show(
      [
        make(
          'ul',
          { class: 'topics expected' },
          ...outlook.topics.map((topic) => rowOf(topic.title, topic.untouched)),
        ),
      ],
      outlook.topics.map(({ title, cards, untouched: share }) => [title, number(cards), percent(share)]),
    );
  }
}

function rowOf(title: string, share: number): HTMLElement {
  const bar = draw(
    'svg',
    { class: 'shares', 'aria-hidden': 'true' },
    draw('rect', { class: 'new', width: '100%', height: '100%' }),
    draw('rect', { class: 'held', width: at(share), height: '100%' }),
  );
  return make(
    'li',
    {},
    make('div', { class: 'head' }, make('span', { dir: 'auto' }, title), make('strong', {}, percent(share))),
    bar,
  );
}

function workInWords({ days, newADay, reviewsADay, minutesADay, expected }: Work): HTMLElement {
  const minutes = Math.max(1, Math.round(minutesADay));
  const said = words.workUntil({
    minutes,
    days,
    questions: Math.ceil(reviewsADay),
    fresh: newADay > 0 ? number(newADay) : null,
    expected: percent(expected),
  });
  return make('span', {}, ...emphasised(said));
}
