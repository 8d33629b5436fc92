/** The function at the edge, as it stands in the template, on a table of addresses. */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { createContext, runInContext } from 'node:vm';
import fc from 'fast-check';
import { root } from '../support/step.ts';
import { readTemplate } from '../support/template.ts';

const { Resources } = readTemplate(await readFile(join(root, 'deploy/aws/site.yaml'), 'utf8'));
const code = String(Resources['Addresses']?.Properties['FunctionCode']);
const context = createContext({});
runInContext(code, context);

interface Value {
  value: string;
  multiValue?: { value: string }[];
}
interface Request {
  method: string;
  uri: string;
  querystring: Record<string, Value>;
}
interface Answer extends Partial<Request> {
  statusCode?: number;
  headers?: { location: { value: string } };
}

/** What becomes of an address: the file that is asked for, or `→` and where it leads. */
function fate(uri: string, querystring: Request['querystring'] = {}): string {
  context['event'] = { version: '1.0', request: { method: 'GET', uri, querystring, headers: {} } };
  const answer = JSON.parse(String(runInContext('JSON.stringify(handler(event))', context))) as Answer;
  if (answer.statusCode === undefined) return String(answer.uri);
  assert.equal(answer.statusCode, 301);
  return `→ ${answer.headers?.location.value}`;
}

const table: [asked: string, becomes: string][] = [
  ['/', '/index.html'],
  ['/3-ecs/5-storage/', '/3-ecs/5-storage/index.html'],
  ['/3-ecs/5-storage', '→ /3-ecs/5-storage/'],
  ['/3-ecs/5-storage/index.html', '→ /3-ecs/5-storage/'],
  ['/index.html', '→ /'],
  ['/notes/', '/notes/index.html'],
  ['/notes', '→ /notes/'],
  ['/3-ecs/5-storage.md', '/3-ecs/5-storage.md'],
  ['/decks/3-ecs.json', '/decks/3-ecs.json'],
  ['/_astro/Page.-xGAces3.css', '/_astro/Page.-xGAces3.css'],
  ['/sw.js', '/sw.js'],
  ['/404.html', '/404.html'],
  ['/%E6%97%A5%E6%9C%AC', '→ /%E6%97%A5%E6%9C%AC/'],
  ['/%E6%97%A5%E6%9C%AC/', '/%E6%97%A5%E6%9C%AC/index.html'],
  ['//evil.example', '→ /evil.example'],
  ['//evil.example/a', '→ /evil.example/a/'],
  ['/\\evil.example/a', '→ /evil.example/a/'],
  ['///evil/', '→ /evil/'],
  ['/3-ecs//5-storage/', '→ /3-ecs/5-storage/'],
];

for (const [asked, becomes] of table) {
  test(`${asked} becomes ${becomes}`, () => {
    assert.equal(fate(asked), becomes);
  });
}

test('what is asked for after a question mark goes along, each value as often as it was there', () => {
  const parameters = {
    topic: { value: '3-ecs' },
    state: { value: 'weak', multiValue: [{ value: 'weak' }, { value: 'due%20now' }] },
    shuffle: { value: '' },
  };
  assert.equal(fate('/review', parameters), '→ /review/?topic=3-ecs&state=weak&state=due%20now&shuffle');
  assert.equal(fate('/review/', parameters), '/review/index.html');
});

test('no address leads to another host, and where one leads nothing leads on', () => {
  const piece = fc.constantFrom('/', '\\', '.', 'a', 'index.html', 'evil.example', '%2F', '@', ':', '?');
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
      const first = fate(`/${pieces.join('')}`);
      if (!first.startsWith('→ ')) return;
      const location = first.slice(2);
      assert.equal(new URL(location, 'https://notes.example').host, 'notes.example');
      assert.ok(!fate(location).startsWith('→ '), location);
    }),
    { numRuns: 2000 },
  );
});

test('the function is within what CloudFront takes', () => {
  assert.ok(Buffer.byteLength(code) <= 10_240, `${Buffer.byteLength(code)} bytes`);
  // What its JavaScript does not know.
  assert.doesNotMatch(code, /\?\.|\bclass\b|\bimport\b|\basync\b.*=>/);
});
