import type { BrowserContext } from '@playwright/test';

/** Writes down, while pages are looked at, everything that a page of this site must not do; `hasScripts`: scripts are on. */
export async function watch(context: BrowserContext, hasScripts = true): Promise<string[]> {
  const troubles: string[] = [];
  await context.route(
    (url) => url.hostname !== '127.0.0.1',
    (route) => {
      troubles.push(`request to another host: ${route.request().url()}`);
      return route.abort();
    },
  );
  context.on('console', (message) => {
    const type = message.type();
    // Playwright's own word for every page that would start the worker.
    if (message.text().startsWith('Service Worker registration blocked by Playwright')) return;
    if (type === 'error' || type === 'warning') troubles.push(`console ${type}: ${message.text()}`);
  });
  context.on('weberror', (error) => {
    const { message } = error.error();
    // Chromium's own word for a fade that came too late to be shown; no script of a page can catch it.
    if (message.startsWith('Transition was aborted because of invalid state.')) return;
    troubles.push(`uncaught: ${message}`);
  });
  context.on('requestfailed', (request) => {
    const reason = request.failure()?.errorText ?? '';
    // Without scripts Chromium refuses those that a page names ahead.
    if (!hasScripts && reason === 'csp' && request.url().endsWith('.js')) return;
    // Whoever leaves a page early calls off what it was still asking for.
    if (reason !== 'net::ERR_ABORTED') troubles.push(`failed request: ${request.url()} ${reason}`);
  });
  await context.exposeBinding('reportViolation', (_, text: string) => troubles.push(text));
  await context.addInitScript(() => {
    addEventListener(
      'securitypolicyviolation',
      ({ violatedDirective, blockedURI, sourceFile, lineNumber }) => {
        const report = Reflect.get(globalThis, 'reportViolation') as (text: string) => void;
        report(`policy violation: ${violatedDirective} ${blockedURI} ${sourceFile}:${lineNumber}`);
      },
    );
  });
  return troubles;
}
