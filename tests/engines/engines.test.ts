/** What the run in three engines stands on: finding programs, the wall, and what it says when something is not there. */
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { request } from 'node:http';
import { join } from 'node:path';
import { test } from 'node:test';
import { promisify } from 'node:util';
import { root } from '../support/step.ts';
import { expressionOf } from './driver.ts';
import { keyboard } from './input.ts';
import { find } from './packages.ts';
import { Wall } from './wall.ts';

const run = promisify(execFile);

test('a program that nobody can bring is named with the package that has it', async () => {
  const before = process.env['PATH'];
  process.env['PATH'] = join(root, 'content');
  try {
    await assert.rejects(find('webkit'), {
      message: "There is no WebKitWebDriver on the PATH: install Debian's package webkit2gtk-driver.",
    });
    await assert.rejects(find('firefox'), {
      message: "There is no firefox-esr or firefox on the PATH: install Debian's package firefox-esr.",
    });
  } finally {
    process.env['PATH'] = before;
  }
});

test('an engine that does not exist is named, with those that do', async () => {
  await assert.rejects(run(process.execPath, ['tests/engines/run.ts', 'trident'], { cwd: root }), {
    code: 1,
    stderr: 'There is no engine trident. Say chromium, firefox, or webkit, or none of them for all.\n',
  });
});

test('the wall lets nothing through, and writes down what was asked of it', async () => {
  const wall = new Wall();
  const { host, port } = await wall.start();
  const plain = request({
    host,
    port,
    path: 'http://notes.example/a',
    headers: { host: 'notes.example' },
  }).end();
  const [answer] = await once(plain, 'response');
  const tunnel = request({ host, port, method: 'CONNECT', path: 'notes.example:443' }).end();
  const [refusal] = await once(tunnel, 'connect');
  assert.deepEqual([answer.statusCode, refusal.statusCode], [403, 403]);
  assert.deepEqual(wall.asked, ['notes.example', 'notes.example:443']);
  await wall.stop();
});

test('a function goes to the page with its arguments, and keys go down and up', () => {
  assert.equal(
    expressionOf((text) => text, ['a"b']),
    '((text) => text)(...["a\\"b"])',
  );
  assert.deepEqual(keyboard(['Enter', 'a']), {
    type: 'key',
    id: 'keyboard',
    actions: [
      { type: 'keyDown', value: '\uE007' },
      { type: 'keyUp', value: '\uE007' },
      { type: 'keyDown', value: 'a' },
      { type: 'keyUp', value: 'a' },
    ],
  });
});
