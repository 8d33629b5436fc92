import { expect, test } from '@playwright/test';
import { deadLinks } from '../support/links.ts';
import { elementsOf, pagesOf } from '../support/pages.ts';
import { sites } from '../support/sites.ts';

for (const [name, site] of Object.entries(sites)) {
  test(`in ${name}, every link, fragment, image, script and style sheet leads somewhere`, async () => {
    const { dead, checked } = await deadLinks(site);
    expect(dead).toEqual([]);
    expect(checked).toBeGreaterThan(50);
  });

  test(`in ${name}, no id stands twice on a page`, async () => {
    for (const { file, tree } of await pagesOf(site)) {
      const ids = elementsOf(tree).flatMap(({ properties: { id } }) => (typeof id === 'string' ? [id] : []));
      expect(
        ids.filter((id, index) => ids.indexOf(id) !== index),
        file,
      ).toEqual([]);
    }
  });

  test(`in ${name}, every page is reached by following links from the home page`, async () => {
    const pages = await pagesOf(site);
    const byAddress = new Map(pages.map((page) => [page.address, page]));
    const reached = new Set([site.base]);
    for (const address of reached) {
      const page = byAddress.get(address);
      for (const { tagName, properties } of page ? elementsOf(page.tree) : []) {
        if (tagName !== 'a' || typeof properties['href'] !== 'string') continue;
        const { origin, pathname } = new URL(properties['href'], `http://site${address}`);
        if (origin === 'http://site' && byAddress.has(decodeURIComponent(pathname))) reached.add(pathname);
      }
    }
    const unreached = pages.filter(
      ({ address }) => !(reached.has(encodeURI(address)) || reached.has(address)),
    );
    expect(unreached.map(({ file }) => file)).toEqual(['404.html']);
  });
}
