/** Answers at the end: every question gets a number, and its answer stands under that number behind all notes. */
import * as words from '#words';
import { askedOn, wordsOf } from './asked.ts';

/** Lays the answers behind the notes of `page`. */
export function layAnswers(page: HTMLElement): void {
  const answers = document.createElement('section');
  answers.className = 'keys';
  let note = '';
  for (const asked of askedOn(page)) {
    if (asked.note !== note) {
      answers.append(heading('h2', note === '' ? words.answers : '', asked.note));
      note = asked.note;
    }
    const entry = document.createElement('div');
    entry.className = 'keyed';
    entry.append(heading('h3', `${asked.number}`, wordsOf(asked.prompt)), asked.copies().answer);
    answers.append(entry);
    const key = document.createElement('span');
    key.className = 'key';
    key.textContent = ` → ${asked.number}`;
    asked.prompt.append(key);
  }
  page.querySelector('.pieces')?.after(answers);
}

function heading(level: 'h2' | 'h3', mark: string, text: string): HTMLElement {
  const element = document.createElement(level);
  element.dir = 'auto';
  element.textContent = [mark, text].filter((part) => part !== '').join(level === 'h2' ? ' · ' : '. ');
  return element;
}
