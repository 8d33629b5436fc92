import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { HtmlValidate } from 'html-validate/node';
import { elementsOf, pagesOf } from '../support/pages.ts';
import { sites } from '../support/sites.ts';

// What the HTML standard and accessibility ask for; how a generator spaces its tags is its own affair.
const validator = new HtmlValidate({ root: true, extends: ['html-validate:standard', 'html-validate:a11y'] });

for (const [name, site] of Object.entries(sites)) {
  test(`in ${name}, every page is valid HTML`, async () => {
    const errors: string[] = [];
    for (const { file } of await pagesOf(site)) {
      const { results } = await validator.validateFile(join(site.folder, file));
      for (const { line, column, ruleId, message } of results.flatMap(({ messages }) => messages)) {
        errors.push(`${file}:${line}:${column} ${ruleId}: ${message}`);
      }
    }
    expect(errors).toEqual([]);
  });

  test(`in ${name}, every page states a strict policy before anything it governs`, async () => {
    for (const { file, tree } of await pagesOf(site)) {
      const elements = elementsOf(tree);
      const policies = elements.filter(({ properties }) =>
        [properties['httpEquiv']]
          .flat()
          .some((value) => String(value).toLowerCase() === 'content-security-policy'),
      );
      expect(policies, file).toHaveLength(1);
      const [policy] = policies;
      const directives = parsePolicy(String(policy?.properties['content']));
      expect(directives.get('default-src'), file).toEqual(["'none'"]);
      expect(directives.get('base-uri'), file).toEqual(["'none'"]);
      // The search may run WebAssembly. An image may stand in the page itself; everything else is a file of the site.
      const searches = elements.some(({ tagName }) => tagName === 'study-search');
      expect(directives.get('script-src')?.includes("'wasm-unsafe-eval'"), file).toBe(searches);
      const sources = [...directives].flatMap(([name, values]) =>
        values.filter(
          (value) =>
            !(name === 'img-src' && value === 'data:') &&
            !(name === 'script-src' && value === "'wasm-unsafe-eval'"),
        ),
      );
      expect(
        sources.filter((source) => /unsafe|\*|https?:|data:|blob:/.test(source)),
        file,
      ).toEqual([]);
      const governed = elements.findIndex(
        ({ tagName, properties }) =>
          tagName === 'script' ||
          tagName === 'style' ||
          (tagName === 'link' && [properties['rel']].flat().includes('stylesheet')),
      );
      expect(policy && elements.indexOf(policy), file).toBeLessThan(
        governed === -1 ? elements.length : governed,
      );
    }
  });

  test(`in ${name}, no page carries style attributes or inline event handlers`, async () => {
    for (const { file, tree } of await pagesOf(site)) {
      const found = elementsOf(tree).flatMap(({ tagName, properties }) =>
        Object.keys(properties)
          .filter((property) => property === 'style' || /^on[A-Z]/.test(property))
          .map((property) => `<${tagName} ${property}>`),
      );
      expect(found, file).toEqual([]);
    }
  });

  test(`in ${name}, a summary holds words and no heading, list, link or control`, async () => {
    for (const { file, tree } of await pagesOf(site)) {
      const summaries = elementsOf(tree).filter(({ tagName }) => tagName === 'summary');
      const held = summaries.flatMap((summary) =>
        elementsOf({ type: 'root', children: summary.children }).map(({ tagName }) => tagName),
      );
      expect(
        held.filter((tagName) => /^(h[1-6]|ul|ol|p|div|a|button|input|details|table|pre)$/.test(tagName)),
        file,
      ).toEqual([]);
    }
  });
}

function parsePolicy(policy: string): Map<string, string[]> {
  return new Map(
    policy.split(';').map((directive) => {
      const [name = '', ...sources] = directive.trim().split(/\s+/);
      return [name, sources];
    }),
  );
}
