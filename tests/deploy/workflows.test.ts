/** The workflows: what they may do, and what they run. */
import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { parse } from 'yaml';
import { root } from '../support/step.ts';

interface Step {
  uses?: string;
  run?: string;
  id?: string;
  with?: Record<string, unknown>;
  env?: Record<string, string>;
}
interface Workflow {
  on: Record<string, unknown>;
  permissions: Record<string, string>;
  concurrency: Record<string, unknown>;
  jobs: Record<
    string,
    {
      permissions?: Record<string, string>;
      needs?: string;
      container?: { image: string };
      'timeout-minutes': number;
      steps: Step[];
    }
  >;
}

const folder = join(root, '.github', 'workflows');
const files = (await readdir(folder)).sort();
const read = (file: string): Promise<string> => readFile(join(folder, file), 'utf8');
const pages = parse(await read('pages.yml')) as Workflow;

for (const file of files) {
  test(`${file} names every action by its commit, and beside it by its version`, async () => {
    const uses = [...(await read(file)).matchAll(/uses: (.*)/g)].map(([, what = '']) => what);
    assert.ok(uses.length > 0);
    for (const what of uses) assert.match(what, /^actions\/[a-z-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
  });

  test(`${file} may read and nothing else, except where a job says so, and ends by itself`, async () => {
    const { permissions, jobs } = parse(await read(file)) as Workflow;
    assert.deepEqual(permissions, { contents: 'read' });
    for (const job of Object.values(jobs)) assert.ok(job['timeout-minutes'] > 0);
  });
}

test('every push is tested as at home, by Lighthouse, and in three engines where Debian has them', async () => {
  const { on, jobs } = parse(await read('test.yml')) as Workflow;
  assert.deepEqual(Object.keys(on), ['push', 'pull_request']);
  const last = (job: string) => jobs[job]?.steps.at(-1)?.run;
  assert.deepEqual(['test', 'lighthouse', 'engines'].map(last), [
    '.ci/run',
    'npm run test:lighthouse',
    'npm run test:engines',
  ]);
  assert.match(jobs['engines']?.container?.image ?? '', /^node:\d+-bookworm$/);
});

test('every push has its image built and started as the guide says, and asked for what it is to send', async () => {
  const { jobs } = parse(await read('test.yml')) as Workflow;
  const guide = await readFile(join(root, 'docs', 'deploying.md'), 'utf8');
  const [, commands = ''] = /```sh\n(docker build [^`]*)```/.exec(guide) ?? [];
  const [build, start] = commands.trim().split('\n');
  const runs = jobs['image']?.steps.flatMap(({ run }) => run ?? []) ?? [];
  assert.deepEqual(
    [runs[0], runs[1], runs[2]?.replace('--detach ', ''), runs.at(-1)],
    ['npm ci', build, start, 'npm run test:server -- http://127.0.0.1:8080/'],
  );
});

test('only the job that deploys may write, to Pages alone, and it runs none of our code', () => {
  const { build, deploy } = pages.jobs;
  assert.deepEqual(build?.permissions, { contents: 'read', pages: 'read' });
  assert.deepEqual(deploy?.permissions, { pages: 'write', 'id-token': 'write' });
  assert.equal(deploy?.needs, 'build');
  assert.deepEqual(
    deploy?.steps.map(({ uses, run }) => [uses?.split('@')[0], run]),
    [['actions/deploy-pages', undefined]],
  );
  assert.deepEqual(pages.concurrency, { group: 'pages', 'cancel-in-progress': false });
});

test('the build knows its address from Pages and its dates from the whole history', () => {
  const steps = pages.jobs['build']?.steps ?? [];
  const by = (action: string) => steps.find(({ uses }) => uses?.startsWith(`actions/${action}@`));
  assert.equal(by('checkout')?.with?.['fetch-depth'], 0);
  assert.equal(by('checkout')?.with?.['persist-credentials'], false);
  const { id } = by('configure-pages') ?? {};
  assert.deepEqual(steps.find(({ run }) => run === 'npm run build')?.env, {
    SITE_URL: `\${{ steps.${id}.outputs.origin }}`,
    BASE_PATH: `\${{ steps.${id}.outputs.base_path }}`,
  });
  assert.equal(by('upload-pages-artifact')?.with?.['path'], 'dist');
});

test('the build has what the one before has made, restored after npm has emptied its place', () => {
  const steps = pages.jobs['build']?.steps ?? [];
  const at = (is: (step: Step) => boolean | undefined) => steps.findIndex(is);
  const restored = at(({ uses }) => uses?.startsWith('actions/cache@'));
  assert.deepEqual(steps[restored]?.with, {
    path: 'node_modules/.astro',
    key: `built-\${{ github.sha }}`,
    'restore-keys': 'built-',
  });
  assert.equal(restored, at(({ run }) => run === 'npm ci') + 1);
  assert.equal(restored, at(({ run }) => run === 'npm run build') - 1);
});
