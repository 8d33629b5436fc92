/**
 * Cards to cut out: sheets of fronts, each followed by the sheet of its backs, mirrored so that they meet when
 * the paper is turned on its long edge.
 *
 * Nothing is cut off: a card that does not fit is set smaller, then goes to a sheet of larger cards, and what
 * fits nowhere is printed behind the cards as running text.
 */
import * as words from '#words';
import { type Asked, askedOn } from './asked.ts';

/** A size of card: how many stand on a sheet, and the sizes of text that are tried, the largest first. */
interface Size {
  columns: number;
  rows: number;
  texts: string[];
}

const SIZES: Size[] = [
  { columns: 2, rows: 4, texts: ['', 'small', 'smaller'] },
  { columns: 2, rows: 2, texts: ['', 'small', 'smaller'] },
  { columns: 1, rows: 2, texts: ['', 'small'] },
];

/** Both sides of a card. */
interface Card {
  front: HTMLElement;
  back: HTMLElement;
}

/** Lays the cards of `page` out for `paper`, `a4` or `letter`, and says how many there are. */
export function layCards(page: HTMLElement, paper: string): void {
  const sheets = make('div', `sheets ${paper}`);
  sheets.append(make('h2', 'visually-hidden', words.cards));
  page.append(sheets);
  const asked = askedOn(page);
  const cards = asked.map(cardOf);
  const bySize = fitted(cards, sheets);
  for (const [size, ofSize] of bySize) sheets.append(...sheetsOf(ofSize, size));
  const onCards = new Set([...bySize.values()].flat());
  const running = asked.filter((_, place) => !onCards.has(cards[place] as Card));
  if (running.length > 0) sheets.append(runningText(running));
  const status = page.querySelector('.for-cards [role="status"]');
  const count = sheets.querySelectorAll('.sheet').length;
  if (status) status.textContent = words.onSheets(onCards.size, count / 2, running.length);
}

function make(name: string, className: string, text = ''): HTMLElement {
  const element = document.createElement(name);
  element.className = className;
  element.textContent = text;
  return element;
}

function cardOf(asked: Asked): Card {
  const { prompt, answer } = asked.copies();
  const front = make('div', 'face front');
  const back = make('div', 'face back');
  const middle = make('div', 'middle');
  if (asked.context) middle.append(make('p', 'context', asked.context));
  middle.append(prompt);
  front.append(middle, foot(asked));
  const body = make('div', 'middle');
  body.append(answer);
  back.append(body, foot(asked));
  return { front, back };
}

function foot({ note, number }: Asked): HTMLElement {
  const element = make('p', 'foot');
  element.append(make('span', '', note), make('span', '', `${number}`));
  return element;
}

/**
 * Each size with the cards whose two sides it holds, their text set as large as fits; a card that none holds is
 * in none. All are laid out at once: asking the browser after each would cost it a layout each time.
 */
function fitted(cards: Card[], sheets: HTMLElement): Map<Size, Card[]> {
  const sheet = make('div', '');
  sheets.append(sheet);
  sheets.classList.add('measuring');
  let left = cards;
  const bySize = new Map<Size, Card[]>();
  for (const size of SIZES) {
    sheet.className = `sheet ${gridOf(size)}`;
    sheet.replaceChildren(...left.flatMap(({ front, back }) => [cell(front), cell(back)]));
    const tooLong = unfit(
      left.flatMap(({ front, back }) => [front, back]),
      size.texts,
    );
    const isLong = ({ front, back }: Card) => tooLong.has(front) || tooLong.has(back);
    bySize.set(
      size,
      left.filter((card) => !isLong(card)),
    );
    left = left.filter(isLong);
  }
  sheet.remove();
  sheets.classList.remove('measuring');
  return bySize;
}

/** Sets each side in the first of the sizes of text that fits, and gives back those that none does. */
function unfit(faces: HTMLElement[], texts: string[]): Set<HTMLElement> {
  let left = faces;
  for (const text of texts) {
    for (const face of left) {
      face.classList.remove('small', 'smaller');
      if (text) face.classList.add(text);
    }
    left = left.filter((face) => {
      const middle = face.querySelector('.middle');
      return middle && (middle.scrollHeight > middle.clientHeight || middle.scrollWidth > middle.clientWidth);
    });
  }
  return new Set(left);
}

function gridOf({ columns, rows }: Size): string {
  return `of-${columns}-by-${rows}`;
}

function sheetsOf(cards: Card[], size: Size): HTMLElement[] {
  const { columns, rows } = size;
  const each = columns * rows;
  return Array.from({ length: Math.ceil(cards.length / each) }, (_, sheet) =>
    cards.slice(sheet * each, (sheet + 1) * each),
  ).flatMap((some) => {
    const fronts = make('div', `sheet fronts ${gridOf(size)}`);
    const backs = make('div', `sheet backs ${gridOf(size)}`);
    for (let row = 0; row < rows; row += 1) {
      for (let column = 0; column < columns; column += 1) {
        fronts.append(cell(some[row * columns + column]?.front));
        backs.append(cell(some[row * columns + columns - 1 - column]?.back));
      }
    }
    return [fronts, backs];
  });
}

function cell(face: HTMLElement | undefined): HTMLElement {
  const element = make('div', 'cell');
  if (face) element.append(face);
  return element;
}

function runningText(asked: Asked[]): HTMLElement {
  const section = make('section', 'running');
  section.append(make('h2', '', words.tooLongForACard));
  for (const each of asked) {
    const { prompt, answer } = each.copies();
    const entry = make('div', 'keyed');
    entry.append(make('p', 'foot', `${each.number}. ${each.note}`), prompt, answer);
    section.append(entry);
  }
  return section;
}
