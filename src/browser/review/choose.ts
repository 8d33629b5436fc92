/** The form that says what a review asks for. */
import type { Deck } from '../../core/card.ts';
import { EVERYTHING_DUE, type ReviewAddress, writeAddress } from '../../core/review-address.ts';

/** Shows `address` in `form`, with the topics and exams there are, and follows what is chosen. */
export function showChoice(form: HTMLFormElement, address: ReviewAddress, decks: readonly Deck[]): void {
  offer(
    form,
    'topic',
    decks.map(({ topic, title }) => [topic, title]),
  );
  const exams = new Set(
    decks.flatMap(({ cards }) =>
      cards.flatMap((card) => card.exams.map((task) => task.split(' ')[0] ?? task)),
    ),
  );
  offer(
    form,
    'exam',
    [...exams].sort().map((exam) => [exam, exam]),
  );
  for (const field of form.querySelectorAll<HTMLInputElement | HTMLSelectElement>('[name]')) {
    const value = address[(field.name === 'n' ? 'most' : field.name) as keyof ReviewAddress];
    if (field instanceof HTMLInputElement && field.type === 'checkbox') field.checked = value === true;
    else field.value = value === null ? '' : String(value);
  }
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    if (form.reportValidity()) location.href = location.pathname + writeAddress(chosen(form));
  });
}

function offer(form: HTMLFormElement, name: string, options: [value: string, words: string][]): void {
  const select = form.querySelector(`select[name="${name}"]`);
  const field = select?.closest('label');
  if (field) field.hidden = options.length < 2;
  select?.append(...options.map(([value, words]) => new Option(words, value)));
}

function chosen(form: HTMLFormElement): ReviewAddress {
  const data = new FormData(form);
  const text = (name: string) => String(data.get(name) ?? '') || null;
  return {
    ...EVERYTHING_DUE,
    topic: text('topic'),
    state: (text('state') ?? 'due') as ReviewAddress['state'],
    level: text('level') as ReviewAddress['level'],
    exam: text('exam'),
    most: text('n') === null ? null : Number(text('n')),
    shuffle: data.has('shuffle'),
    cram: data.has('cram'),
  };
}
