/**
 * Takes the pictures in `docs/forms/` from the examples in `docs/writing-notes.md`, so that the two cannot differ.
 *
 * Run by hand after a change to the page: `npx node tests/pictures.ts`.
 */
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { findBrowser, launchArguments } from './support/chromium.ts';
import { serve } from './support/serve.ts';
import { root, run } from './support/step.ts';

const guide = await readFile(join(root, 'docs', 'writing-notes.md'), 'utf8');
const examples = [
  ...guide.matchAll(/^(`{3,})md\n((?:(?!\1).*\n)*)\1\n\n!\[[^\]]*\]\(forms\/([\w-]+)\.png\)/gm),
].map(([, , note = '', name = '']) => ({ name, note }));

const work = await mkdtemp(join(tmpdir(), 'unfold-pictures-'));
try {
  const notes = join(work, 'notes');
  const site = join(work, 'site');
  await mkdir(notes, { recursive: true });
  await writeFile(join(notes, 'unfold.yaml'), 'forms: [q-a, double-colon]\n');
  for (const { name, note } of examples) await writeFile(join(notes, `${name}.md`), `# ${name}\n\n${note}\n`);
  const { failed } = await run({
    name: 'build of the examples',
    command: ['npm', 'run', '--silent', 'build', '--', '--outDir', site],
    env: { NOTES_DIR: notes },
  });
  if (failed > 0) throw new Error('The examples could not be built; the output is above.');

  const server = await serve({ folder: site, base: '/' });
  const { path, env } = await findBrowser();
  const browser = await chromium.launch({
    executablePath: path,
    args: launchArguments,
    env: { ...process.env, ...env } as Record<string, string>,
  });
  const page = await browser.newPage({
    viewport: { width: 760, height: 900 },
    colorScheme: 'light',
    deviceScaleFactor: 2,
    reducedMotion: 'reduce',
  });
  await mkdir(join(root, 'docs', 'forms'), { recursive: true });
  for (const { name } of examples) {
    await page.goto(`${server.url}${name}/`);
    await page.evaluate(() => {
      for (const toggle of document.querySelectorAll('details')) toggle.open = true;
    });
    await page.locator('article.note').screenshot({ path: join(root, 'docs', 'forms', `${name}.png`) });
  }
  await browser.close();
  await server.close();
  console.log(`${examples.length} pictures`);
} finally {
  await rm(work, { recursive: true, force: true });
}
