import { contentsOf, places, summary, toggle } from '../support/notes.ts';
import { expect, test } from '../support/test.ts';

const innermost = `${places.rising}#when-does-the-lid-come-off`;

test('a link to a closed question shows its answer and everything around it, scripts or not', async ({
  page,
}) => {
  await page.goto(innermost);
  // Playwright takes what stands in a closed toggle for hidden, even where a style shows it: look at the box.
  const answer = page.getByText('After twenty minutes');
  await expect.poll(async () => (await answer.boundingBox())?.height ?? 0).toBeGreaterThan(0);
  await expect(summary(page, 'When does the lid come off?')).toBeInViewport();
});

test('a change of the fragment opens the question it names', { tag: '@js' }, async ({ page }) => {
  await page.goto(places.rising);
  await page.evaluate(() => {
    location.hash = 'when-does-the-lid-come-off';
  });
  await expect(page.getByText('After twenty minutes')).toBeVisible();
});

test('a second click on the same link opens the question again', { tag: '@js' }, async ({ page }) => {
  await page.goto(places.bean);
  await summary(page, 'What does roasting change?').click();
  await page.getByRole('main').getByRole('link', { name: 'brewing', exact: true }).click();
  const answer = page.getByText('The first pour: a little water');
  await expect(answer).toBeVisible();
  const contents = await contentsOf(page);
  const entry = contents.getByRole('link', { name: 'What is the bloom?' });
  await summary(page, 'What is the bloom?').click();
  await expect(answer).toBeHidden();
  await entry.click();
  await expect(answer).toBeVisible();
  await summary(page, 'What is the bloom?').click();
  await expect(answer).toBeHidden();
  await entry.click();
  await expect(answer).toBeVisible();
});

test('a link in one note opens the answer in another, across topics', async ({ page }) => {
  await page.goto(places.dough);
  await page.getByRole('link', { name: 'its own' }).click();
  await expect(page).toHaveURL(/2-coffee\/1-brewing\/#how-fine-should-the-coffee-be$/);
  await expect(summary(page, 'How fine should the coffee be?')).toBeInViewport();
});

test('a link to a sibling with a space in its name leads to its page', async ({ page }) => {
  await page.goto(places.dough);
  await page.getByRole('main').getByRole('link', { name: 'rising', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Rising and baking');
});

test('an open answer ends with a link to its question', { tag: '@js' }, async ({ page }) => {
  await page.goto(places.brewing);
  await summary(page, 'What is the bloom?').click();
  await toggle(page, 'What is the bloom?').getByRole('link', { name: 'Link' }).click();
  await expect(page).toHaveURL(/#what-is-the-bloom$/);
  await expect(page.getByText('The first pour: a little water')).toBeVisible();
});

test('the contents lead to every question', async ({ page }) => {
  await page.goto(places.brewing);
  const contents = await contentsOf(page);
  await contents.getByRole('link', { name: 'What is the bloom?' }).click();
  await expect(page).toHaveURL(/#what-is-the-bloom$/);
  await expect(summary(page, 'What is the bloom?')).toBeInViewport();
});
