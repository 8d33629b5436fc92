import { places, summary, toggle } from '../support/notes.ts';
import { expect, test } from '../support/test.ts';

test('the home page lists the topics with what each is about and how many questions it has', async ({
  page,
}) => {
  await page.goto(places.home);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('A kitchen notebook');
  const topic = (name: string) =>
    page.locator('main section').filter({ has: page.getByRole('heading', { level: 2, name }) });
  await expect(topic('Bread')).toContainText('Flour, water, salt, and what time does to them.');
  await expect(topic('Bread')).toContainText('15 questions');
  await expect(topic('Coffee')).toContainText('5 questions');
});

test('a topic page lists its notes in order', async ({ page }) => {
  await page.goto(places.topic);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Bread');
  const notes = page.getByRole('main').getByRole('link', { name: /^(Dough|Rising and baking)/ });
  await expect(notes).toHaveText([/^\s*Dough/, /^\s*Rising and baking/]);
});

test('a note shows every question and hides every answer', async ({ page }) => {
  await page.goto(places.brewing);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Brewing');
  for (const prompt of ['How fine should the coffee be?', 'What is the bloom?']) {
    await expect(summary(page, prompt)).toBeVisible();
  }
  await expect(page.getByText('As fine as the method is quick')).toBeHidden();
});

test('a click on a question shows its answer, and another hides it', async ({ page }) => {
  await page.goto(places.brewing);
  const answer = page.getByText('As fine as the method is quick');
  await summary(page, 'How fine should the coffee be?').click();
  await expect(answer).toBeVisible();
  await summary(page, 'How fine should the coffee be?').click();
  await expect(answer).toBeHidden();
});

test('follow-up questions open inside their question, three deep', async ({ page }) => {
  await page.goto(places.rising);
  const innermost = page.getByText('After twenty minutes');
  await expect(summary(page, 'How is steam made')).toBeHidden();
  await summary(page, 'What does steam do').click();
  await summary(page, 'How is steam made').click();
  await expect(innermost).toBeHidden();
  await summary(page, 'When does the lid come off?').click();
  await expect(innermost).toBeVisible();
});

test('a toggle without words of its own takes the question above it', async ({ page }) => {
  await page.goto(places.dough);
  await summary(page, 'What does gluten do?').click();
  await expect(page.getByText('It forms a net of proteins')).toBeVisible();
  await expect(page.getByText('Salt slows the yeast down')).toBeHidden();
});

test('numbers are the ones that the author wrote', async ({ page }) => {
  await page.goto(places.dough);
  await expect(summary(page, 'How is hydration computed?')).toContainText('2.');
  await expect(summary(page, 'Which flour absorbs')).toContainText('4.');
  await page.goto(places.rising);
  await expect(summary(page, 'What makes dough rise?')).toContainText('0.1');
});

test('a group opens on its questions', async ({ page }) => {
  await page.goto(places.dough);
  await expect(page.getByText('How does a fold replace kneading?')).toBeHidden();
  await summary(page, 'Three ways to knead').click();
  await summary(page, 'How does a fold replace kneading?').click();
  await expect(page.getByText('Stretching the dough over itself')).toBeVisible();
});

test('a toggle that its author closed with the wrong tag ends where it should', async ({ page }) => {
  await page.goto(places.dough);
  await summary(page, 'Which flour absorbs').click();
  await expect(page.getByText('bran soaks up more')).toBeVisible();
  await expect(toggle(page, 'Which flour absorbs').getByRole('heading', { name: 'Kneading' })).toHaveCount(0);
});

test('a question without an answer is shown as open, with no toggle', async ({ page }) => {
  await page.goto(places.dough);
  const open = page.locator('section[data-state="open"]');
  await expect(open.filter({ hasText: 'levain and a poolish' })).toContainText('Open question');
  await expect(open.locator('details')).toHaveCount(0);
});

test('an invitation leads to the line where the answer is missing', async ({ page, served }) => {
  await page.goto(served.below + places.dough);
  const invitation = page.locator('section[data-state="open"]').filter({ hasText: 'levain and a poolish' });
  await expect(invitation.getByRole('link')).toHaveAttribute(
    'href',
    'https://notes.example/edit/1-bread/1-dough.md#L42',
  );
});

test('a long prompt with code stays visible above its answer', async ({ page }) => {
  await page.goto(places.rising);
  const question = page.locator('section').filter({ hasText: 'What does this program print?' });
  await expect(question.getByText('const grams')).toBeVisible();
  await expect(question.getByText('the weight of the dough')).toBeHidden();
  await question.locator('summary').click();
  await expect(question.getByText('the weight of the dough')).toBeVisible();
});

test('an image beside the note is shown in its own size', async ({ page }) => {
  await page.goto(places.rising);
  await summary(page, 'What does a good crumb look like?').click();
  const image = page.getByRole('img', { name: 'A slice of bread with round holes' });
  await expect(image).toBeVisible();
  await expect(image).toHaveJSProperty('naturalWidth', 320);
  await expect(image).toHaveAttribute('width', '320');
  await expect(image).toHaveAttribute('height', '180');
});

test('tables, task lists and footnotes come through', async ({ page }) => {
  await page.goto(places.dough);
  await summary(page, 'How is hydration computed?').click();
  await expect(page.getByRole('columnheader', { name: 'hydration' })).toBeVisible();
  await expect(page.getByRole('cell', { name: '80 %' })).toBeVisible();
  await expect(page.getByText('It also cuts the gluten')).toBeVisible();
  await page.goto(places.brewing);
  await expect(page.getByRole('checkbox')).toHaveCount(2);
  await expect(page.getByRole('checkbox').first()).toBeChecked();
});

test('code is coloured by classes', async ({ page }) => {
  await page.goto(places.rising);
  const keyword = page.locator('pre .hljs-keyword', { hasText: 'const' });
  await expect(keyword).toBeVisible();
  const colour = await keyword.evaluate((element) => getComputedStyle(element).color);
  const around = await page
    .locator('pre code', { hasText: 'const grams' })
    .evaluate((element) => getComputedStyle(element).color);
  expect(colour).not.toBe(around);
});

test('a diagram is drawn in the page, with words for those who cannot see it', async ({ page }) => {
  await page.goto(places.brewing);
  const diagram = page.getByRole('img', { name: /From bean to cup.*A bitter cup leads back to the grinder/ });
  await expect(diagram).toBeVisible();
  await expect(page.locator('figure.diagram svg')).toHaveCount(1);
  await expect(page.getByText('flowchart TD')).toHaveCount(0);
});

test('all toggles open and close at once, and go back to how they were', { tag: '@js' }, async ({ page }) => {
  await page.goto(places.rising);
  const outermost = page.getByText('Yeast eats sugar');
  const innermost = page.getByText('After twenty minutes');
  await summary(page, 'What makes dough rise?').click();
  await page.getByRole('button', { name: 'Open all' }).click();
  await expect(innermost).toBeVisible();
  await expect(page.getByRole('article').locator('details:not([open])')).toHaveCount(0);
  await page.getByRole('button', { name: 'Close all' }).click();
  await expect(page.getByRole('article').locator('details[open]')).toHaveCount(0);
  await page.getByRole('button', { name: 'As before' }).click();
  await expect(outermost).toBeVisible();
  await expect(innermost).toBeHidden();
});

test('what stands above the questions keeps its place when all of them close', { tag: '@js' }, async ({
  page,
}) => {
  await page.goto(places.rising);
  const parts = page.locator('.bar :is(button:not([hidden]), a, p), article.note > :first-child');
  const boxes = () => parts.evaluateAll((all) => all.map((each) => each.getBoundingClientRect().toJSON()));
  const before = await boxes();
  await page.getByRole('button', { name: 'Close all' }).click();
  const restore = page.getByRole('button', { name: 'As before' });
  await expect(restore).toBeVisible();
  await restore.click();
  await expect(restore).toBeHidden();
  await page.getByRole('button', { name: 'Close all' }).click();
  await expect(restore).toBeVisible();
  expect(await parts.count()).toBe(before.length + 1);
  const place = await restore.boundingBox();
  expect((await boxes()).filter(({ x, y }) => x !== place?.x || y !== place?.y)).toEqual(before);
});

test('a code block is copied by its button', { tag: ['@js', '@desktop'] }, async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto(places.rising);
  await page.getByRole('button', { name: /copy/i }).first().click();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
    'const grams = [500, 350, 10];\nconsole.log(grams.reduce((sum, each) => sum + each));',
  );
});

test('on paper every answer is there', async ({ page }) => {
  await page.goto(places.rising);
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByText('Yeast eats sugar')).toBeVisible();
  await expect(page.getByText('After twenty minutes')).toBeVisible();
});

test.describe('an address that is no page', () => {
  test.use({ excused: [/404 \(Not Found\)/] });

  test('answers with a page that says so and leads home', async ({ page }) => {
    const response = await page.goto(places.missing);
    expect(response?.status()).toBe(404);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await page.getByRole('main').getByRole('link').first().click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('A kitchen notebook');
  });
});
