/** The headers of every host: the same, and in step with the policy that a page carries. */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { headersFile, redirectsFile } from '../../src/integrations/host-files.ts';
import { headers, policyOfFiles } from '../../src/integrations/host-headers.ts';
import { policy } from '../../src/layouts/policy.ts';
import { root } from '../support/step.ts';
import { readTemplate } from '../support/template.ts';

const { Resources } = readTemplate(await readFile(join(root, 'deploy/aws/site.yaml'), 'utf8'));
const directives = (text: string) =>
  new Map(text.split('; ').map((each): [string, string] => [each.split(' ')[0] ?? '', each]));

interface HeadersPolicy {
  ResponseHeadersPolicyConfig: {
    SecurityHeadersConfig: {
      ContentSecurityPolicy: { ContentSecurityPolicy: string; Override: boolean };
      ContentTypeOptions: { Override: boolean };
      FrameOptions: { FrameOption: string; Override: boolean };
      ReferrerPolicy: { ReferrerPolicy: string; Override: boolean };
      StrictTransportSecurity: {
        AccessControlMaxAgeSec: number;
        IncludeSubdomains: boolean;
        Override: boolean;
      };
    };
    CustomHeadersConfig: { Items: { Header: string; Value: string; Override: boolean }[] };
  };
}

/** What CloudFront sends by a policy of the template. */
function sentBy(name: string): Record<string, string> {
  const resource = Resources[name];
  assert.ok(resource, `${name} is missing`);
  const { ResponseHeadersPolicyConfig: config } = resource.Properties as unknown as HeadersPolicy;
  const { SecurityHeadersConfig: security, CustomHeadersConfig: custom } = config;
  const all = [...Object.values(security), ...custom.Items];
  for (const { Override } of all) assert.equal(Override, true);
  const { AccessControlMaxAgeSec: age, IncludeSubdomains: all_ } = security.StrictTransportSecurity;
  return {
    'Content-Security-Policy': security.ContentSecurityPolicy.ContentSecurityPolicy,
    'Referrer-Policy': security.ReferrerPolicy.ReferrerPolicy,
    'Strict-Transport-Security': `max-age=${age}${all_ ? '; includeSubDomains' : ''}`,
    'X-Content-Type-Options': 'nosniff',
    'X-Frame-Options': security.FrameOptions.FrameOption,
    ...Object.fromEntries(custom.Items.map(({ Header, Value }) => [Header, Value])),
  };
}

test('the header says of every directive what the page says, but for scripts, styles and the rest', () => {
  const page = directives(policy({ scripts: ['script'] }));
  const header = directives(headers['Content-Security-Policy'] ?? '');
  const own = ['default-src', 'script-src', 'style-src'];
  for (const [name, directive] of page)
    assert.equal(header.get(name), own.includes(name) ? undefined : directive, name);
  // What a page forbids by default-src, and what it cannot say.
  const more = [...header].filter(([name]) => !page.has(name)).map(([, directive]) => directive);
  assert.deepEqual(more, [
    "object-src 'none'",
    "frame-src 'none'",
    "media-src 'none'",
    "frame-ancestors 'none'",
  ]);
});

test('CloudFront sends these headers, and with files beside notes a policy that lets no script run', () => {
  assert.deepEqual(sentBy('Headers'), headers);
  assert.deepEqual(sentBy('HeadersOfFiles'), { ...headers, 'Content-Security-Policy': policyOfFiles });
});

test('_headers has the headers for all, and how long what may be kept', () => {
  const lines = Object.entries(headers).map(([name, value]) => `  ${name}: ${value}`);
  const forEver = '  Cache-Control: public, max-age=31536000, immutable';
  assert.equal(
    headersFile('/'),
    `${[
      '/*',
      ...lines,
      '',
      '/files/*',
      `  Content-Security-Policy: ${policyOfFiles}`,
      '',
      ...['_astro', 'pagefind/filter', 'pagefind/fragment', 'pagefind/index'].flatMap((folder) => [
        `/${folder}/*`,
        forEver,
        '',
      ]),
      '/sw.js',
      '  Cache-Control: no-cache',
    ].join('\n')}\n`,
  );
  assert.equal(redirectsFile('/'), '');
});

test('below a path _headers has the rules there too, and _redirects leads there', () => {
  const paths = headersFile('/a/b/')
    .split('\n')
    .filter((line) => line.startsWith('/'));
  assert.deepEqual(
    paths.filter((path) => path.startsWith('/a/b/')),
    [
      '/a/b/files/*',
      '/a/b/_astro/*',
      '/a/b/pagefind/filter/*',
      '/a/b/pagefind/fragment/*',
      '/a/b/pagefind/index/*',
      '/a/b/sw.js',
    ],
  );
  assert.equal(redirectsFile('/a/b/'), '/ /a/b/ 302\n/a/b/* /:splat 200\n/a/b /a/b/ 301\n');
});

test('_headers is within what Cloudflare takes: 100 rules, 2,000 characters a line', () => {
  const lines = headersFile('/a/b/').split('\n');
  assert.ok(lines.filter((line) => line.startsWith('/')).length <= 100);
  for (const line of lines) assert.ok(line.length <= 2000);
});
