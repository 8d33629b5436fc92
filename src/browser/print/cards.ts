/**
 * Cards to cut out: sheets of fronts, each followed by the sheet of its backs, mirrored so that they meet when
 * the paper is turned on its long edge.
 *
 * Nothing is cut off: a card that does not fit is set smaller, then goes to a sheet of larger cards, and what
 * fits nowhere is printed behind the cards as running text.
 */
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
  page.append(sheets);
  const asked = askedOn(page);
  const cards = asked.map(cardOf);
  const long: number[] = [];
  const bySize = new Map<Size, Card[]>(SIZES.map((size) => [size, []]));
  const fitting = new Fitting(sheets);
  cards.forEach((card, place) => {
    const size = fitting.sizeOf(card);
    if (size) bySize.get(size)?.push(card);
    else long.push(place);
  });
  fitting.end();
  for (const [size, ofSize] of bySize) sheets.append(...sheetsOf(ofSize, size));
  const running = long.map((place) => asked[place]).filter((each) => each !== undefined);
  if (running.length > 0) sheets.append(runningText(running));
  const status = page.querySelector('.for-cards [role="status"]');
  const count = sheets.querySelectorAll('.sheet').length;
  if (status) status.textContent = told(cards.length - long.length, count, long.length);
}

function told(cards: number, sides: number, long: number): string {
  const paper = `${cards} ${cards === 1 ? 'card' : 'cards'} on ${sides / 2} ${sides === 2 ? 'sheet' : 'sheets'}.`;
  if (long === 0) return paper;
  const rest =
    long === 1
      ? 'One answer is too long for a card and follows'
      : `${long} answers are too long for cards and follow`;
  return `${paper} ${rest} behind them.`;
}

function make(name: string, className: string, words = ''): HTMLElement {
  const element = document.createElement(name);
  element.className = className;
  element.textContent = words;
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

/** Finds the size in which a card fits by laying it out. */
class Fitting {
  readonly #cell: HTMLElement;
  readonly #sheet: HTMLElement;
  readonly #sheets: HTMLElement;

  constructor(sheets: HTMLElement) {
    this.#sheets = sheets;
    this.#sheet = make('div', 'sheet');
    this.#cell = make('div', 'cell');
    this.#sheet.append(this.#cell);
    sheets.classList.add('measuring');
    sheets.append(this.#sheet);
  }

  /** The smallest size of card that holds both sides, with their text set as it has to be; null where none does. */
  sizeOf({ front, back }: Card): Size | null {
    for (const size of SIZES) {
      this.#sheet.className = `sheet ${gridOf(size)}`;
      const texts = [front, back].map((face) => size.texts.find((text) => this.#fits(face, text)));
      if (texts.every((text) => text !== undefined)) {
        return size;
      }
    }
    return null;
  }

  #fits(face: HTMLElement, text: string): boolean {
    face.classList.remove('small', 'smaller');
    if (text) face.classList.add(text);
    this.#cell.replaceChildren(face);
    const middle = face.querySelector('.middle');
    return (
      middle !== null &&
      middle.scrollHeight <= middle.clientHeight &&
      middle.scrollWidth <= middle.clientWidth
    );
  }

  end(): void {
    this.#sheet.remove();
    this.#sheets.classList.remove('measuring');
  }
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
  section.append(make('h2', '', 'Too long for a card'));
  for (const each of asked) {
    const { prompt, answer } = each.copies();
    const entry = make('div', 'keyed');
    entry.append(make('p', 'foot', `${each.number}. ${each.note}`), prompt, answer);
    section.append(entry);
  }
  return section;
}
