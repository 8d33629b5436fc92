import { barriers } from '../support/barriers.ts';
import { places } from '../support/notes.ts';
import { expect, test } from '../support/test.ts';

test('home, topics and notes lead to their pages for print', async ({ page }) => {
  await page.goto(places.home);
  await page.getByRole('main').getByRole('link', { name: 'Print' }).click();
  await expect(page).toHaveURL(/\/print\/$/);
  await page.getByRole('link', { name: 'Bread' }).click();
  await expect(page).toHaveURL(/\/print\/1-bread\/$/);
  await page.goto(places.topic);
  await page.getByRole('main').getByRole('link', { name: 'Print' }).click();
  await expect(page).toHaveURL(/\/print\/1-bread\/$/);
  await page.goto(places.dough);
  await page.getByRole('link', { name: 'Print' }).click();
  await expect(page).toHaveURL(/\/print\/1-bread\/#1-bread\/1-dough$/);
});

test('a note that the address names is there alone, with the choices in sight', async ({ page }) => {
  await page.goto('print/1-bread/#1-bread/1-dough');
  await expect(page.getByRole('heading', { name: 'Dough' })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Rising and baking' })).toBeHidden();
  await expect(page.getByRole('group', { name: 'Form' })).toBeInViewport();
  // A link to a question of the note shows what it showed.
  await page.getByRole('link', { name: 'All notes' }).click();
  await expect(page.getByRole('heading', { name: 'Rising and baking' })).toBeVisible();
});

test('a link between notes of the page leads to the place on it and hides nothing', async ({ page }) => {
  await page.goto('print/');
  await page.locator('.piece').getByRole('link', { name: 'its own' }).click();
  await expect(page).toHaveURL(/\/print\/#2-coffee\/1-brewing\/how-fine-should-the-coffee-be$/);
  await page.locator('.piece').getByRole('link', { name: 'rising' }).first().click();
  await expect(page).toHaveURL(/\/print\/#1-bread\/2-rising-and-baking\/_title$/);
  await expect(page.getByRole('heading', { name: 'Brewing' })).toBeVisible();
});

test('pages for print are not for search engines', async ({ page }) => {
  await page.goto('print/1-bread/');
  await expect(page.locator('meta[name="robots"]')).toHaveAttribute('content', 'noindex');
  await page.goto(places.dough);
  await expect(page.locator('meta[name="robots"]')).toHaveCount(0);
});

test('without scripts only those forms are offered that work', { tag: '@no-js' }, async ({ page }) => {
  await page.goto('print/1-bread/');
  await expect(page.getByRole('radio')).toHaveCount(4);
  await expect(page.getByText('Answers at the end, and cards, need JavaScript.')).toBeVisible();
  await page.getByLabel('Questions only').check();
  await expect(page.getByText('Salt slows the yeast down')).toBeHidden();
  await page.getByLabel('With answers').check();
  await expect(page.getByText('Salt slows the yeast down')).toBeVisible();
});

test('a choice is kept in the address, by keyboard alone', { tag: ['@js', '@desktop'] }, async ({ page }) => {
  await page.goto('print/1-bread/?paper=a4#1-bread/1-dough');
  await page.getByLabel('With answers').focus();
  await page.keyboard.press('ArrowDown');
  await expect(page).toHaveURL(/\/print\/1-bread\/\?form=lines&paper=a4#1-bread\/1-dough$/);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await expect(page).toHaveURL(/\/print\/1-bread\/\?form=cards&paper=a4#1-bread\/1-dough$/);
  await expect(page.getByRole('status')).toHaveText('5 cards on 1 sheet.');
  await expect(page.getByText('It forms a net of proteins once flour is wet.').last()).toBeVisible();
  await expect(page.getByText('Yeast eats sugar').last()).toBeHidden();
  await page.reload();
  await expect(page.getByLabel('Cards to cut out')).toBeChecked();
  await page.getByRole('link', { name: 'All notes' }).click();
  await expect(page.getByRole('status')).toHaveText('13 cards on 2 sheets.');
});

test('an address that names a note and a form lays out that note alone', {
  tag: ['@js', '@desktop'],
}, async ({ page }) => {
  await page.goto('print/1-bread/?form=cards&paper=a4#1-bread/1-dough');
  await expect(page.getByRole('status')).toHaveText('5 cards on 1 sheet.');
  await expect(page.getByRole('link', { name: 'Dough' })).toHaveAttribute('aria-current', 'true');
  await expect(page.getByRole('link', { name: 'All notes' })).not.toHaveAttribute('aria-current');
  await page.getByLabel('Answers at the end').check();
  await expect(page.locator('.keyed')).toHaveCount(5);
});

test('an address that names nothing on the page, or cannot be read, shows all notes', {
  tag: ['@js', '@desktop'],
}, async ({ page }) => {
  for (const fragment of ['#no-such-note', '#%E0%A4%A', '#1-bread/1-dough/_title']) {
    await page.goto('about:blank');
    await page.goto(`print/1-bread/?form=cards&paper=a4${fragment}`);
    await expect(page.getByRole('status'), fragment).toHaveText('13 cards on 2 sheets.');
    await expect(page.getByRole('link', { name: 'All notes' })).toHaveAttribute('aria-current', 'true');
  }
});

test('notes that are too many for one page are printed each by itself, in every form', {
  tag: ['@js', '@desktop'],
}, async ({ page, served }) => {
  await page.goto(`${served.crowded}print/`);
  await expect(page.getByRole('main')).toContainText(
    'These are too many notes for one page. Each topic can be printed by itself:',
  );
  await expect(page.getByRole('radio')).toHaveCount(0);
  await page.getByRole('link', { name: 'Tomes' }).click();
  await expect(page.getByRole('main')).toContainText(
    'These are too many notes for one page. Each note can be printed by itself:',
  );
  await expect(page.getByRole('navigation', { name: 'Notes to print' }).getByRole('link')).toHaveCount(3);
  await page.goto(`${served.crowded}8-tomes/2-tome/`);
  await page.getByRole('link', { name: 'Print', exact: true }).click();
  await expect(page).toHaveURL(/\/print\/8-tomes\/2-tome\/$/);
  await expect(page.getByRole('heading', { level: 2, name: 'Tea in 1 questions' })).toBeVisible();
  await expect(page.getByRole('radio')).toHaveCount(6);
  await page.getByLabel('Answers at the end').check();
  await expect(page.locator('.keyed')).toHaveCount(1);
  // Another topic still stands on one page.
  await page.goto(`${served.crowded}1-bread/1-dough/`);
  await page.getByRole('link', { name: 'Print', exact: true }).click();
  await expect(page).toHaveURL(/\/print\/1-bread\/#1-bread\/1-dough$/);
});

test('cards are laid out anew when their pictures have come, and nothing of them is cut off', {
  tag: ['@js', '@desktop'],
}, async ({ page }) => {
  let send = (): void => undefined;
  const asked = new Promise<void>((resolve) => {
    send = resolve;
  });
  await page.route('**/*.png', async (route) => {
    await asked;
    await route.continue();
  });
  await page.goto('print/1-bread/?form=cards&paper=letter', { waitUntil: 'domcontentloaded' });
  const answer = page.locator('.back > .middle', { hasText: 'Open, with walls that shine.' });
  await expect(answer).toBeAttached();
  const picture = answer.getByRole('img');
  expect(await picture.evaluate((image: HTMLImageElement) => image.complete)).toBe(false);
  send();
  await expect.poll(() => picture.evaluate((image: HTMLImageElement) => image.complete)).toBe(true);
  await expect
    .poll(() => answer.evaluate(({ scrollHeight, clientHeight }) => scrollHeight - clientHeight))
    .toBeLessThanOrEqual(0);
});

test('the button prints', { tag: ['@js', '@desktop'] }, async ({ page }) => {
  await page.addInitScript(() => {
    window.print = () => document.documentElement.setAttribute('data-printed', '');
  });
  await page.goto('print/');
  await page.getByRole('button', { name: 'Print' }).click();
  await expect(page.locator('html')).toHaveAttribute('data-printed', '');
});

test('the page fits a window of 320 px in every form', { tag: ['@js', '@desktop'] }, async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  for (const form of ['answers', 'lines', 'end', 'cards']) {
    await page.goto(`print/?form=${form}`);
    const overhang = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(overhang, form).toBeLessThanOrEqual(0);
  }
});

for (const colorScheme of ['light', 'dark'] as const) {
  for (const form of ['answers', 'lines', 'end', 'cards']) {
    test(`a page for print has no barrier that axe knows, as ${form}, in ${colorScheme}`, {
      tag: '@js',
    }, async ({ page }) => {
      await page.emulateMedia({ colorScheme });
      await page.goto(`print/1-bread/?form=${form}`);
      expect(await barriers(page)).toEqual([]);
    });
  }
}
