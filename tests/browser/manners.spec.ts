import { watch } from '../support/manners.ts';
import { places } from '../support/notes.ts';
import { expect, test } from '../support/test.ts';

// The guard that stands behind every other test, caught in the act.
test('a request elsewhere, a policy violation and a complaint do not go unnoticed', {
  tag: ['@js', '@desktop'],
}, async ({ browser, served }) => {
  const context = await browser.newContext();
  const troubles = await watch(context);
  const page = await context.newPage();
  await page.goto(served.notes + places.brewing);
  expect(troubles).toEqual([]);
  await page.evaluate(() => {
    console.error('a complaint');
    const script = document.createElement('script');
    script.textContent = 'document.title = "changed"';
    document.head.append(script);
    const image = document.createElement('img');
    image.src = 'https://elsewhere.example/pixel.png';
    document.body.append(image);
  });
  // What a page reports is lost with it.
  await expect
    .poll(() => troubles.join('\n'))
    .toContain('policy violation: img-src https://elsewhere.example/pixel.png');
  await page.goto('https://elsewhere.example/').catch(() => null);
  await expect
    .poll(() => troubles.join('\n'))
    .toContain('request to another host: https://elsewhere.example/');
  const all = troubles.join('\n');
  expect(all).toContain('console error: a complaint');
  expect(all).toContain('policy violation: script-src-elem inline');
  await context.close();
});
