import { contentsOf, order, places } from '../support/notes.ts';
import { expect, test } from '../support/test.ts';

test('next runs through all notes in order, across topics, and previous runs back', async ({ page }) => {
  await page.goto(places.dough);
  const heading = page.getByRole('heading', { level: 1 });
  for (const title of order.slice(1)) {
    await page.getByRole('link', { name: /^next/i }).click();
    await expect(heading).toHaveText(title);
  }
  await expect(page.getByRole('link', { name: /^next/i })).toHaveCount(0);
  for (const title of order.slice(0, -1).reverse()) {
    await page.getByRole('link', { name: /^previous/i }).click();
    await expect(heading).toHaveText(title);
  }
  await expect(page.getByRole('link', { name: /^previous/i })).toHaveCount(0);
});

test('back to topics leads from every note to the list of topics', async ({ page }) => {
  for (const place of [places.dough, places.brewing, places.thirty]) {
    await page.goto(place);
    await page
      .getByRole('link', { name: /topics/i })
      .last()
      .click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('A kitchen notebook');
  }
});

test('breadcrumbs lead to the topic and say where the reader is', async ({ page }) => {
  await page.goto(places.rising);
  const crumbs = page.getByRole('navigation', { name: /breadcrumb/i });
  await expect(crumbs).toContainText('Bread');
  await crumbs.getByRole('link', { name: 'Bread' }).click();
  await expect(page).toHaveURL(new RegExp(`/${places.topic}$`));
});

test('the contents name every section and question of the note', async ({ page }) => {
  await page.goto(places.rising);
  const contents = await contentsOf(page);
  for (const entry of ['In the oven', 'What makes dough rise?', 'What does steam do in the first minutes?']) {
    await expect(contents.getByRole('link', { name: entry })).toHaveCount(1);
  }
});

test('a site below a path stays below it', async ({ page, served }) => {
  await page.goto(served.below);
  await page
    .getByRole('main')
    .getByRole('link', { name: /^Bread/ })
    .click();
  await page
    .getByRole('main')
    .getByRole('link', { name: /^Dough/ })
    .click();
  await page.getByRole('link', { name: /^next/i }).click();
  await expect(page).toHaveURL(`${served.below}${places.rising}`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Rising and baking');
});

test('a note of thirty questions takes at most six requests', { tag: '@desktop' }, async ({ page }) => {
  const requests: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  await page.goto(places.thirty, { waitUntil: 'load' });
  expect(requests.length).toBeLessThanOrEqual(6);
});

test('nothing is wider than the window', { tag: '@phone' }, async ({ page, served }) => {
  for (const width of [320, 390]) {
    await page.setViewportSize({ width, height: 844 });
    for (const place of Object.values(places).filter((each) => each !== places.missing)) {
      await page.goto(served.notes + place);
      await page.evaluate(() => {
        for (const details of document.querySelectorAll('details')) details.open = true;
      });
      const excess = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(excess, `${place} at ${width}px`).toBeLessThanOrEqual(0);
    }
  }
});

test.describe('a page that still waits for a script', () => {
  test.use({ excused: [/^uncaught: Failed to fetch dynamically imported module/] });

  test('is left by a link, although the script is called off for that', { tag: ['@js', '@desktop'] }, async ({
    page,
  }) => {
    const asked = Promise.withResolvers<void>();
    const followed = Promise.withResolvers<void>();
    // As Firefox does it: first the script is called off, then the next page comes.
    const calledOff = page.waitForEvent('pageerror');
    await page.route('**/note-recall.*.js', async (route) => {
      asked.resolve();
      await followed.promise;
      await route.abort('aborted');
    });
    await page.route(`**/${places.brewing}`, async (route) => {
      followed.resolve();
      await calledOff;
      await route.fallback();
    });
    await page.goto(places.dough);
    await asked.promise;
    await page.getByRole('link', { name: 'its own' }).press('Enter');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Brewing');
  });
});
