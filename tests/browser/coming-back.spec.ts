/** A learner rates a topic, the browser dies, the author edits and moves the notes, and another day comes. */
import { cp, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { dropProfile, newProfile, startBrowser } from '../support/log-page.ts';
import { summary } from '../support/notes.ts';
import { attempt, rate, standing, storedEvents } from '../support/recall.ts';
import { type Served, serve } from '../support/serve.ts';
import { execute, root } from '../support/step.ts';

const grind = 'How fine should the coffee be?';
const bitter = 'Why does a fine grind taste bitter in a press?';
const bloom = 'What is the bloom?';
const roasting = 'What does roasting change?';
const keeping = 'How long does a roasted bean keep?';

let folder: string;
let profile: string;
let server: Served;

const notes = (...path: string[]) => join(folder, 'notes', '2-coffee', ...path);

test.beforeEach(async () => {
  test.setTimeout(240_000);
  folder = await mkdtemp(join(tmpdir(), 'unfold-coming-back-'));
  profile = await newProfile();
  await cp(join(root, 'tests', 'fixtures', 'notes', '2-coffee'), notes(), { recursive: true });
  await publish();
  server = await serve({ folder: join(folder, 'site'), base: '/' });
});

test.afterEach(async () => {
  await server.close();
  await dropProfile(profile);
  await rm(folder, { recursive: true, force: true });
});

/** Writes the ledger and builds the site, as an author does who has changed the notes. */
async function publish(): Promise<string> {
  const ids = await execute({ command: ['node', 'src/cli/ids.ts', join(folder, 'notes')] });
  expect(ids.code, ids.output).toBe(0);
  const build = await execute({
    command: ['astro', 'build', '--outDir', join(folder, 'site')],
    env: { NOTES_DIR: join(folder, 'notes') },
  });
  expect(build.code, build.output).toBe(0);
  return ids.output;
}

async function edit(file: string, from: string, to: string): Promise<void> {
  const text = await readFile(file, 'utf8');
  expect(text).toContain(from);
  await writeFile(file, text.replace(from, to));
}

/** A learner's window: a phone, on a day. Works, and then the browser dies. */
async function sit(day: string, work: (page: Page) => Promise<void>): Promise<void> {
  const browser = await startBrowser(profile);
  try {
    const page = await browser.context.newPage();
    await page.setViewportSize({ width: 390, height: 844 });
    await page.clock.setFixedTime(`${day}T12:00:00Z`);
    await work(page);
  } finally {
    await browser.kill();
  }
}

test('every mark is where it should be, whatever happened to browser and notes', {
  tag: ['@js', '@desktop'],
}, async () => {
  await sit('2026-11-23', async (page) => {
    await page.goto(`${server.url}2-coffee/1-brewing/`);
    await rate(page, grind, 'Got it');
    await rate(page, bitter, 'Missed');
    // In the middle of it: asked, and not answered.
    await attempt(page, bloom);
  });
  await sit('2026-11-23', async (page) => {
    await page.goto(`${server.url}2-coffee/1-brewing/`);
    await expect(standing(page, grind)).toHaveText(' (held, due in 2 days)');
    await expect(standing(page, bitter)).toHaveText(' (being learned, comes back today)');
    await expect(standing(page, bloom)).toHaveCount(0);
    await rate(page, bloom, 'Got it');
    await page.goto(`${server.url}2-coffee/2-the-bean/`);
    await rate(page, roasting, 'Got it');
    await rate(page, keeping, 'Got it');
  });

  // The author mends a prompt, adds a question before it, changes an answer, moves a question and renames the note.
  await edit(notes('1-brewing.md'), grind, 'How finely should the coffee be ground?');
  await edit(
    notes('1-brewing.md'),
    '## The grind\n',
    '## The grind\n\n<details>\n<summary>What grinds evenly?</summary>\n\nA burr mill does.\n\n</details>\n',
  );
  await edit(notes('1-brewing.md'), 'a little water lets', 'some hot water lets');
  const bean = await readFile(notes('2-The bean.md'), 'utf8');
  const moved = bean.slice(bean.indexOf(`<details>\n<summary>${keeping}`));
  await writeFile(notes('2-The bean.md'), bean.replace(moved, ''));
  await writeFile(notes('1-brewing.md'), `${await readFile(notes('1-brewing.md'), 'utf8')}\n${moved}`);
  await edit(notes('2-The bean.md'), '1-brewing.md', '1-making-coffee.md');
  await rename(notes('1-brewing.md'), notes('1-making-coffee.md'));
  expect(await publish()).toContain('1 new, 0 lost');

  await sit('2026-11-24', async (page) => {
    await page.goto(`${server.url}2-coffee/1-making-coffee/`);
    await expect(standing(page, 'How finely should')).toHaveText(' (held, due in 1 day)');
    await expect(standing(page, 'What grinds evenly?')).toHaveCount(0);
    await expect(standing(page, bitter)).toHaveText(' (being learned, comes back today)');
    await expect(standing(page, bloom)).toHaveText(' (held, due in 1 day)');
    await expect(summary(page, bloom).locator('..')).toHaveAttribute('data-changed', '');
    await expect(standing(page, keeping)).toHaveText(' (held, due in 1 day)');
    await expect(page.locator('.bar')).toContainText('3 of 5 held');
    await page.goto(`${server.url}2-coffee/`);
    await expect(page.getByRole('listitem').getByRole('link', { name: /Brewing/ })).toContainText(
      '3 of 5 held',
    );

    // Links from before still lead to the questions.
    await page.goto(`${server.url}2-coffee/1-brewing/#how-fine-should-the-coffee-be`);
    await expect(page).toHaveURL(/1-making-coffee\/(#how-fine-should-the-coffee-be)?$/);
    await page.goto(`${server.url}2-coffee/1-making-coffee/#how-fine-should-the-coffee-be`);
    await expect(summary(page, 'How finely should').locator('..')).toHaveAttribute('open', '');
    expect(await storedEvents(page)).toHaveLength(5);
  });
});
