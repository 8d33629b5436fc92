/** Rating, coming back, and reviewing. */
import { places } from '../../support/notes.ts';
import type { Flow, Scene } from '../flow.ts';
import type { Reader } from '../reader.ts';

const grind = 'How fine should the coffee be?';
const bitter = 'Why does a fine grind taste bitter in a press?';

/** Rates a question where one reads, and waits until the page says that it is saved. */
export async function rate({ reader, root }: Pick<Scene, 'reader' | 'root'>): Promise<void> {
  await reader.driver.open(root + places.brewing);
  await reader.waitsForRecall();
  await reader.click('summary', grind);
  await reader.click('.rating button', 'Got it');
  await reader.reads('details[open] .rated', 'Saved.');
}

/** Waits until a note's page tells that its first question is held. */
export async function isHeld(reader: Reader): Promise<void> {
  await reader.waits(
    ' (held, due in 2 days)',
    () => document.querySelector('summary .stand')?.textContent ?? null,
  );
}

/** In the page: cards and ratings of the log in the browser's database, in the order in which they were given. */
function ratings(): Promise<[string, number][]> {
  interface Event {
    t: string;
    at: number;
    card: string;
    rating: number;
  }
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('unfold:/');
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const all = opening.result.transaction('log').objectStore('log').getAll();
      all.onerror = () => reject(all.error);
      all.onsuccess = () => {
        opening.result.close();
        const reviews = (all.result as Event[]).filter(({ t }) => t === 'review');
        resolve(reviews.sort((one, other) => one.at - other.at).map(({ card, rating }) => [card, rating]));
      };
    };
  });
}

const rated = '2-coffee/1-brewing#how-fine-should-the-coffee-be';

export const recall: Flow[] = [
  {
    name: 'a rating is saved, and is there again after a reload and on other pages',
    async walk(scene) {
      const { reader, root } = scene;
      await rate(scene);
      await reader.driver.reload();
      await isHeld(reader);
      await reader.driver.open(`${root}progress/`);
      await reader.reads('main', 'What you hold');
      await reader.driver.open(root + places.brewing);
      await isHeld(reader);
      await reader.waits([[rated, 3]], ratings);
    },
  },
  {
    name: 'a rating is there again when the browser was ended and started again',
    async walk(scene) {
      await rate(scene);
      await scene.restart();
      await scene.reader.driver.open(scene.root + places.brewing);
      await isHeld(scene.reader);
      await scene.reader.waits([[rated, 3]], ratings);
    },
  },
  {
    name: 'a review is done with the keys alone, and kept',
    async walk({ reader, root }) {
      await reader.driver.open(`${root}review/?topic=2-coffee&n=2`);
      await reader.reads('h1', grind);
      await reader.driver.press(' ');
      await reader.reads('[data-answer]', 'As fine as the method is quick');
      await reader.driver.press('2');
      await reader.reads('h1', bitter);
      await reader.driver.press(' ', '2');
      await reader.reads('h1', 'Done');
      await reader.waits(
        [
          [rated, 3],
          ['2-coffee/1-brewing#why-does-a-fine-grind-taste-bitter-in-a-press', 3],
        ],
        ratings,
      );
    },
  },
];
