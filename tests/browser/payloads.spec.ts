/**
 * Two walls stand between a stranger's note and a reader's browser, and each holds alone: the sanitiser
 * without a policy, and the policy without a sanitiser.
 */
import { expect, type Page, test } from '@playwright/test';
import { policy } from '../../src/layouts/policy.ts';
import { payloads } from '../security/payloads.ts';
import { pageOf } from '../support/page-of.ts';

/** Loads the page. A payload before may have begun to lead elsewhere; that calls off a visit, once. */
async function visit(page: Page): Promise<void> {
  const go = () => page.goto('http://127.0.0.1/', { waitUntil: 'load' });
  await go().catch((reason: Error) => {
    if (!reason.message.includes('ERR_ABORTED')) throw reason;
    return go();
  });
}

/** Payloads whose text runs `pwn()` on a page made by `dress`, and requests that left the page. */
async function attack(page: Page, dress: (payload: string) => string): Promise<string[]> {
  const broken: string[] = [];
  let current = '';
  let body = '';
  await page.exposeFunction('pwn', () => broken.push(current));
  await page.route('**/*', (route) => {
    const url = new URL(route.request().url());
    if (url.hostname !== '127.0.0.1') broken.push(`${current} asked ${url.hostname}`);
    if (route.request().isNavigationRequest() && route.request().frame() === page.mainFrame()) {
      return route.fulfill({ contentType: 'text/html', body });
    }
    return route.fulfill({ status: 404, body: '' });
  });
  page.on('dialog', (dialog) => dialog.dismiss());
  for (const payload of payloads) {
    current = payload;
    body = dress(payload);
    await visit(page);
    await page.evaluate(() => {
      // A link, a button or a form may need a reader's hand; the way out of the page is closed.
      addEventListener('beforeunload', (event) => event.stopImmediatePropagation());
      for (const element of document.querySelectorAll('a, button, area, summary, [onclick]')) {
        if (!element.matches('a[href^="http"], a[href^="mailto"], a[href^="tel"]'))
          element.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }));
      }
    });
  }
  // One more page: what the last one had left to do is done.
  current = 'afterwards';
  body = '<p>end</p>';
  await visit(page);
  return broken;
}

test.describe('@js @desktop payloads', () => {
  test.setTimeout(180_000);

  test('no payload runs with the sanitiser alone', async ({ page }) => {
    expect(await attack(page, (payload) => `<!doctype html><title>t</title>${pageOf(payload)}`)).toEqual([]);
  });

  test('no payload runs with the policy alone', async ({ page }) => {
    const meta = `<meta http-equiv="Content-Security-Policy" content="${policy({})}">`;
    const broken = await attack(page, (payload) => `<!doctype html>${meta}<title>t</title>${payload}`);
    expect(broken.filter((entry) => !entry.includes('evil.invalid'))).toEqual([]);
  });

  test('payloads do run without either, so the two tests above can fail', async ({ page }) => {
    const broken = new Set(await attack(page, (payload) => `<!doctype html><title>t</title>${payload}`));
    expect(broken.size).toBeGreaterThan(40);
  });
});
