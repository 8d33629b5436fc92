import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { root } from './support/step.ts';

/** What each folder of src may not import, and something it may: the table of docs/architecture.md. */
const table: Record<string, { refused: string[]; allowed: string[] }> = {
  core: {
    refused: ['node:fs', 'astro', 'astro:content', 'unified', '../markdown/x.ts', '../data/x.ts'],
    allowed: ['./note.ts', 'ts-fsrs', '#words'],
  },
  words: {
    refused: ['node:fs', 'astro', 'astro:content', '../core/x.ts', '../browser/x.ts', '../data/x.ts'],
    allowed: ['./en.ts'],
  },
  markdown: {
    refused: [
      'astro',
      'astro:content',
      'astro/zod',
      '../data/x.ts',
      '../browser/x.ts',
      '../cli/x.ts',
      '../exports/x.ts',
    ],
    allowed: ['node:path', 'unified', '../core/note.ts', '#words'],
  },
  data: {
    refused: [
      '../components/X.astro',
      '../layouts/X.astro',
      '../pages/x.ts',
      '../browser/x.ts',
      '../exports/x.ts',
    ],
    allowed: ['astro:content', 'astro/zod', '../markdown/x.ts', '../core/note.ts'],
  },
  components: {
    refused: [
      'astro:content',
      '../data/x.ts',
      '../markdown/x.ts',
      '../pages/x.ts',
      '../cli/x.ts',
      '../exports/x.ts',
    ],
    allowed: ['../core/note.ts', '#words', '../layouts/X.astro', './X.astro'],
  },
  layouts: {
    refused: [
      'astro:content',
      '../data/x.ts',
      '../markdown/x.ts',
      '../pages/x.ts',
      '../cli/x.ts',
      '../exports/x.ts',
    ],
    allowed: ['../core/note.ts', '#words', '../components/X.astro'],
  },
  pages: {
    refused: ['astro:content', '../markdown/x.ts', '../../markdown/x.ts', '../cli/x.ts'],
    allowed: [
      '../data/x.ts',
      '../core/note.ts',
      '#words',
      '../exports/x.ts',
      '../layouts/X.astro',
      '../components/X.astro',
    ],
  },
  exports: {
    refused: [
      'astro',
      'astro:content',
      '../data/x.ts',
      '../../data/x.ts',
      '../markdown/x.ts',
      '../components/X.astro',
      '../pages/x.ts',
      '../browser/x.ts',
    ],
    allowed: ['node:sqlite', 'fflate', '../core/note.ts', './x.ts'],
  },
  integrations: {
    refused: ['astro:content', '../data/x.ts', '../markdown/x.ts', '../components/X.astro'],
    allowed: ['node:fs', 'astro', 'pagefind', '../core/note.ts', '../exports/x.ts', '../data/kept-texts.ts'],
  },
  browser: {
    refused: [
      'node:fs',
      'astro',
      'astro:content',
      '../data/x.ts',
      '../markdown/x.ts',
      '../components/X.astro',
    ],
    allowed: ['./x.ts', '../core/note.ts', '#words'],
  },
  cli: {
    refused: ['astro', 'astro:content', '../data/x.ts', '../browser/x.ts', '../pages/x.ts'],
    allowed: ['node:fs', '../markdown/x.ts', '../core/note.ts'],
  },
};

/** Globals and properties that would tie src/core to a place or a moment. */
const impure = ['Date.now()', 'Math.random()', 'window.name', 'process.pid', 'localStorage.length', 'fetch'];

interface Diagnostic {
  category: string;
  message: string;
  location: { path: string; start: { line: number } };
}

let folder: string;
let found: Diagnostic[];

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'unfold-imports-'));
  await cp(join(root, 'biome.jsonc'), join(folder, 'biome.jsonc'));
  await cp(join(root, 'package.json'), join(folder, 'package.json'));
  for (const [ring, { refused, allowed }] of Object.entries(table)) {
    await mkdir(join(folder, 'src', ring), { recursive: true });
    await writeFile(join(folder, 'src', ring, 'refused.ts'), imports(refused));
    await writeFile(join(folder, 'src', ring, 'allowed.ts'), imports(allowed));
    await writeFile(join(folder, 'src', ring, 'Refused.astro'), `---\n${imports(refused)}---\n<p>x</p>\n`);
    await writeFile(join(folder, 'src', ring, 'Script.astro'), `<script>\n${imports(refused)}</script>\n`);
  }
  const impurities = impure.map((code, index) => `export const value${index} = ${code};\n`);
  await writeFile(join(folder, 'src', 'core', 'impure.ts'), impurities.join(''));
  found = await lint(folder);
});

after(() => rm(folder, { recursive: true, force: true }));

for (const [ring, { refused }] of Object.entries(table)) {
  test(`src/${ring} may not import ${refused.join(', ')}, and is told why`, () => {
    for (const [file, offset] of [
      ['refused.ts', 1],
      ['Refused.astro', 2],
      ['Script.astro', 2],
    ] as const) {
      const hits = restricted(`src/${ring}/${file}`);
      assert.deepEqual(
        hits.map((hit) => refused[hit.location.start.line - offset]),
        refused,
        file,
      );
      // The folder's own sentence, not the linter's stock one.
      for (const hit of hits) assert.match(hit.message, /: |\. /);
    }
  });

  test(`src/${ring} may import what its row of the table allows`, () => {
    assert.deepEqual(restricted(`src/${ring}/allowed.ts`), []);
  });
}

test('src/core has no clock, no randomness, no DOM and no Node', () => {
  const lines = found.filter(({ category, location }) => {
    return location.path === 'src/core/impure.ts' && /RestrictedProperties|RestrictedGlobals/.test(category);
  });
  assert.deepEqual(
    [...new Set(lines.map(({ location }) => impure[location.start.line - 1]))].sort(),
    [...impure].sort(),
  );
});

function imports(specifiers: string[]): string {
  return specifiers.map((name, index) => `export { x as x${index} } from '${name}';\n`).join('');
}

function restricted(path: string): Diagnostic[] {
  return found
    .filter(({ category, location }) => location.path === path && category.endsWith('noRestrictedImports'))
    .sort((a, b) => a.location.start.line - b.location.start.line);
}

async function lint(cwd: string): Promise<Diagnostic[]> {
  const report = join(cwd, 'report.json');
  const args = ['lint', '--vcs-enabled=false', '--max-diagnostics=none', '--reporter=json'];
  // It exits with an error because it finds what it should.
  await new Promise((resolve) =>
    execFile(
      join(root, 'node_modules', '.bin', 'biome'),
      [...args, `--reporter-file=${report}`, 'src'],
      { cwd },
      resolve,
    ),
  );
  const { diagnostics } = JSON.parse(await readFile(report, 'utf8')) as { diagnostics: Diagnostic[] };
  return diagnostics;
}
