import { defineConfig } from '@playwright/test';
import { findBrowser, launchArguments } from './support/chromium.ts';

const { path, env } = await findBrowser();

export default defineConfig({
  globalSetup: './support/prepare.ts',
  outputDir: '../test-results',
  // A test that passes at the second attempt has found something: it fails.
  retries: 0,
  forbidOnly: true,
  fullyParallel: true,
  workers: 2,
  // Patience is for a machine that is busy with something else; how fast things are is measured by the bench.
  timeout: 60_000,
  expect: { timeout: 15_000 },
  reporter: [
    ['list'],
    ['json', { outputFile: process.env['UNFOLD_REPORT'] ?? '../test-results/report.json' }],
  ],
  use: {
    launchOptions: {
      executablePath: path,
      args: launchArguments,
      env: { ...process.env, ...env } as Record<string, string>,
    },
    trace: 'off',
    // Only the tests of offline reading let the worker in; for all others it would come at some moment or another.
    serviceWorkers: 'block',
    locale: 'en-US',
    timezoneId: 'UTC',
  },
  projects: [
    // What can be told from the built files alone.
    { name: 'files', testDir: './site' },
    {
      name: 'desktop',
      testDir: './browser',
      grepInvert: /@no-js|@phone/,
      use: { viewport: { width: 1280, height: 800 } },
    },
    {
      name: 'phone',
      testDir: './browser',
      // Colours, words and paper are the same at every width.
      grepInvert: /@no-js|@desktop|in dark/,
      testIgnore: ['**/japanese.spec.ts', '**/print.spec.ts', '**/pdf.spec.ts'],
      use: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, deviceScaleFactor: 2 },
    },
    {
      name: 'no-JavaScript',
      testDir: './browser',
      grepInvert: /@js|@phone/,
      use: { viewport: { width: 1280, height: 800 }, javaScriptEnabled: false },
    },
  ],
});
