import type { Page } from '@playwright/test';
import { blocksOf, missingFrom } from '../support/answers.ts';
import { places, toggle } from '../support/notes.ts';
import { pagesOf } from '../support/pages.ts';
import { type PdfPage, readPdf, squeezed } from '../support/pdf.ts';
import { attempt, storedEvents } from '../support/recall.ts';
import { type SiteName, sites } from '../support/sites.ts';
import { expect, test } from '../support/test.ts';

/** Prints what the page shows. */
async function printed(page: Page): Promise<PdfPage[]> {
  return readPdf(await page.pdf({ preferCSSPageSize: true }));
}

/** All letters of the paper, without page numbers and running titles. */
function lettersOf(paper: PdfPage[], title: string): string {
  return paper
    .map(({ letters }, place) =>
      letters.replace(squeezed(place === 0 ? '' : title), '').replace(`${place + 1}/${paper.length}`, ''),
    )
    .join('');
}

/** Notes of a site below a path, and the blocks that have to be on paper. */
async function notesBelow(site: SiteName, path: string, addresses = true) {
  const pages = await pagesOf(sites[site]);
  const notes = pages.filter(
    ({ address, html }) => address.startsWith(sites[site].base + path) && html.includes('<study-note'),
  );
  expect(notes.length).toBeGreaterThan(0);
  return notes.map((note) => ({ address: note.address, ...blocksOf(note, addresses) }));
}

// Many pages of paper in one test.
test.slow();

for (const site of ['notes', 'course'] as const) {
  test(`every note of ${site} is printed with every word of every answer`, { tag: '@desktop' }, async ({
    page,
    served,
  }) => {
    let answers = 0;
    for (const { address, ...blocks } of await notesBelow(site, '')) {
      await page.goto(new URL(address, served[site]).href);
      const title = (await page.getByRole('heading', { level: 1 }).textContent()) ?? '';
      const letters = lettersOf(await printed(page), title);
      expect(missingFrom(letters, [...blocks.answers, ...blocks.prompts, ...blocks.open]), address).toEqual(
        [],
      );
      expect(await page.locator('article details[open]').count(), address).toBe(0);
      answers += blocks.answers.length;
    }
    expect(answers).toBeGreaterThan(100);
  });
}

test('on paper there are no controls, and it is black on white in the dark too', async ({ page }) => {
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  await page.goto(places.brewing);
  for (const gone of ['.masthead', '.crumbs', '.bar > div', '.ways', '.contents', '.colophon a']) {
    for (const element of await page.locator(gone).all()) await expect(element).toBeHidden();
  }
  const { colors, marks } = await page.evaluate(() => ({
    colors: [getComputedStyle(document.documentElement)].map(({ color, backgroundColor }) => [
      color,
      backgroundColor,
    ]),
    marks: [...document.querySelectorAll('.question')].map(
      (question) => getComputedStyle(question, '::before').display,
    ),
  }));
  expect(colors).toEqual([['rgb(0, 0, 0)', 'rgb(255, 255, 255)']]);
  expect(new Set(marks)).toEqual(new Set(['none']));
});

test('printing leaves an attempt, the history and what is open as they were', { tag: '@js' }, async ({
  page,
}) => {
  await page.goto(places.brewing);
  await attempt(page, 'How fine should the coffee be?');
  // The hand that opened it also brings the ways to copy, a little later.
  await expect(
    toggle(page, 'How fine should the coffee be?').getByRole('button', { name: 'Copy' }),
  ).toBeAttached();
  const events = await storedEvents(page);
  const before = await page.locator('study-note').innerHTML();
  await printed(page);
  expect(await page.locator('study-note').innerHTML()).toBe(before);
  expect(await storedEvents(page)).toEqual(events);
});

test('browsers that cannot open by style open for as long as they print', { tag: '@js' }, async ({
  page,
}) => {
  await page.addInitScript(() => {
    CSS.supports = () => false;
  });
  await page.goto(places.rising);
  await attempt(page, 'What does steam do');
  const attempts = page.locator('details[data-attempt]');
  await expect(attempts).toHaveCount(1);
  const events = await storedEvents(page);
  const counts = await page.evaluate(() => {
    const open = () => document.querySelectorAll('article details[open]').length;
    const all = document.querySelectorAll('article details').length;
    const before = open();
    dispatchEvent(new Event('beforeprint'));
    const during = open();
    dispatchEvent(new Event('afterprint'));
    return { all, before, during, after: open() };
  });
  expect(counts).toEqual({ all: counts.all, before: 1, during: counts.all, after: 1 });
  expect(counts.all).toBeGreaterThan(5);
  await expect(attempts).toHaveCount(1);
  expect(await storedEvents(page)).toEqual(events);
});

test('what introduces a question does not end a page of paper without it', { tag: '@desktop' }, async ({
  page,
  served,
}) => {
  await page.goto(`${served.course}print/3-ecs/`);
  const introduced = await page
    .locator('.piece :is(h2, h3) + p:has(+ .question)')
    .evaluateAll((all) =>
      all.map((before) => [
        before.textContent ?? '',
        before.nextElementSibling?.querySelector('.prompt')?.textContent ?? '',
      ]),
    );
  expect(introduced.length).toBeGreaterThan(10);
  for (const form of ['With answers', 'Questions only']) {
    await page.getByLabel(form).check();
    const sheets = await printed(page);
    const torn = introduced.filter(
      (both) => !sheets.some(({ letters }) => both.every((text) => letters.includes(squeezed(text)))),
    );
    expect(torn, form).toEqual([]);
  }
});

for (const [site, path, title] of [
  ['below', '1-bread/', 'Bread'],
  ['notes', '', 'A kitchen notebook'],
  ['course', '3-ecs/', 'Amazon ECS'],
] as const) {
  test(`${title} is printed with every word of every answer`, { tag: '@desktop' }, async ({
    page,
    served,
  }) => {
    await page.goto(`${served[site]}print/${path}`);
    const letters = lettersOf(await printed(page), title);
    const notes = await notesBelow(site, path);
    const all = notes.flatMap(({ answers, prompts, open }) => [...answers, ...prompts, ...open]);
    expect(missingFrom(letters, all)).toEqual([]);
  });

  test(`${title} is printed as questions with lines, and no answer shows`, { tag: '@desktop' }, async ({
    page,
    served,
  }) => {
    await page.goto(`${served[site]}print/${path}`);
    await page.getByLabel('Questions only').check();
    const letters = lettersOf(await printed(page), title);
    const notes = await notesBelow(site, path);
    expect(
      missingFrom(
        letters,
        notes.flatMap(({ prompts, open }) => [...prompts, ...open]),
      ),
    ).toEqual([]);
    // What is said in an answer and nowhere else: the words around questions may repeat a short one.
    const sentences = notes.flatMap(({ answers }) => answers).filter((answer) => answer.length > 30);
    expect(sentences.filter((answer) => letters.includes(answer))).toEqual([]);
  });

  test(`${title} is printed with its answers at the end`, { tag: ['@js', '@desktop'] }, async ({
    page,
    served,
  }) => {
    await page.goto(`${served[site]}print/${path}?form=end`);
    const letters = lettersOf(await printed(page), title);
    const notes = await notesBelow(site, path);
    const questions = notes.flatMap(({ prompts, open }) => [...prompts, ...open]);
    const answers = notes.flatMap((note) => note.answers);
    expect(missingFrom(letters, [...questions, ...answers])).toEqual([]);
    const numbers = await page.locator('.keyed > h3').allTextContents();
    expect(numbers.map((words) => Number.parseInt(words, 10))).toEqual(numbers.map((_, place) => place + 1));
    expect(await page.locator('.pieces .key').allTextContents()).toEqual(
      numbers.map((_, place) => ` → ${place + 1}`),
    );
    const cut = letters.indexOf(squeezed('Answers · '));
    expect(cut).toBeGreaterThan(0);
    const early = answers.filter((answer) => answer.length > 30 && letters.slice(0, cut).includes(answer));
    expect(early).toEqual([]);
  });

  for (const paper of ['a4', 'letter'] as const) {
    test(`${title} is printed on cards of ${paper}, and nothing is cut off`, { tag: '@js' }, async ({
      page,
      served,
    }) => {
      await page.goto(`${served[site]}print/${path}?form=cards&paper=${paper}`);
      const sheets = await printed(page);
      const { width, height } = sheets[0] ?? { width: 0, height: 0 };
      expect([width, height]).toEqual(paper === 'a4' ? [595, 842] : [612, 792]);
      const letters = sheets.map((sheet) => sheet.letters).join('');
      // An answer that is too long for a card stands behind them, with the addresses of its links.
      const notes = await notesBelow(site, path, false);
      const plain = letters.replaceAll(/\(https?:\/\/[^()]*\)/g, '');
      const all = notes.flatMap(({ answers, prompts }) => [...answers, ...prompts]);
      expect(missingFrom(plain, all)).toEqual([]);
      await page.emulateMedia({ media: 'print' });
      const overflowing = await page
        .locator('.face > .middle')
        .evaluateAll((faces) =>
          faces.flatMap((face) => (face.scrollHeight > face.clientHeight ? [face.textContent] : [])),
        );
      expect(overflowing).toEqual([]);
      const cards = await page.locator('.fronts .face').count();
      const running = await page.locator('.running > .keyed').count();
      expect(await page.locator('.backs .face').count()).toBe(cards);
      const answered = await page.locator('.pieces .question[data-state="answered"]').count();
      expect(answered).toBeGreaterThan(10);
      expect(cards + running).toBe(answered);
      // A sheet of fronts and a sheet of backs in turn, and no empty one between.
      expect(sheets.length).toBeGreaterThanOrEqual(await page.locator('.sheet').count());
      expect(sheets.filter((sheet) => sheet.letters === '')).toEqual([]);
    });
  }
}
