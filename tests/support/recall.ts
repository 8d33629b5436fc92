import { expect, type Locator, type Page } from '@playwright/test';
import { summary, toggle } from './notes.ts';

/** The row under the answer of a question that asks how it went. */
export function ratingRow(page: Page, prompt: string | RegExp): Locator {
  return toggle(page, prompt).locator('> .answer > .ending > .rating');
}

/** Opens a question as a learner does, and waits until it asks how it went. */
export async function attempt(page: Page, prompt: string | RegExp): Promise<Locator> {
  await summary(page, prompt).click();
  const row = ratingRow(page, prompt);
  await expect(row).toBeVisible();
  return row;
}

/** Opens a question and rates it; resolves once the page says that it is saved. */
export async function rate(page: Page, prompt: string | RegExp, rating: string): Promise<void> {
  const row = await attempt(page, prompt);
  await row.getByRole('button', { name: rating }).click();
  await expect(row).toContainText('Saved.');
}

/** How a question stands, as the page says it in words: `held, due in 2 days`. */
export function standing(page: Page, prompt: string | RegExp): Locator {
  return summary(page, prompt).locator('.stand');
}

/** Every event of the history in the browser's database, in the order of its ids. */
export function storedEvents(page: Page, base = '/'): Promise<Record<string, unknown>[]> {
  return page.evaluate(
    (name) =>
      new Promise<Record<string, unknown>[]>((resolve, reject) => {
        const opening = indexedDB.open(name);
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const all = opening.result.transaction('log').objectStore('log').getAll();
          all.onerror = () => reject(all.error);
          all.onsuccess = () => {
            opening.result.close();
            resolve(all.result);
          };
        };
      }),
    `unfold:${base}`,
  );
}
