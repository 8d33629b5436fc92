/** Review: one question after the other, by hand and by key. */
import type { Page } from '@playwright/test';
import { barriers } from '../support/barriers.ts';
import { places } from '../support/notes.ts';
import { rate, storedEvents } from '../support/recall.ts';
import { expect, test } from '../support/test.ts';

const grind = 'How fine should the coffee be?';
const bitter = 'Why does a fine grind taste bitter in a press?';
const bloom = 'What is the bloom?';
const roasting = 'What does roasting change?';

const prompt = (page: Page) => page.getByRole('heading', { level: 1 });
const status = (page: Page) => page.getByRole('status');

/** Three cards learned on 23 November, two of them due two days later. */
async function learn(page: Page): Promise<void> {
  await page.clock.setFixedTime('2026-11-23T12:00:00Z');
  await page.goto(places.brewing);
  await rate(page, grind, 'Got it');
  await rate(page, bitter, 'Got it');
}

async function comeBack(page: Page, query = ''): Promise<void> {
  await page.clock.setFixedTime('2026-11-25T12:00:00Z');
  await page.goto(`review/${query}`);
}

test('what is due is told in the masthead and asked in the review', { tag: '@js' }, async ({ page }) => {
  await learn(page);
  await page.clock.setFixedTime('2026-11-25T12:00:00Z');
  await page.goto(places.home);
  await page.getByRole('link', { name: 'Review · 2 due' }).click();
  await expect(prompt(page)).toHaveText(grind);
  await expect(prompt(page)).toBeFocused();
  await expect(page.getByText('1 of 22', { exact: true })).toBeVisible();
  await expect(page.getByText('Coffee / Brewing')).toBeVisible();
});

test('the answer is nowhere on the page before it is asked for', { tag: ['@js', '@desktop'] }, async ({
  page,
}) => {
  await learn(page);
  await comeBack(page);
  await expect(prompt(page)).toHaveText(grind);
  expect(await page.locator('body').textContent()).not.toContain('As fine as the method is quick');
  await page.getByRole('button', { name: 'Show the answer' }).click();
  await expect(page.getByText('As fine as the method is quick')).toBeVisible();
  await expect(page.locator('[data-answer]')).toBeFocused();
});

test('a review is done with the keys alone, and kept', { tag: ['@js', '@desktop'] }, async ({ page }) => {
  await learn(page);
  await comeBack(page, '?topic=2-coffee&n=2');
  await expect(prompt(page)).toHaveText(grind);
  await page.keyboard.press(' ');
  await page.keyboard.press('2');
  await expect(status(page)).toHaveText('Got it: back in 11 days. Question 2 of 2.');
  await expect(prompt(page)).toHaveText(bitter);
  await page.keyboard.press(' ');
  await page.keyboard.press('1');
  // What was missed comes back before the end.
  await expect(status(page)).toHaveText('Missed: back in 10 min. Question 3 of 3.');
  await page.keyboard.press(' ');
  await page.keyboard.press('2');
  await expect(prompt(page)).toHaveText('Done');
  await expect(prompt(page)).toBeFocused();
  await expect(page.getByText('2 of 3 recalled, 2 questions, 1 min.')).toBeVisible();
  await expect(page.getByRole('link', { name: bitter })).toHaveAttribute(
    'href',
    '/2-coffee/1-brewing/#why-does-a-fine-grind-taste-bitter-in-a-press',
  );
  const reviews = (await storedEvents(page)).filter(({ t }) => t === 'review');
  expect(reviews.map(({ card, rating }) => [card, rating])).toEqual([
    ['2-coffee/1-brewing#how-fine-should-the-coffee-be', 3],
    ['2-coffee/1-brewing#why-does-a-fine-grind-taste-bitter-in-a-press', 3],
    ['2-coffee/1-brewing#how-fine-should-the-coffee-be', 3],
    ['2-coffee/1-brewing#why-does-a-fine-grind-taste-bitter-in-a-press', 1],
    ['2-coffee/1-brewing#why-does-a-fine-grind-taste-bitter-in-a-press', 3],
  ]);
});

test('keys that are pressed while the next question is fetched act on it once it is there', {
  tag: ['@js', '@desktop'],
}, async ({ page }) => {
  const gate = Promise.withResolvers<void>();
  await page.route('**/2-coffee/2-the-bean/', async (route) => {
    await gate.promise;
    await route.fallback();
  });
  await learn(page);
  await comeBack(page, '?topic=2-coffee');
  for (const [turn, asked] of [grind, bitter, bloom].entries()) {
    await expect(prompt(page)).toHaveText(asked);
    await page.keyboard.press(' ');
    await page.keyboard.press('2');
    await expect(page.getByText(`${turn + 2} of 5`, { exact: true })).toBeVisible();
  }
  // Of the fourth nothing is there yet.
  await expect(prompt(page)).toHaveText(bloom);
  await page.keyboard.press(' ');
  await page.keyboard.press('1');
  gate.resolve();
  await expect(status(page)).toContainText('Missed: back in 10 min.');
  const reviews = (await storedEvents(page)).filter(({ t }) => t === 'review');
  const last = reviews.reduce((one, other) => (Number(other['at']) >= Number(one['at']) ? other : one));
  expect([last['card'], last['rating']]).toEqual(['2-coffee/2-the-bean#what-does-roasting-change', 1]);
});

test('a turn is taken back, looked back at, skipped, put off and suspended', {
  tag: ['@js', '@desktop'],
}, async ({ page }) => {
  await learn(page);
  await comeBack(page, '?topic=2-coffee');
  await expect(prompt(page)).toHaveText(grind);
  await page.keyboard.press(' ');
  await page.keyboard.press('2');
  await expect(prompt(page)).toHaveText(bitter);
  await page.keyboard.press('k');
  await expect(prompt(page)).toHaveText(grind);
  await expect(page.getByText('You got it.')).toBeVisible();
  await page.keyboard.press('j');
  await expect(prompt(page)).toHaveText(bitter);
  await page.keyboard.press('u');
  await expect(prompt(page)).toHaveText(grind);
  await expect(status(page)).toContainText('Taken back.');
  await page.getByRole('button', { name: 'Not today' }).click();
  await expect(prompt(page)).toHaveText(bitter);
  await page.getByRole('button', { name: 'Suspend' }).click();
  await expect(prompt(page)).toHaveText(bloom);
  await page.keyboard.press('s');
  await expect(prompt(page)).toHaveText(roasting);
  await page.goto(places.home);
  await expect(page.getByRole('link', { name: 'Review', exact: true })).toBeVisible();
  await page.clock.setFixedTime('2026-11-26T12:00:00Z');
  await page.goto(places.home);
  await expect(page.getByRole('link', { name: 'Review · 1 due' })).toBeVisible();
});

test('a miss leads to the follow-up questions', { tag: ['@js', '@desktop'] }, async ({ page }) => {
  await page.goto('review/?topic=1-bread&state=new&n=30');
  for (
    let turn = 0;
    turn < 30 && !(await prompt(page).textContent())?.includes('What does steam do');
    turn += 1
  ) {
    const before = await prompt(page).textContent();
    await page.keyboard.press('s');
    await expect(prompt(page)).not.toHaveText(before ?? '');
  }
  await page.keyboard.press(' ');
  await expect(page.locator('[data-answer]')).toBeVisible();
  await expect(page.locator('[data-answer]')).not.toContainText('How is steam made');
  await page.keyboard.press('1');
  await expect(prompt(page)).toHaveText(/How is steam made/);
});

/** Makes the second note of Coffee wait for its release, and goes on to its first question. */
async function waitForTheBean(page: Page): Promise<() => void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  await page.route('**/2-coffee/2-the-bean/', async (route) => {
    await promise;
    await route.continue();
  });
  await page.goto('review/?topic=2-coffee');
  for (const passed of [grind, bitter, bloom]) {
    await expect(prompt(page)).toHaveText(passed);
    await page.keyboard.press('s');
  }
  return resolve;
}

test('keys that are pressed before the face they belong to wait for it', {
  tag: ['@js', '@desktop'],
}, async ({ page }) => {
  const release = await waitForTheBean(page);
  for (const key of [' ', '2', ' ', '1']) await page.keyboard.press(key);
  release();
  await expect(status(page)).toHaveText('Missed: back in 10 min. Question 6 of 6.');
  await expect(page.locator('[data-answer]')).toBeHidden();
  const reviews = (await storedEvents(page)).filter(({ t }) => t === 'review');
  expect(reviews.map(({ card, rating }) => [card, rating])).toEqual([
    ['2-coffee/2-the-bean#what-does-roasting-change', 3],
    ['2-coffee/2-the-bean#how-long-does-a-roasted-bean-keep', 1],
  ]);
});

test('keys that wait for a face are forgotten with it', { tag: ['@js', '@desktop'] }, async ({ page }) => {
  const release = await waitForTheBean(page);
  await page.keyboard.press(' ');
  await page.keyboard.press('2');
  await page.getByRole('button', { name: 'Skip' }).click();
  release();
  await expect(status(page)).toHaveText('Question 5 of 5.');
  await expect(page.getByRole('button', { name: 'Show the answer' })).toBeVisible();
  expect(await storedEvents(page)).toEqual([]);
});

test('keys act after a click beside the card, and not in the masthead', {
  tag: ['@js', '@desktop'],
}, async ({ page }) => {
  await page.goto('review/?topic=2-coffee');
  await expect(prompt(page)).toHaveText(grind);
  await page.mouse.click(40, 600);
  await page.keyboard.press('s');
  await expect(prompt(page)).toHaveText(bitter);
  await page.getByRole('link', { name: 'Progress' }).focus();
  await page.keyboard.press('s');
  await page.mouse.click(40, 600);
  await page.keyboard.press(' ');
  await expect(page.getByText('More surface gives more away')).toBeVisible();
  await expect(prompt(page)).toHaveText(bitter);
});

test('Enter on a button does what the button says', { tag: ['@js', '@desktop'] }, async ({ page }) => {
  await page.goto('review/?topic=2-coffee');
  await expect(prompt(page)).toHaveText(grind);
  await page.getByRole('button', { name: 'Skip' }).press('Enter');
  await expect(prompt(page)).toHaveText(bitter);
});

test('a cram leaves the schedule alone', { tag: ['@js', '@desktop'] }, async ({ page }) => {
  await learn(page);
  await comeBack(page, '?topic=2-coffee&state=all&cram=1');
  for (let turn = 1; turn <= 5; turn += 1) {
    await expect(page.getByText(`${turn} of 5`, { exact: true })).toBeVisible();
    await page.keyboard.press(' ');
    await page.keyboard.press('2');
  }
  await expect(page.getByText('This was a cram: the schedule is as it was.')).toBeVisible();
  expect(await storedEvents(page)).toHaveLength(2);
});

test('an address that cannot be followed says so, and the rest of it holds', { tag: '@js' }, async ({
  page,
}) => {
  await page.goto('review/?topic=cheese&state=%3Cscript%3E&n=1');
  await expect(page.locator('[data-complaints]')).toHaveText(
    'There is no topic “cheese”. There are: 1-bread, 2-coffee, 3-tea. There is no state “<script>”. There are: due, new, weak, missed, all.',
  );
  await expect(page.getByText('1 of 1', { exact: true })).toBeVisible();
  await page.goto('review/?topic=%E0%A4%A&x=1');
  await expect(page.getByRole('button', { name: 'Show the answer' })).toBeVisible();
});

test('what is asked can be chosen', { tag: '@js' }, async ({ page }) => {
  await page.goto('review/');
  await page.getByText('Choose what to review').click();
  await page.getByLabel('Topic').selectOption({ label: 'Coffee' });
  await page.getByLabel('At most').fill('3');
  await page.getByRole('button', { name: 'Begin' }).click();
  await expect(page).toHaveURL(/review\/\?topic=2-coffee&n=3$/);
  await expect(page.getByText('1 of 3', { exact: true })).toBeVisible();
});

test('when nothing is due, the page says when something is', { tag: '@js' }, async ({ page }) => {
  await learn(page);
  await page.goto('settings/');
  await page.getByLabel('New questions a day').fill('0');
  await page.getByLabel('New questions a day').blur();
  await expect(status(page)).toHaveText('Saved.');
  await page.goto('review/');
  await expect(prompt(page)).toHaveText('Nothing is due');
  await expect(page.getByText('The next 2 come back in 2 days.')).toBeVisible();
});

test('single keys can be switched off, and never act while somebody types', {
  tag: ['@js', '@desktop'],
}, async ({ page }) => {
  await page.goto('review/?topic=2-coffee');
  await expect(prompt(page)).toHaveText(grind);
  await page.getByText('Choose what to review').click();
  await page.getByLabel('At most').focus();
  await page.keyboard.press('s');
  await page.getByText('Keys', { exact: true }).click();
  await page.getByLabel('Single keys act here').uncheck();
  await prompt(page).focus();
  await page.keyboard.press('s');
  await page.reload();
  await expect(prompt(page)).toHaveText(grind);
  await page.keyboard.press('s');
  await page.getByRole('button', { name: 'Show the answer' }).click();
  await expect(page.getByText('As fine as the method is quick')).toBeVisible();
});

test.describe('where a note is missing', () => {
  test.use({ excused: [/503/] });

  test('a note that cannot be fetched is told, and can be skipped', { tag: '@js' }, async ({ page }) => {
    await page.route('**/2-coffee/1-brewing/', (route) => route.fulfill({ status: 503, body: '' }));
    await page.goto('review/?topic=2-coffee&n=4');
    await expect(
      page.getByText('It cannot be shown now. The page of the note is not there (status 503).'),
    ).toBeVisible();
    await page.getByRole('button', { name: 'Skip' }).click();
    await page.getByRole('button', { name: 'Skip' }).click();
    await page.getByRole('button', { name: 'Skip' }).click();
    await expect(prompt(page)).toHaveText(roasting);
  });
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`a review has no barrier that axe knows, in ${colorScheme}`, { tag: '@js' }, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    await page.goto('review/?topic=2-coffee&n=1');
    await expect(prompt(page)).toHaveText(grind);
    expect(await barriers(page)).toEqual([]);
    await page.getByRole('button', { name: 'Show the answer' }).click();
    await page.getByText('Choose what to review').click();
    expect(await barriers(page)).toEqual([]);
    await page.getByRole('button', { name: 'Got it' }).click();
    await expect(prompt(page)).toHaveText('Done');
    expect(await barriers(page)).toEqual([]);
  });
}

test('without scripts the review says why it is not there', { tag: '@no-js' }, async ({ page }) => {
  await page.goto('review/');
  await expect(
    page.getByText('A review needs JavaScript: your history lives in this browser.'),
  ).toBeVisible();
});
