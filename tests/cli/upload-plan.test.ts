/** What an upload does with each file, and what becomes of old ones. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isHashed as isHashedOffline } from '../../src/browser/offline/address.ts';
import { isHashed, planRemoval, planUpload } from '../../src/cli/upload-plan.ts';
import { builtFiles as site } from '../support/fake-aws.ts';

/** The stages in their order. */
const order = ['hashed', 'parts', 'pages', 'last'];
const DAY = 86_400_000;

test('after fourteen days it goes, unless a build has it again', () => {
  const there = new Set(['index.html', '_astro/a.1.js', '_astro/b.2.js', '_astro/c.3.js', '_upload.json']);
  const now = 1_800_000_000_000;
  assert.deepEqual(
    planRemoval(
      ['index.html', '_astro/c.3.js'],
      there,
      {
        '_astro/a.1.js': now - 14 * DAY,
        '_astro/b.2.js': now - 14 * DAY + 1,
        '_astro/c.3.js': now - 30 * DAY,
      },
      now,
    ),
    { remove: ['_astro/a.1.js'], retired: { '_astro/b.2.js': now - 14 * DAY + 1 } },
  );
});

test('what is named by its content here is what the service worker takes for it', () => {
  for (const path of [
    ...Object.keys(site),
    'pagefind/wasm.en.pagefind',
    'files/_astro/x.js',
    'pagefind/pagefind.en_1.pf_meta',
  ])
    assert.equal(isHashed(path), isHashedOffline(`/${path}`) && !path.startsWith('files/'), path);
});

test('every file of a plan is in it once, in the order of the stages', () => {
  const batches = planUpload(Object.keys(site), new Set(['_astro/Page.-xGAces3.css']));
  const paths = batches.flatMap((batch) => batch.paths);
  assert.equal(new Set(paths).size, paths.length);
  assert.deepEqual(
    Object.keys(site).filter((path) => !paths.includes(path)),
    ['_astro/Page.-xGAces3.css', '_headers', '_redirects'],
  );
  const stages = batches.map((batch) => batch.stage);
  assert.deepEqual(
    stages,
    stages.toSorted((a, b) => order.indexOf(a) - order.indexOf(b)),
  );
});
