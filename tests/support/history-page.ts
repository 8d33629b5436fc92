/** The page of the learner's history, as tests use it. */
import { readFile } from 'node:fs/promises';
import type { Locator, Page } from '@playwright/test';
import { expect } from './test.ts';

/** Opens the page and waits until it has read the history. */
export async function openData(page: Page, address = 'data/'): Promise<void> {
  await page.goto(address);
  await expect(page.locator('study-data')).toHaveAttribute('data-ready', '');
}

/** What the page says would be added. */
export const plan = (page: Page): Locator => page.locator('[data-plan]');

/** Chooses a file of that text. */
export async function choose(page: Page, text: string, name = 'history.jsonl'): Promise<void> {
  await page
    .getByLabel('A file with a history')
    .setInputFiles({ name, mimeType: 'application/jsonl', buffer: Buffer.from(text) });
}

/** Downloads the history, waits until that is written down, and returns the text of the file. */
export async function download(page: Page): Promise<string> {
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Download the history' }).click(),
  ]);
  await expect(page.getByRole('status')).toContainText(file.suggestedFilename());
  return readFile(await file.path(), 'utf8');
}

/** Brings a history in that has something to add, and waits until it is there. */
export async function restore(page: Page, text: string): Promise<void> {
  await choose(page, text);
  await plan(page)
    .getByRole('button', { name: /^Add \d/ })
    .click();
  await expect(page.getByRole('status')).toContainText('Everything that was here is as it was.');
}
