/**
 * Playwright's test with this project's manners: whatever a test is about, the pages it visits must not
 * speak to another host, must not try what their security policy forbids, and must not complain.
 */
import { test as base, expect } from '@playwright/test';
import { watch } from './manners.ts';
import { type Served, serve } from './serve.ts';
import { crowded, type SiteName, sites } from './sites.ts';

export { expect };

interface Fixtures {
  /** Complaints a test provokes on purpose, such as the one about the status of a missing page. */
  excused: RegExp[];
  manners: undefined;
}

interface WorkerFixtures {
  /** Addresses of the home pages of the tests' sites. */
  served: Record<SiteName | 'crowded', string>;
}

/** Use it in place of Playwright's own. Addresses are relative to the site of the fixture notes. */
export const test = base.extend<Fixtures, WorkerFixtures>({
  excused: [[], { option: true }],

  served: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the parameter's pattern, even an empty one
    async ({}, use) => {
      const running = new Map<string, Served>();
      for (const [name, site] of Object.entries({ ...sites, crowded })) running.set(name, await serve(site));
      const address = (name: SiteName | 'crowded') => running.get(name)?.url ?? '';
      await use({
        notes: address('notes'),
        below: address('below'),
        course: address('course'),
        japanese: address('japanese'),
        crowded: address('crowded'),
      });
      for (const server of running.values()) await server.close();
    },
    { scope: 'worker' },
  ],

  baseURL: ({ served }, use) => use(served.notes),

  manners: [
    async ({ context, excused, javaScriptEnabled }, use) => {
      const troubles = await watch(context, javaScriptEnabled);
      await use(undefined);
      expect(troubles.filter((trouble) => !excused.some((excuse) => excuse.test(trouble)))).toEqual([]);
    },
    { auto: true },
  ],
});
