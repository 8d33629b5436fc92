import type { Locator, Page } from '@playwright/test';

/** Addresses of the fixture notes' pages, below the base. */
export const places = {
  home: '',
  topic: '1-bread/',
  dough: '1-bread/1-dough/',
  rising: '1-bread/2-rising-and-baking/',
  brewing: '2-coffee/1-brewing/',
  bean: '2-coffee/2-the-bean/',
  thirty: '3-tea/1-thirty/',
  missing: '1-bread/no-such-note/',
} as const;

/** All notes in the order in which previous and next run through them. */
export const order = ['Dough', 'Rising and baking', 'Brewing', 'The bean', 'Tea in 30 questions'];

/** The toggle whose own summary says this. */
export function toggle(page: Page, prompt: string | RegExp): Locator {
  return page.locator('details').filter({ has: page.locator(':scope > summary', { hasText: prompt }) });
}

/** What one clicks to open or close a toggle. */
export function summary(page: Page, prompt: string | RegExp): Locator {
  return toggle(page, prompt).locator('> summary');
}

/** The contents of a note; on a phone they are folded, and get opened here. */
export async function contentsOf(page: Page): Promise<Locator> {
  const folded = page.locator('summary', { hasText: 'On this page' });
  if (await folded.isVisible()) await folded.click();
  return page.getByRole('navigation', { name: /^(Contents|On this page)$/ });
}
