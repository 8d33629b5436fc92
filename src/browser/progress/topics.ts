/** How the questions of each topic stand. */
import * as words from '#words';
import type { TopicProgress } from '../../core/progress.ts';
import { writeAddress } from '../../core/review-address.ts';
import type { Standing } from '../../core/standing.ts';
import { make } from '../make.ts';
import { number } from '../numbers.ts';
import { at, draw, emphasised, type Part } from './elements.ts';

/** From the best held to what is not known yet, as the parts of a bar stand. */
const STANDINGS: readonly Standing[] = ['held', 'fading', 'learning', 'new'];

type Counts = TopicProgress['cards'];

const sumOf = (counts: Counts): number => STANDINGS.reduce((sum, standing) => sum + counts[standing], 0);

/** A bar of four parts. It says nothing that does not stand beside it in words. */
function barOf(counts: Counts): SVGElement {
  const all = sumOf(counts);
  let from = 0;
  const parts = STANDINGS.map((standing) => {
    const share = counts[standing] / all;
    const part = draw('rect', { class: standing, x: at(from), width: at(share), height: '100%' });
    from += share;
    return part;
  });
  return draw('svg', { class: 'shares', 'aria-hidden': 'true' }, ...parts);
}

/** The four counts, each beside a piece of its part of the bar. */
function legendOf(counts: Counts): HTMLElement {
  const items = STANDINGS.map((standing) =>
    make(
      'li',
      {},
      draw(
        'svg',
        { class: 'swatch', 'aria-hidden': 'true' },
        draw('rect', { class: standing, width: '100%', height: '100%' }),
      ),
      make('strong', {}, number(counts[standing])),
      ` ${words.standing[standing]}`,
    ),
  );
  return make('ul', { class: 'legend' }, ...items);
}

/** Shows the topics that have cards. `review`: address of the review. */
export function showTopics(
  part: Part,
  progress: readonly TopicProgress[],
  base: string,
  review: string,
): void {
  const topics = progress.filter(({ cards }) => sumOf(cards) > 0);
  if (topics.length === 0) {
    part.say(words.noAnswers);
    part.show([], []);
    return;
  }
  const all = { new: 0, learning: 0, held: 0, fading: 0 };
  for (const { cards } of topics) for (const standing of STANDINGS) all[standing] += cards[standing];
  const rows = topics.map(({ topic, title, cards }) => {
    const said = STANDINGS.filter((standing) => cards[standing] > 0).map(
      (standing) => `${number(cards[standing])} ${words.standing[standing]}`,
    );
    const name = make('a', { href: base + encodeURI(topic.slice(1)), dir: 'auto' }, title);
    const way = make(
      'a',
      { href: review + writeAddress({ topic }) },
      words.review,
      make('span', { class: 'visually-hidden' }, ` ${title}`),
    );
    return make(
      'li',
      {},
      make('div', { class: 'head' }, name, way),
      barOf(cards),
      make('p', { class: 'quiet' }, said.join(' · ')),
    );
  });
  part.say(...emphasised(words.heldOfAll(number(all.held), sumOf(all))));
  part.show(
    [barOf(all), legendOf(all), make('ul', { class: 'topics' }, ...rows)],
    [
      ...topics.map(({ title, cards }) => [title, ...STANDINGS.map((standing) => number(cards[standing]))]),
      [words.all, ...STANDINGS.map((standing) => number(all[standing]))],
    ],
  );
}
