import { access, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { planUpload } from '../../src/cli/upload-plan.ts';
import { hashedFolders, headers } from '../../src/integrations/host-headers.ts';
import { elementsOf, filesOf, pagesOf } from '../support/pages.ts';
import { type SiteName, sites } from '../support/sites.ts';

const names = Object.keys(sites) as SiteName[];

/** What a policy says of each directive. */
const directives = (policy: string) =>
  new Map(policy.split('; ').map((each): [string, string] => [each.split(' ')[0] ?? '', each]));

for (const name of names) {
  const { folder, base } = sites[name];

  test(`no page of ${name} needs what the header of a host forbids`, async () => {
    const header = directives(headers['Content-Security-Policy'] ?? '');
    for (const page of await pagesOf(sites[name])) {
      const meta = elementsOf(page.tree).find(
        ({ tagName, properties }) =>
          tagName === 'meta' && [properties['httpEquiv']].flat().includes('Content-Security-Policy'),
      );
      const own = directives(String(meta?.properties['content']));
      // What a page does not say is for default-src, and that is 'none'.
      expect(own.get('default-src')).toBe("default-src 'none'");
      for (const [directive, said] of header)
        expect(own.get(directive) ?? `${directive} 'none'`, page.file).toBe(said);
    }
  });

  test(`every file of ${name} goes to S3 once, with a type, and what may be kept a year has a hash`, async () => {
    const paths = await filesOf(sites[name]);
    const batches = planUpload(paths, new Set());
    const sent = batches.flatMap((batch) => batch.paths);
    expect([...sent, '_headers', ...(base === '/' ? [] : ['_redirects'])].sort()).toEqual(paths.sort());
    const unknown = batches.filter(({ contentType }) => contentType === 'application/octet-stream');
    expect(
      unknown
        .flatMap((batch) => batch.paths)
        .filter((path) => !/\.(?:apkg|pagefind|pf_\w+)$|^files\//.test(path)),
    ).toEqual([]);
    for (const { stage, paths: kept } of batches)
      if (stage === 'hashed')
        for (const path of kept) expect(path).toMatch(/[.][\w-]{8}\.\w+$|[_-][0-9a-f]{7,}\.pf_\w+$/);
  });

  test(`what _headers of ${name} lets be kept for ever has a hash in its name, and nothing else is there`, async () => {
    const text = await readFile(join(folder, '_headers'), 'utf8');
    for (const path of hashedFolders) {
      expect(text).toContain(`\n${base}${path}*\n  Cache-Control: public, max-age=31536000, immutable\n`);
      for (const file of (await filesOf(sites[name])).filter((each) => each.startsWith(path)))
        expect(file).toMatch(/[.][\w-]{8}\.\w+$|[_-][0-9a-f]{7,}\.pf_\w+$/);
    }
  });
}

test('the language of a site is written as its standard writes it, whoever told it', async () => {
  for (const page of await pagesOf(sites.below)) {
    const html = elementsOf(page.tree).find(({ tagName }) => tagName === 'html');
    expect(html?.properties['lang'], page.file).toBe('en');
  }
});

test('a site below a path is led there by _redirects, and one at the root has none', async () => {
  expect(await readFile(join(sites.below.folder, '_redirects'), 'utf8')).toBe(
    '/ /a/b/ 302\n/a/b/* /:splat 200\n/a/b /a/b/ 301\n',
  );
  await expect(access(join(sites.notes.folder, '_redirects'))).rejects.toThrow('ENOENT');
});
