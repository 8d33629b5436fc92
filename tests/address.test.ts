/** What a builder may say of where a site stands, and what is refused with its remedy. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addressIn, baseIn, hostIn } from '../src/address.ts';

test('a host is taken with and without a slash at its end, and one that says nothing is none', () => {
  assert.equal(hostIn('https://notes.example.org/'), 'https://notes.example.org');
  assert.equal(hostIn('http://localhost:8080'), 'http://localhost:8080');
  assert.equal(hostIn(''), undefined);
  assert.equal(hostIn(undefined), undefined);
});

test('a host without https is told with it', () => {
  assert.throws(() => hostIn('notes.example.org/'), {
    message:
      'SITE_URL is “notes.example.org/”, which is no address. Write it whole, such as https://notes.example.org.',
  });
  assert.throws(() => hostIn('ftp://notes.example.org'), {
    message:
      'SITE_URL is “ftp://notes.example.org”, which is no address. Write it whole, such as https://notes.example.org.',
  });
});

test('a host with a path is told as host and path', () => {
  assert.throws(() => hostIn('https://me.github.io/notes'), {
    message:
      'SITE_URL is “https://me.github.io/notes”, which has more than a host. Write SITE_URL=https://me.github.io BASE_PATH=/notes',
  });
});

test('a path is taken with and without its slashes', () => {
  for (const text of ['notes', '/notes', 'notes/', '/notes/', '//notes//'])
    assert.equal(baseIn(text), '/notes/');
  assert.equal(baseIn('/a/b-c_d.e~f'), '/a/b-c_d.e~f/');
  for (const text of ['', '/', undefined]) assert.equal(baseIn(text), '/');
});

test('what is no path is refused, with the part that is none', () => {
  const refusal = (text: string, part: string) =>
    `BASE_PATH is “${text}”, which is no path: “${part}” cannot be part of one. Write letters, digits, - _ . ~ and slashes, such as /notes/. The host is for SITE_URL.`;
  for (const [text, part] of [
    ['https://example.org/notes', 'https:'],
    ['/my notes/', 'my notes'],
    ['/a/../b', '..'],
    ['/a?b', 'a?b'],
  ] as const)
    assert.throws(() => baseIn(text), { message: refusal(text, part) });
});

test('an address of another variable may have a path, and be that of a program', () => {
  for (const address of ['https://example.org/edit/main', 'vscode://file/home/me/notes'])
    assert.equal(addressIn('EDIT_URL', address)?.href, address);
  for (const text of ['content', 'javascript:alert(1)'])
    assert.throws(() => addressIn('EDIT_URL', text), {
      message: `EDIT_URL is “${text}”, which is no address. Write it whole, such as https://notes.example.org.`,
    });
});
