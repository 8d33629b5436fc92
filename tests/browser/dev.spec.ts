/** While notes are being written, pages and search say what the files say now. */
import { writeFileSync } from 'node:fs';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { readPackage, textOfHtml } from '../support/anki.ts';
import { type DevServer, startDev } from '../support/dev-server.ts';
import { root } from '../support/step.ts';

// One after the other: of one project Astro starts one development server.
test.describe.configure({ mode: 'default' });

let notes: string;
let server: DevServer;

test.beforeAll(async () => {
  notes = await mkdtemp(join(tmpdir(), 'unfold-dev-'));
  await cp(join(root, 'tests', 'fixtures', 'notes'), notes, { recursive: true });
  server = await startDev(notes);
});

test.afterAll(async () => {
  await server.close();
  await rm(notes, { recursive: true, force: true });
});

/** Opens a page. One that loads itself anew at that moment calls off the way to the next: then once more. */
async function open(page: Page, address: string): Promise<void> {
  await expect(() => page.goto(server.url + address)).toPass();
}

/** Writes the note of the dough with other words. */
async function edit(before: string, after: string): Promise<void> {
  const file = join(notes, '1-bread', '1-dough.md');
  await writeFile(file, (await readFile(file, 'utf8')).replace(before, after));
}

test('a note that is saved shows by itself, where it was and with the answers open that were', {
  tag: ['@js', '@desktop'],
}, async ({ page }) => {
  let loads = 0;
  page.on('framenavigated', () => {
    loads += 1;
  });
  await open(page, '2-coffee/1-brewing/');
  const bloom = page.locator('#what-is-the-bloom');
  await bloom.locator('summary').first().click();
  await page.evaluate(() => scrollTo(0, 120));
  const file = join(notes, '2-coffee', '1-brewing.md');
  const text = await readFile(file, 'utf8');
  // At once, so that nobody reads it half written.
  writeFileSync(file, text.replace('How fine should', 'How finely should'));
  const asked = page.locator('.prompt', { hasText: 'How finely should the coffee be?' });
  await expect(asked).toBeVisible();
  await expect(bloom).toHaveAttribute('open');
  expect(await page.evaluate(() => scrollY)).toBe(120);
  writeFileSync(file, text);
  await expect(asked).toHaveCount(0);
  expect(loads, 'The page is loaded once, also where it is the first that a browser asks for.').toBe(1);
});

for (const [how, leave] of [
  ['emptied', (file: string) => writeFile(file, '')],
  ['taken away', (file: string) => rm(file)],
] as const)
  test(`an answer stays open when the file of its note is ${how} before it is written`, {
    tag: ['@js', '@desktop'],
  }, async ({ page }) => {
    await open(page, '2-coffee/1-brewing/');
    const bloom = page.locator('#what-is-the-bloom');
    await bloom.locator('summary').first().click();
    const file = join(notes, '2-coffee', '1-brewing.md');
    const text = await readFile(file, 'utf8');
    await leave(file);
    await expect(bloom).toHaveCount(0);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('There is no page here');
    await writeFile(file, text);
    await expect(bloom).toHaveAttribute('open');
  });

test('a page that is not there yet shows once it is, also where no word of it came', {
  tag: ['@js', '@desktop'],
}, async ({ page }) => {
  await page.routeWebSocket('**', () => undefined);
  await open(page, '2-coffee/9-kettles/');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('There is no page here');
  await writeFile(join(notes, '2-coffee', '9-kettles.md'), '# Kettles\n\nSome sing.\n');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Kettles');
  await rm(join(notes, '2-coffee', '9-kettles.md'));
});

test('a note that is new, and one that is gone, show in their topic by themselves', {
  tag: ['@js', '@desktop'],
}, async ({ page }) => {
  await open(page, '2-coffee/');
  const link = page.getByRole('link', { name: 'Grinders' });
  await expect(link).toHaveCount(0);
  await writeFile(join(notes, '2-coffee', '9-grinders.md'), '# Grinders\n\nSome are of steel.\n');
  await expect(link).toHaveCount(1);
  await link.click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Grinders');
  await open(page, '2-coffee/');
  await rm(join(notes, '2-coffee', '9-grinders.md'));
  await expect(link).toHaveCount(0);
});

test('a changed note shows by itself, and search finds its new words and not its old ones', {
  tag: ['@js', '@desktop'],
}, async ({ page }) => {
  await open(page, '1-bread/1-dough/');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Dough');
  await edit('# Dough', '# Dough of a zymurgist');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Dough of a zymurgist');

  const found = page.locator('[data-found]');
  await open(page, 'search/?q=zymurgist');
  await expect(found.getByRole('link').first()).toHaveText('Dough of a zymurgist');
  await edit('zymurgist', 'trencherman');
  await open(page, 'search/?q=zymurgist');
  await expect(page.locator('study-search')).toHaveAttribute('data-shown', 'zymurgist');
  await expect(found.getByRole('link')).toHaveCount(0);
  await open(page, 'search/?q=trencherman');
  await expect(found.getByRole('link').first()).toHaveText('Dough of a trencherman');
});

test('a package for Anki is made when it is asked for, of what the notes say by then', {
  tag: ['@js', '@desktop'],
}, async ({ request }) => {
  const file = join(notes, '2-coffee', '1-brewing.md');
  const text = await readFile(file, 'utf8');
  const fetched = async (name: string) => (await request.get(`${server.url}anki/${name}`)).body();
  const questions = async (name: string) =>
    readPackage(await fetched(name)).notes.map(({ fields }) => textOfHtml(fields['Question'] ?? ''));
  expect(await questions('2-coffee.apkg')).toContain('How fine should the coffee be?');
  writeFileSync(file, text.replace('How fine should', 'How finely should'));
  await expect.poll(() => questions('2-coffee.apkg')).toContain('How finely should the coffee be?');
  expect(String(await fetched('_course.txt'))).toContain('How finely should the coffee be?');
  expect((await request.get(`${server.url}anki/none.apkg`)).status()).toBe(404);
  writeFileSync(file, text);
});
