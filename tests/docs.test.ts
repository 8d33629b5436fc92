import assert from 'node:assert/strict';
import { access, readdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { root } from './support/step.ts';

const documents = [
  'README.md',
  'CONTRIBUTING.md',
  ...(await readdir(join(root, 'docs'), { recursive: true }))
    .filter((file) => file.endsWith('.md'))
    .map((file) => join('docs', file)),
];

for (const document of documents) {
  test(`${document} links only to files that are there`, async () => {
    const text = (await readFile(join(root, document), 'utf8'))
      .replace(/^(`{3,})[\s\S]*?^\1/gm, '')
      .replace(/`[^`]*`/g, '');
    const missing: string[] = [];
    for (const [, target = ''] of text.matchAll(/\]\((?!https?:|#)([^)#\s]+)/g)) {
      await access(join(root, dirname(document), target)).catch(() => missing.push(target));
    }
    assert.deepEqual(missing, []);
  });
}

test('every script that a document names is one of package.json', async () => {
  const { scripts } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as {
    scripts: Record<string, string>;
  };
  for (const document of documents) {
    const text = await readFile(join(root, document), 'utf8');
    for (const [, script = ''] of text.matchAll(/npm run ([a-z]+)/g)) {
      assert.ok(script in scripts, `${document}: npm run ${script}`);
    }
  }
});

test('what a document has Node run is run by the Node that the packages bring along', async () => {
  for (const document of documents) {
    const text = await readFile(join(root, document), 'utf8');
    assert.deepEqual(text.match(/(?<!npx )\bnode \S+\.ts/g) ?? [], [], document);
  }
});

test('every script of package.json starts something that is there', async () => {
  const { scripts } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as {
    scripts: Record<string, string>;
  };
  for (const [, file = ''] of Object.values(scripts)
    .join('\n')
    .matchAll(/node (\S+\.ts)/g)) {
    await access(join(root, file));
  }
});

test('the oldest browsers of docs/browsers.md and of the README are those that the style sheets are made for', async () => {
  const text = await readFile(join(root, 'docs', 'browsers.md'), 'utf8');
  const oldest = (engine: string) =>
    new RegExp(`^\\| ${engine} \\|[^|]*\\| ([\\d.]+) \\|`, 'm').exec(text)?.[1];
  const [chrome, firefox, safari] = ['Chromium', 'Gecko', 'WebKit'].map(oldest);
  const config = await readFile(join(root, 'astro.config.mjs'), 'utf8');
  assert.ok(config.includes(`cssTarget: ['chrome${chrome}', 'firefox${firefox}', 'safari${safari}']`));
  const readme = await readFile(join(root, 'README.md'), 'utf8');
  assert.ok(readme.includes(`[Chrome ${chrome}, Firefox ${firefox}, Safari ${safari}](docs/browsers.md)`));
});
