/** Which ratings are offered. */
import type { Rating } from '../../core/event.ts';
import type { StudySettings } from '../../core/study-settings.ts';

const FOUR: readonly Rating[] = [1, 2, 3, 4];
/** With two ratings: what was hard to recall was recalled, or was not. */
const TWO: readonly Rating[] = [1, 3];

/** The ratings on offer, from the worst to the best. */
export function choicesOf({ fourRatings }: StudySettings): readonly Rating[] {
  return fourRatings ? FOUR : TWO;
}

/** The rating that a button gives. */
export function ratingOf(button: HTMLElement): Rating {
  return Number(button.dataset['rate']) as Rating;
}

/** Names the buttons by the ratings on offer, and hides the others. */
export function nameRatings(buttons: Iterable<HTMLButtonElement>, settings: StudySettings): void {
  for (const button of buttons) {
    const { two, four } = button.dataset;
    const word = button.querySelector('span');
    button.hidden = !choicesOf(settings).includes(ratingOf(button));
    button.classList.toggle('stacked', settings.fourRatings);
    if (word) word.textContent = (settings.fourRatings ? four : two) ?? '';
  }
}

/** Shows the rating that a list's ticks suggest; without one for it the nearest that is worse. */
export function suggestRating(
  buttons: Iterable<HTMLButtonElement>,
  suggested: Rating,
  settings: StudySettings,
): void {
  const choice = choicesOf(settings).findLast((rating) => rating <= suggested) ?? 1;
  for (const button of buttons) button.classList.toggle('suggested', ratingOf(button) === choice);
}
