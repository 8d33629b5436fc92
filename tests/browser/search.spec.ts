import type { Locator, Page } from '@playwright/test';
import { barriers } from '../support/barriers.ts';
import { places, toggle } from '../support/notes.ts';
import { rate } from '../support/recall.ts';
import { findOnly } from '../support/search-index.ts';
import { expect, test } from '../support/test.ts';

const box = (page: Page): Locator => page.getByRole('searchbox');
const found = (page: Page): Locator => page.locator('[data-found]');
const said = (page: Page): Locator => page.getByRole('status');
const question = (page: Page, prompt: string | RegExp): Locator =>
  found(page).getByRole('link', { name: prompt });

/** Types a query, and waits until it was looked for. */
async function search(page: Page, query: string): Promise<void> {
  await box(page).fill(query);
  await expect(page.locator('study-search')).toHaveAttribute('data-shown', query);
}

test.describe('search', { tag: '@js' }, () => {
  test('the masthead leads to it, and no page fetches anything of it before', async ({ page }) => {
    const asked: string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    for (const place of [places.home, places.topic, places.brewing]) {
      await page.goto(place, { waitUntil: 'networkidle' });
    }
    const link = page.getByRole('navigation', { name: 'Site' }).getByRole('link', { name: 'Search' });
    await link.hover();
    expect(asked.filter((path) => path.includes('pagefind'))).toEqual([]);
    await link.click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Search');
    await expect(box(page)).toBeFocused();
  });

  test('a hit stands under its note, with what matches marked, and opens the very question', async ({
    page,
  }) => {
    await page.goto('search/');
    await search(page, 'bloom');
    await expect(said(page)).toHaveText('Found in 1 note.');
    await expect(found(page).getByRole('heading', { level: 2 })).toHaveText('Brewing');
    await expect(found(page).locator('mark')).toHaveText(['bloom']);
    await question(page, 'What is the bloom?').click();
    await expect(page).toHaveURL(/\/2-coffee\/1-brewing\/#what-is-the-bloom$/);
    await expect(toggle(page, 'What is the bloom?')).toHaveAttribute('open');
  });

  test('the index makes nothing of the parts of a note, which are cut here', async ({ page, served }) => {
    await page.goto('search/');
    const made = await page.evaluate(async (script) => {
      const pagefind = await import(script);
      const { results } = await pagefind.search('water');
      const { anchors, sub_results } = await results[0].data();
      return { anchors: anchors.length, parts: sub_results.length };
    }, `${served.notes}pagefind/pagefind.js`);
    expect(made.anchors).toBeGreaterThan(10);
    // One for the words before the first heading that Pagefind knows: there is none.
    expect(made.parts).toBe(1);
  });

  test('below a path, everything is found there', async ({ page, served }) => {
    await page.goto(`${served.below}search/?q=bloom`);
    await expect(question(page, 'What is the bloom?')).toHaveAttribute(
      'href',
      '/a/b/2-coffee/1-brewing/#what-is-the-bloom',
    );
  });

  test('words of an answer and of prose are found, with what stands around them', async ({ page }) => {
    await page.goto('search/?q=espresso');
    await expect(question(page, 'How fine should the coffee be?')).toBeVisible();
    await expect(found(page).locator('.excerpt')).toHaveText(
      'As fine as the method is quick: an espresso is through in half a minute, a press takes four.',
    );
    await search(page, 'rinse');
    await question(page, 'The pour').click();
    await expect(page).toHaveURL(/\/2-coffee\/1-brewing\/#the-pour$/);
  });

  test('works from the keyboard alone', async ({ page }) => {
    await page.goto(places.home);
    await page.keyboard.press('/');
    await expect(page).toHaveURL(/\/search\/$/);
    await expect(box(page)).toBeFocused();
    await page.keyboard.type('gluten');
    await expect(said(page)).toHaveText(/^Found in \d+ notes?\.$/);
    const first = found(page).getByRole('link').first();
    await page.keyboard.press('Enter');
    await expect(first).toBeFocused();
    await page.keyboard.press('ArrowUp');
    await expect(box(page)).toBeFocused();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await expect(found(page).getByRole('link').nth(1)).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(box(page)).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(box(page)).toHaveValue('');
    await expect(found(page).getByRole('listitem')).toHaveCount(0);
    await page.keyboard.press('Escape');
    await expect(box(page)).not.toBeFocused();
    await page.keyboard.press('/');
    await expect(box(page)).toBeFocused();
    await page.keyboard.type('bloom');
    await expect(said(page)).toHaveText('Found in 1 note.');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/#what-is-the-bloom$/);
  });

  test('Enter waits for what is being looked for, and leads to it unless one goes on typing', async ({
    page,
  }) => {
    for (const keys of [
      ['bloom', 'Enter'],
      ['bloo', 'Enter', 'm'],
    ] as const) {
      let send = (): void => undefined;
      const asked = new Promise<void>((resolve) => {
        send = resolve;
      });
      await page.route('**/pagefind.js', async (route) => {
        await asked;
        await route.continue();
      });
      await page.goto('search/');
      for (const key of keys) await (key === 'Enter' ? page.keyboard.press(key) : page.keyboard.type(key));
      await expect(said(page)).toHaveText('Fetching the search index…');
      await expect(box(page)).toBeFocused();
      send();
      await expect(said(page)).toHaveText('Found in 1 note.');
      const focused = keys.length === 2 ? found(page).getByRole('link').first() : box(page);
      await expect(focused).toBeFocused();
      await page.unroute('**/pagefind.js');
    }
  });

  test('where no note has all of the words, those that have the most of them are shown', async ({ page }) => {
    await findOnly(page, [
      { name: 'roles', questions: [{ prompt: 'Who uses the task role?', answer: 'The program.' }] },
      { name: 'start', questions: [{ prompt: 'Who uses the execution role?', answer: 'The agent, by -v.' }] },
      { name: 'other', questions: [{ prompt: 'What is a task?', answer: 'A copy of a definition.' }] },
    ]);
    await page.goto('search/?q=task role vs quantum');
    await expect(said(page)).toHaveText('No note has all of these words. Found in 3 notes that have some.');
    await expect(found(page).getByRole('heading').first()).toHaveText('roles');
    await expect(found(page).locator('li li').first().locator('mark')).toHaveText(['task role']);
    await search(page, 'task role');
    await expect(said(page)).toHaveText('Found in 1 note.');
    await search(page, '"role task"');
    await expect(said(page)).toHaveText('Nothing was found for “"role task"”.');
    await search(page, 'quantum gravity');
    await expect(said(page)).toHaveText('Nothing was found for “quantum gravity”.');
  });

  test('the slash leads to it from every page, and not while one writes', { tag: '@desktop' }, async ({
    page,
    served,
  }) => {
    const own = ['', 'review/', 'progress/', 'data/', 'settings/', 'help/', 'offline/', 'print/1-bread/'];
    for (const place of [...own, places.topic, places.brewing]) {
      await page.goto(`${served.below}${place}`);
      await page.keyboard.press('/');
      await expect(page, place).toHaveURL(`${served.below}search/`);
      await expect(box(page)).toBeFocused();
      await page.keyboard.type('a/b');
      await expect(box(page)).toHaveValue('a/b');
    }
    await page.goto('settings/');
    await page.getByRole('spinbutton').first().focus();
    await page.keyboard.press('/');
    await page.keyboard.press('Control+/');
    await expect(page).toHaveURL(/\/settings\/$/);
  });

  test('single keys can be switched off', { tag: '@desktop' }, async ({ page }) => {
    await page.goto('search/');
    await page.locator('summary', { hasText: 'Keys' }).click();
    await page.getByLabel('Single keys act here').uncheck();
    await page.getByLabel('Single keys act here').blur();
    await page.keyboard.press('/');
    await expect(box(page)).not.toBeFocused();
    await page.goto(places.home);
    await page.keyboard.press('/');
    await expect(page).toHaveURL(/\/$/);
    await expect(page.getByRole('heading', { level: 1 })).not.toHaveText('Search');
  });

  test('what is looked for stands in the address, and comes back from there', async ({ page }) => {
    await page.goto('search/');
    await search(page, 'water');
    await page.getByLabel('Topic').selectOption({ index: 1 });
    await expect(page).toHaveURL(/\/search\/\?q=water&topic=1-bread$/);
    await expect(found(page).getByRole('heading', { name: 'Dough' })).toBeVisible();
    await expect(found(page).getByRole('heading', { name: 'Tea in 30 questions' })).toHaveCount(0);
    await page.reload();
    await expect(box(page)).toHaveValue('water');
    await expect(page.getByLabel('Topic')).toHaveValue('/1-bread/');
    await expect(found(page).getByRole('heading', { name: 'Tea in 30 questions' })).toHaveCount(0);
    await expect(found(page).getByRole('heading', { name: 'Dough' })).toBeVisible();
  });

  test('who follows a hit at once comes back to what was looked for', async ({ page }) => {
    await page.clock.install({ time: '2026-11-23T12:00:00Z' });
    await page.goto('search/');
    await page.clock.pauseAt('2026-11-23T13:00:00Z');
    await search(page, 'bloom');
    await question(page, 'What is the bloom?').click();
    await expect(page).toHaveURL(/#what-is-the-bloom$/);
    await page.goBack();
    await expect(page).toHaveURL(/\/search\/\?q=bloom$/);
    await expect(question(page, 'What is the bloom?')).toBeVisible();
  });

  test('a level leaves only questions of that level', async ({ page }) => {
    await findOnly(page, [
      {
        name: 'n',
        questions: [
          { prompt: 'What is a pod?', level: 'recall' },
          { prompt: 'When is a pod too large?', level: 'apply' },
        ],
      },
    ]);
    await page.goto('search/?q=pod&level=apply');
    await expect(question(page, 'When is a pod too large?')).toBeVisible();
    await expect(question(page, 'What is a pod?')).toHaveCount(0);
    await page.getByLabel('Level').selectOption('understand');
    await expect(said(page)).toHaveText('Nothing was found for “pod” with this topic and level.');
    await expect(page).toHaveURL(/\?q=pod&level=understand$/);
  });

  test('an answer that is due is not given away before it is asked for', async ({ page }) => {
    await page.clock.setFixedTime('2026-11-23T12:00:00Z');
    await page.goto(places.brewing);
    await rate(page, 'How fine should the coffee be?', 'Got it');
    await page.goto('search/?q=espresso');
    await expect(found(page).locator('.excerpt')).toContainText('an espresso is through');

    await page.clock.setFixedTime('2026-12-23T12:00:00Z');
    await page.goto('search/?q=espresso');
    await expect(found(page)).toContainText('It matches in the answer, which is due.');
    await expect(found(page)).not.toContainText('an espresso is through');
    await expect(page.getByRole('navigation', { name: 'Site' })).toContainText('1 due');
    expect(await barriers(page)).toEqual([]);
    await box(page).press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await expect(found(page).getByRole('button', { name: 'Show' })).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(found(page).locator('.excerpt')).toContainText('an espresso is through');
    await expect(found(page).locator('.excerpt')).toBeFocused();
    await page.keyboard.press('ArrowUp');
    await expect(question(page, 'How fine should the coffee be?')).toBeFocused();
    await found(page).locator('.excerpt').focus();
    await page.keyboard.press('Escape');
    await expect(box(page)).toBeFocused();

    // What is in the prompt was never hidden.
    await search(page, 'coffee');
    await expect(question(page, 'How fine should the coffee be?')).toBeVisible();
    await expect(found(page)).not.toContainText('due');
  });

  test('finds code terms as they are written', async ({ page }) => {
    await findOnly(page, [
      { name: 'force', questions: [{ prompt: 'What does `--force` do?' }] },
      {
        name: 'mode',
        questions: [{ prompt: 'Which mode?', answer: 'awsvpc, with ECS_ENABLE_TASK_ENI=true' }],
      },
      { name: 'host', questions: [{ prompt: 'What is EC2?', answer: 'At least 0.25 vCPU' }] },
      { name: 'lang', questions: [{ prompt: 'Is C++ faster than C#?' }] },
    ]);
    await page.goto('search/');
    for (const [query, title] of [
      ['--force', 'force'],
      ['awsvpc', 'mode'],
      ['ECS_ENABLE_TASK_ENI', 'mode'],
      ['ecs enable', 'mode'],
      ['EC2', 'host'],
      ['0.25 vcpu', 'host'],
      ['C++', 'lang'],
      ['C#', 'lang'],
      ['"Is C++ faster"', 'lang'],
    ] as const) {
      await search(page, query);
      await expect(found(page).getByRole('heading'), query).toHaveText([title]);
      await expect(found(page).locator('mark').first(), query).toBeVisible();
    }
    await search(page, '"faster is"');
    await expect(said(page)).toHaveText('Nothing was found for “"faster is"”.');
  });

  for (const lang of ['en', 'ja', 'zh-Hans', 'ar', 'he', 'de']) {
    test(`finds every script in a course in ${lang}`, { tag: '@desktop' }, async ({ page }) => {
      await findOnly(
        page,
        [
          {
            name: 'ja',
            questions: [
              { prompt: 'コンテナとは何ですか？', answer: '日本語の検索はどうですか。EC2インスタンス' },
            ],
          },
          { name: 'zh', questions: [{ prompt: '什么是容器编排？', answer: '调度、扩展和网络' }] },
          { name: 'ar', questions: [{ prompt: 'ما هي الحاوية؟', answer: 'عملية معزولة' }] },
          { name: 'he', questions: [{ prompt: 'מהו קונטיינר?', answer: 'תהליך מבודד' }] },
          { name: 'de', questions: [{ prompt: 'Was ist ein Behälter?', answer: 'Häuser für Prozesse' }] },
          { name: 'th', questions: [{ prompt: 'คอนเทนเนอร์คืออะไร', answer: 'ภาษาไทยง่าย' }] },
        ],
        /^(?:zh|ja)/.test(lang) ? 'und' : lang,
      );
      await page.goto('search/');
      for (const [query, title, marked] of [
        ['検索', 'ja', '検索'],
        ['コンテナ', 'ja', 'コンテナ'],
        ['容器', 'zh', '容器'],
        ['编排', 'zh', '编排'],
        ['الحاوية', 'ar', 'الحاوية'],
        ['معزولة', 'ar', 'معزولة'],
        ['קונטיינר', 'he', 'קונטיינר'],
        ['behalter', 'de', 'Behälter'],
        ['Häuser', 'de', 'Häuser'],
        ['ไทย', 'th', 'ไทย'],
      ] as const) {
        await search(page, query);
        await expect(found(page).getByRole('heading'), query).toHaveText([title]);
        await expect(found(page).locator('mark'), query).toHaveText([marked]);
      }
      await search(page, '検索');
      await expect(found(page).locator('.excerpt')).toHaveText('日本語の検索はどうですか。EC2インスタンス');
    });
  }

  test('a query that makes no sense gets a page that does', async ({ page }) => {
    await page.goto('search/?q=%3Cscript%3Ealert(1)%3C/script%3E&topic=%3Cimg%3E&level=hard');
    await expect(box(page)).toHaveValue('<script>alert(1)</script>');
    await expect(page.locator('[data-complaints]')).toHaveText(
      'There is no topic “<img>”. All topics are looked through. There is no level “hard”. There are: recall, understand, apply. All levels are looked through.',
    );
    await expect(said(page)).toHaveText('Nothing was found for “<script>alert(1)</script>”.');

    await page.goto(`search/?q=${'bloom%20'.repeat(1000)}`);
    await expect(page.locator('[data-complaints]')).toHaveText(
      'Only the first 200 characters are looked for; there were 6000.',
    );
    await expect(question(page, 'What is the bloom?')).toBeVisible();

    for (const query of ['%', '%FF', '!!! ???', '%22%22', '%00', '%EF%BB%BF']) {
      await page.goto(`search/?q=${query}`);
      await expect(said(page)).toHaveText(/^(?:“.*” has nothing to look for: no letter and no digit\.|)$/);
    }
    for (const query of [
      'ελληνικά',
      'हिन्दी',
      'አማርኛ',
      'ᏣᎳᎩ',
      '👩‍🚀',
      '𝕏',
      'Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚̯̞̠͍A̴̵̜̰͔ͫ͗͢L',
      '"',
      '*',
      '__proto__',
      'constructor',
    ]) {
      await page.goto(`search/?q=${encodeURIComponent(query)}`);
      await expect(page.locator('study-search')).toHaveAttribute('data-shown', query);
    }
  });

  test('markup in a note is shown as text', async ({ page }) => {
    await findOnly(page, [
      {
        name: 'n',
        title: '<img src=x>',
        questions: [{ prompt: 'A <b>b</b>?', answer: 'needle <script>1</script>' }],
      },
    ]);
    await page.goto('search/?q=needle');
    await expect(found(page).getByRole('heading')).toHaveText('<img src=x>');
    await expect(question(page, 'A <b>b</b>?')).toBeVisible();
    await expect(found(page).locator('.excerpt')).toHaveText('needle <script>1</script>');
    await expect(found(page).locator('b, script, img')).toHaveCount(0);
  });

  test('works where no worker can be had, under the policy', { tag: '@desktop' }, async ({ page }) => {
    await page.addInitScript(() => Reflect.deleteProperty(globalThis, 'Worker'));
    await page.goto('search/?q=bloom');
    await expect(question(page, 'What is the bloom?')).toBeVisible();
  });

  test('more of a long note and more notes come when asked for, and take the focus', async ({ page }) => {
    const questions = Array.from({ length: 9 }, (_, n) => ({ prompt: `Which leaf is number ${n + 1}?` }));
    await findOnly(
      page,
      Array.from({ length: 12 }, (_, n) => ({ name: `note-${n + 1}`, questions })),
    );
    await page.goto('search/?q=leaf');
    await expect(said(page)).toHaveText('Found in 12 notes.');
    await expect(found(page).getByRole('heading')).toHaveCount(10);
    const note = found(page).locator('> li').first();
    await expect(note.locator('.hits > li')).toHaveCount(4);
    await note.getByRole('button', { name: '5 more in this note' }).click();
    await expect(note.locator('.hits > li')).toHaveCount(9);
    await expect(note.locator('.hits a').nth(4)).toBeFocused();
    await page.getByRole('button', { name: 'More notes' }).click();
    await expect(found(page).getByRole('heading')).toHaveCount(12);
    await expect(found(page).locator('> li').nth(10).getByRole('link').first()).toBeFocused();
    await expect(page.getByRole('button', { name: 'More notes' })).toBeHidden();
  });

  for (const colorScheme of ['light', 'dark'] as const) {
    test(`has no barrier that axe knows, in ${colorScheme}`, async ({ page }) => {
      await page.emulateMedia({ colorScheme });
      await page.goto('search/');
      expect(await barriers(page)).toEqual([]);
      await search(page, 'water');
      await expect(found(page).getByRole('link').first()).toBeVisible();
      expect(await barriers(page)).toEqual([]);
    });
  }

  test('fits a phone, and is large enough for a thumb', { tag: '@phone' }, async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 640 });
    await page.goto('search/?q=water');
    await expect(found(page).getByRole('link').first()).toBeVisible();
    const { size, height } = await box(page).evaluate((input) => ({
      size: Number.parseFloat(getComputedStyle(input).fontSize),
      height: input.getBoundingClientRect().height,
    }));
    expect(size).toBeGreaterThanOrEqual(16);
    expect(height).toBeGreaterThanOrEqual(44);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    await question(page, /water/).first().tap();
    await expect(page).toHaveURL(/#/);
  });
});

test.describe('where the index cannot be fetched', { tag: ['@js', '@desktop'] }, () => {
  test.use({
    excused: [/^console warning: Search failed: Failed to fetch$|pagefind|ERR_INTERNET_DISCONNECTED/],
  });

  test('the search says so, and looks again at the next change', async ({ page }) => {
    await page.route('**/pagefind/**', (route) => route.abort('internetdisconnected'));
    const loads: string[] = [];
    page.on('load', () => loads.push(page.url()));
    await page.goto('search/?q=bloom');
    await expect(page.locator('[data-complaints]')).toHaveText(
      'The search index could not be fetched. Are you offline? What you change next is looked for again.',
    );
    await page.unroute('**/pagefind/**');
    await search(page, 'bloo');
    await expect(question(page, 'What is the bloom?')).toBeVisible();
    await expect(page.locator('[data-complaints]')).toBeHidden();
    expect(loads).toHaveLength(1);
  });
});

test('without JavaScript the search leads to the topics', { tag: '@no-js' }, async ({ page }) => {
  await page.goto('search/?q=bloom');
  await expect(page.getByText('Search needs JavaScript.')).toBeVisible();
  await expect(box(page)).toBeHidden();
  await page.locator('main').getByRole('link').first().click();
  await expect(page).toHaveURL(/\/1-bread\/$/);
});
