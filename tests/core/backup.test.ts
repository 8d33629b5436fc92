/** A history as a file: written, read back whole or damaged, and taken in without losing anything. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type Backup, type Digest, writeBackup } from '../../src/core/backup.ts';
import { canonical, inOrder, type LogEvent, union } from '../../src/core/event.ts';
import { planImport } from '../../src/core/import-plan.ts';
import { Memories } from '../../src/core/memory.ts';
import { readBackup } from '../../src/core/read-backup.ts';
import { MONDAY, Writer } from '../support/study.ts';

const digest: Digest = (bytes) => crypto.subtle.digest('SHA-256', bytes);
const about = { site: 'https://notes.example/', created: MONDAY };
const write = (events: readonly LogEvent[]) => writeBackup(events, about, digest);
const read = (text: string) => readBackup([text], digest);

function history(): LogEvent[] {
  const log = new Writer();
  log.remark(null, 'retention', 0.85, MONDAY);
  log.review('ü', 3, MONDAY + 1, { ms: 4000, rev: 'r1' });
  log.undo(log.review('x', 1, MONDAY + 2), MONDAY + 3);
  log.remark('x', 'suspend', true, MONDAY + 4);
  return [...log.events, { v: 2, id: 'b-1', at: MONDAY + 5, t: 'dream', depth: 3 } as LogEvent];
}

/** The backup in a text that is not refused. */
async function backupIn(text: string): Promise<Backup> {
  const result = await read(text);
  assert.ok('events' in result, JSON.stringify(result));
  return result;
}

const lines = [
  '{"format":"unfold-history","version":1,"site":"https://notes.example/","created":"2026-11-23T12:00:00.000Z","count":2}',
  '{"at":1795435200000,"card":"x","id":"a-1","ms":0,"rating":3,"rev":"","t":"review","tz":0,"v":1}',
  '{"at":1795435200001,"id":"a-2","of":"a-1","t":"undo","tz":0,"v":1}',
  '{"count":2,"sha256":"d8a4"}',
];

function twoEvents(): LogEvent[] {
  const log = new Writer();
  log.undo(log.review('x', 3, MONDAY), MONDAY + 1);
  return log.events;
}

test('a history is written as a header, one event a line, and a count with a hash', async () => {
  const text = await write(twoEvents());
  assert.deepEqual(text.split('\n').slice(0, 3), lines.slice(0, 3));
  assert.match(text.split('\n')[3] ?? '', /^\{"count":2,"sha256":"[0-9a-f]{64}"\}$/);
  assert.equal(text.split('\n').length, 5);
});

test('the hash is that of everything above the last line', async () => {
  const text = await write(twoEvents());
  const above = new TextEncoder().encode(`${text.split('\n').slice(0, 3).join('\n')}\n`);
  const hash = Buffer.from(await crypto.subtle.digest('SHA-256', above)).toString('hex');
  assert.equal(text.split('\n')[3], JSON.stringify({ count: 2, sha256: hash }));
});

test('what is read and written again is the same file, byte for byte', async () => {
  const text = await write(history());
  const backup = await backupIn(text);
  assert.deepEqual(
    { ...backup, events: backup.events.length },
    { ...about, events: 6, unreadable: [], state: 'whole' },
  );
  assert.equal(await write(backup.events), text);
});

test('export, wipe and import give the same events and the same schedule', async () => {
  const events = history();
  const { events: back } = await backupIn(await write(events));
  assert.deepEqual(back, events);
  assert.deepEqual([...new Memories(back).entries()], [...new Memories(events).entries()]);
});

test('any history comes back as it was, wherever the pieces of its file end', async () => {
  const event = fc.record(
    {
      t: fc.constant('review'),
      card: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }),
      at: fc.integer({ min: MONDAY, max: MONDAY + 1e9 }),
      tz: fc.integer({ min: -840, max: 840 }),
      rating: fc.constantFrom(1, 2, 3, 4),
      ms: fc.nat({ max: 86_400_000 }),
      rev: fc.string({ maxLength: 8 }),
    },
    { noNullPrototype: true },
  );
  await fc.assert(
    fc.asyncProperty(
      fc.array(event, { maxLength: 20 }),
      fc.integer({ min: 1, max: 200 }),
      async (drafts, size) => {
        const events = drafts.map((draft, n) => ({ ...draft, v: 1, id: `a-${n + 1}` }) as LogEvent);
        const text = await write(events);
        const pieces = text.match(new RegExp(`[^]{1,${size}}`, 'g')) ?? [];
        const backup = await readBackup(pieces, digest);
        assert.deepEqual(backup, { ...about, events, unreadable: [], state: 'whole' });
      },
    ),
    { numRuns: 300 },
  );
});

test('a mark of UTF-8, line ends of Windows and empty lines make no difference', async () => {
  const text = await write(history());
  const backup = await backupIn(text);
  assert.deepEqual(await read(`\ufeff${text.replaceAll('\n', '\r\n')}`), backup);
  assert.deepEqual(await read(`${text}\n \n`), backup);
});

test('without a hash, a file is written and read all the same', async () => {
  const text = await writeBackup(twoEvents(), about, null);
  assert.equal(text.split('\n')[3], '{"count":2}');
  assert.equal((await backupIn(text)).state, 'whole');
  const withHash = await readBackup([await write(twoEvents())], null);
  assert.equal('state' in withHash && withHash.state, 'whole');
});

test('a file without lines, and a file that holds no history, are refused', async () => {
  const empty = {
    refused: 'empty',
    message:
      'This file is empty. Choose a file with a history that was downloaded from a site like this one.',
  };
  assert.deepEqual(await read(''), empty);
  assert.deepEqual(await read('\ufeff \r\n\n'), empty);
  const foreign = {
    refused: 'foreign',
    message:
      'This file holds no history. Choose a file with a history that was downloaded from a site like this one.',
  };
  for (const text of [
    '<!doctype html>\n<p>',
    'PK\u0003\u0004\u0000',
    '{"cards":[]}',
    'null',
    '[1]\n2',
    '"x"',
    '{"count":0}',
  ])
    assert.deepEqual(await read(text), foreign, text);
});

test('a file of a later version is refused, and nothing of it is read', async () => {
  const text = (await writeBackup(twoEvents(), about, null)).replace('"version":1', '"version":2');
  assert.deepEqual(await read(text), {
    refused: 'newer',
    message:
      'This file was written by a later version of the site (format 2, known here: 1). Reload the site and try again; nothing was changed.',
  });
});

test('a version that only damage made later is read', async () => {
  const text = (await write(twoEvents())).replace('"version":1', '"version":3');
  const { events, state } = await backupIn(text);
  assert.deepEqual([events, state], [twoEvents(), 'changed']);
});

test('a file beyond 50 MB is refused before it is read to its end', async () => {
  let pieces = 0;
  function* endless() {
    while (true) {
      pieces += 1;
      yield 'x'.repeat(1_000_000);
    }
  }
  assert.deepEqual(await readBackup(endless(), digest), {
    refused: 'large',
    message:
      'This file is larger than 50 MB: about 400,000 entries are the most that these pages can work with. Nothing was changed. Choose another file.',
  });
  assert.equal(pieces, 51);
});

test('a file cut off gives every whole line and names the rest', async () => {
  const text = await write(twoEvents());
  const { state, events, unreadable } = await backupIn(text.slice(0, text.indexOf('"of"')));
  assert.equal(state, 'cut');
  assert.deepEqual(events, twoEvents().slice(0, 1));
  assert.deepEqual(unreadable, [{ line: 3, reason: 'it is cut off or damaged' }]);
});

test('a changed line is known by the hash, a missing one by the count as well', async () => {
  const text = await write(twoEvents());
  const changed = await backupIn(text.replace('"rating":3', '"rating":1'));
  assert.deepEqual([changed.state, changed.events.length, changed.unreadable], ['changed', 2, []]);
  const missing = await readBackup([text.split('\n').toSpliced(1, 1).join('\n')], null);
  assert.equal('state' in missing && missing.state, 'changed');
});

test('lines that are no events are named with their numbers and reasons, and harm nothing', async () => {
  const hostile = [
    lines[0],
    '{"v":1,"id":"a-1","t":"review","at":1795435200000,"tz":0,"card":"x","rating":9}',
    '{"v":1,"id":"a-1","t":"review","at":8640000000000000,"tz":0,"card":"x","rating":3}',
    '{"v":1,"id":"a-1","t":"review","at":0,"tz":0,"card":"x","rating":3}',
    '{"v":1,"id":"a-1","t":"review","at":NaN,"tz":0,"card":"x","rating":3}',
    '{"v":1,"id":"<b>","t":"review","at":1795435200000,"tz":0,"card":"x","rating":3}',
    '[]',
    `{"v":1,"id":"${'x'.repeat(30_000)}`,
    '{"__proto__":{"polluted":1},"v":1,"id":"a-1","t":"review","at":1795435200000,"tz":0,"card":"x","rating":3}',
    '{"__proto__":7,"constructor":"c","v":3,"id":"a-2","t":"dream","at":1795435200000,"toString":"s"}',
  ].join('\n');
  const { events, unreadable, state } = await backupIn(hostile);
  assert.equal(state, 'cut');
  assert.deepEqual(
    unreadable.map(({ line, reason }) => `${line}: ${reason}`),
    [
      '2: what stands there is no event',
      '3: what stands there is no event',
      '4: what stands there is no event',
      '5: it is cut off or damaged',
      '6: what stands there is no event',
      '7: what stands there is no event',
      '8: it is too long for an event',
    ],
  );
  assert.deepEqual(
    events.map(({ id }) => id),
    ['a-1', 'a-2'],
  );
  for (const event of events) assert.equal(Object.getPrototypeOf(event), Object.prototype);
  assert.equal('polluted' in {}, false);
});

test('a pause comes every five thousand lines, and one that rejects ends the reading', async () => {
  const text = `${lines[0]}\n${'{}\n'.repeat(11_999)}${lines[1]}\n`;
  const read: number[] = [];
  const pause = (characters: number) => {
    read.push(characters);
    return Promise.resolve();
  };
  await readBackup([text.slice(0, 20_000), text.slice(20_000)], digest, pause);
  const header = `${lines[0]}\n`.length;
  assert.deepEqual(read, [header + 3 * 4999, header + 3 * 9999]);
  await assert.rejects(
    readBackup([text], digest, () => Promise.reject(new Error('cancelled'))),
    /^Error: cancelled$/,
  );
});

test('a thousand damaged files never give fewer events than lines that are left whole', async () => {
  const log = new Writer();
  for (let n = 0; n < 30; n += 1) log.review(`card ${n} ü`, 3, MONDAY + n, { ms: n, rev: 'r1' });
  const bytes = new TextEncoder().encode(await write(log.events));
  const damage = fc.oneof(
    fc.record({ at: fc.nat({ max: bytes.length - 1 }), bit: fc.nat({ max: 7 }) }),
    fc.record({ at: fc.nat({ max: bytes.length - 1 }), bit: fc.constant(null) }),
  );
  const known = new Set(log.events.map(canonical));
  await fc.assert(
    fc.asyncProperty(damage, async ({ at, bit }) => {
      const damaged = bit === null ? bytes.slice(0, at) : bytes.slice();
      if (bit !== null) damaged[at] = (damaged[at] ?? 0) ^ (1 << bit);
      const text = new TextDecoder().decode(damaged);
      const left = text.split('\n').filter((line) => known.has(line));
      const result = await read(text);
      const backup: Backup =
        'events' in result ? result : { ...about, events: [], unreadable: [], state: 'cut' };
      const found = new Set(backup.events.map(canonical));
      assert.deepEqual(
        left.filter((line) => !found.has(line)),
        [],
      );
      const whole = text.split('\n').filter((line) => line !== '').length;
      if ('refused' in result) assert.equal(left.length, 0);
      // Header and last line aside, every line is an event or has its number told.
      else assert.ok(backup.events.length + backup.unreadable.length >= whole - 2);
      const isCutAtEnd = bit === null && at >= bytes.length - 1;
      if (!isCutAtEnd && 'events' in result && left.length < 30) assert.notEqual(backup.state, 'whole');
      // Taken in, a damaged file leaves everything that is here.
      const { add, clashing } = planImport(backup, log.events, about.site);
      assert.equal(union(log.events, [...add, ...clashing]).length, 30 + add.length + clashing.length);
    }),
    { numRuns: 1000 },
  );
});

test('an import is told before it is done', async () => {
  const here = twoEvents();
  const log = new Writer('b');
  log.review('y', 3, MONDAY);
  const text = `${await write([...here, ...log.events])}`.replace('\n{"at"', '\n{"cut\n\n{}\n{"at"');
  const plan = planImport(await backupIn(text), here, about.site);
  assert.deepEqual(plan, {
    add: log.events,
    clashing: [],
    known: 2,
    otherSite: null,
    words: '1 new, 2 already here, 2 unreadable (lines 2, 4)',
  });
});

test('unreadable lines are told in runs, and a long list is cut', () => {
  const plan = (numbers: number[]) =>
    planImport(
      { ...about, events: [], unreadable: numbers.map((line) => ({ line, reason: '' })), state: 'changed' },
      [],
      about.site,
    ).words;
  assert.equal(plan([]), '0 new, 0 already here, 0 unreadable');
  assert.equal(plan([7]), '0 new, 0 already here, 1 unreadable (line 7)');
  assert.equal(plan([3, 7, 8, 9]), '0 new, 0 already here, 4 unreadable (lines 3, 7–9)');
  assert.equal(
    plan([1, 3, 5, 7, 9, 11, 13, 15, 17, 19, 20]),
    '0 new, 0 already here, 11 unreadable (lines 1, 3, 5, 7, 9, 11, 13, 15 and 3 more)',
  );
});

test('a file of another site, or of a site that cannot be read, needs a yes', async () => {
  const backup = await backupIn(await write(twoEvents()));
  assert.equal(planImport(backup, [], 'https://other.example/').otherSite, 'https://notes.example/');
  assert.equal(planImport({ ...backup, site: null }, [], 'https://other.example/').otherSite, '');
});

test('two events of one id that differ are both kept, and an undo follows its own', async () => {
  const here = new Writer();
  here.review('x', 3, MONDAY);
  const there = new Writer();
  there.undo(there.review('x', 1, MONDAY + 1), MONDAY + 2);
  const backup = await backupIn(await write(there.events));
  const { add, clashing, words } = planImport(backup, here.events, about.site);
  assert.equal(words, '1 new, 0 already here, 1 different from what is here, 0 unreadable');
  const [clash] = clashing;
  assert.ok(clash);
  assert.match(clash.id, /^clash_[0-9a-z]{1,11}-1$/);
  assert.deepEqual({ ...clash, id: 'a-1' }, there.events[0]);
  assert.deepEqual(add, [{ ...there.events[1], of: clash.id }]);
  const after = union(here.events, [...add, ...clashing]);
  assert.equal(new Memories(after).of('x')?.rating, 3);
  assert.deepEqual(planImport(backup, after, about.site), {
    add: [],
    clashing: [],
    known: 2,
    otherSite: null,
    words: '0 new, 2 already here, 0 unreadable',
  });
});

test('two events of one id in the file itself are both kept', async () => {
  const one = new Writer();
  one.review('x', 3, MONDAY);
  const other = new Writer();
  other.review('y', 3, MONDAY);
  const backup = await backupIn(await write([...one.events, ...other.events]));
  const { add, clashing } = planImport(backup, [], about.site);
  assert.deepEqual([add, clashing.length], [one.events, 1]);
  const again = planImport(backup, [...add, ...clashing], about.site);
  assert.deepEqual([again.add, again.clashing, again.known], [[], [], 2]);
});

test('an import done twice adds nothing the second time, and never takes anything away', async () => {
  const event = fc.record(
    {
      seq: fc.integer({ min: 1, max: 6 }),
      rating: fc.constantFrom(1, 3),
      of: fc.integer({ min: 1, max: 6 }),
      isUndo: fc.boolean(),
    },
    { noNullPrototype: true },
  );
  const log = fc.uniqueArray(event, { selector: ({ seq }) => seq, maxLength: 6 }).map((items) =>
    items
      .map(({ seq, rating, of, isUndo }): LogEvent => {
        const stamp = { v: 1 as const, id: `a-${seq}`, at: MONDAY + seq, tz: 0 };
        return isUndo
          ? { ...stamp, t: 'undo', of: `a-${of}` }
          : { ...stamp, t: 'review', card: 'x', rating: rating as 1 | 3, ms: 0, rev: '' };
      })
      .sort(inOrder),
  );
  await fc.assert(
    fc.asyncProperty(log, log, async (here, other) => {
      const backup = await backupIn(await write(other));
      const first = planImport(backup, here, about.site);
      assert.equal(first.add.length + first.clashing.length + first.known, other.length);
      const after = union(here, [...first.add, ...first.clashing]);
      assert.equal(after.length, here.length + first.add.length + first.clashing.length);
      assert.equal(new Set(after.map(({ id }) => id)).size, after.length);
      const second = planImport(backup, after, about.site);
      assert.deepEqual([second.add, second.clashing], [[], []]);
    }),
    { numRuns: 1000 },
  );
});
