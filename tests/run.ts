/**
 * The whole test run, as `npm test` and CI start it: format and lint, spelling,
 * types, units, build, browser.
 *
 * Later steps run even when earlier ones fail, so that one run shows everything there is to mend;
 * only the browser tests need what the build step made. The last line is `N passed, N failed`.
 */
import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findBrowser } from './support/chromium.ts';
import { builds, layNotes } from './support/sites.ts';
import { type Outcome, run, type Step } from './support/step.ts';

const reports = await mkdtemp(join(tmpdir(), 'unfold-tests-'));

const biome: Step = { name: 'format and lint', command: ['biome', 'ci', '--error-on-warnings', '.'] };

const spelling: Step = {
  name: 'spelling',
  command: [
    'cspell',
    'lint',
    '--no-progress',
    '--config',
    'tests/spelling/cspell.json',
    'README.md',
    'CONTRIBUTING.md',
    'docs/**/*.md',
    'content/**/*.{md,mdx}',
    'src/components/*.mdx',
  ],
};

const types: Step = {
  name: 'types',
  // It writes the types of the collections first, and for that it reads notes.
  command: ['astro', 'check', '--minimumFailingSeverity', 'warning'],
  env: { NOTES_DIR: 'tests/fixtures/notes' },
};

const tap = join(reports, 'units.tap');
const units: Step = {
  name: 'units',
  command: [
    'node',
    '--test',
    '--test-reporter=spec',
    '--test-reporter-destination=stdout',
    '--test-reporter=tap',
    `--test-reporter-destination=${tap}`,
    'tests/**/*.test.ts',
  ],
  async count() {
    const report = await readFile(tap, 'utf8');
    const number = (name: string) => Number(report.match(new RegExp(`^# ${name} (\\d+)$`, 'm'))?.[1] ?? 0);
    return { passed: number('pass'), failed: number('fail') + number('cancelled') + number('skipped') };
  },
};

const report = join(reports, 'browser.json');
const pages: Step = {
  name: 'pages',
  command: ['playwright', 'test', '--config', 'tests/playwright.config.ts'],
  env: { UNFOLD_SITES: 'built', UNFOLD_REPORT: report },
  async count() {
    const { stats } = JSON.parse(await readFile(report, 'utf8')) as { stats: Record<string, number> };
    const { expected = 0, unexpected = 0, flaky = 0, skipped = 0 } = stats;
    return { passed: expected, failed: unexpected + flaky + skipped };
  },
};

const total: Outcome = { passed: 0, failed: 0 };
async function add(step: Step): Promise<boolean> {
  const { passed, failed } = await run(step);
  total.passed += passed;
  total.failed += failed;
  return failed === 0;
}

await mkdir(reports, { recursive: true });
try {
  await add(biome);
  await add(spelling);
  await add(types);
  await add(units);
  await layNotes();
  let built = true;
  for (const build of builds) built = (await add(build)) && built;
  if (built) {
    console.log(`  browser: ${(await findBrowser()).origin}`);
    await add(pages);
  } else {
    console.log('▸ pages … not tried: a site is missing');
  }
} finally {
  await rm(reports, { recursive: true, force: true });
}
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed === 0 ? 0 : 1;
