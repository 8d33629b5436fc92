/**
 * A stand-in for the program `aws`, with buckets in one file: enough of `s3 cp`, `list-objects-v2` and `delete-objects`
 * for an upload, and no more; whatever else it is asked ends with an error.
 *
 * Run as a program it does what it is told; imported it lays itself out as `aws` in a folder for PATH.
 */
import { chmodSync, existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

/** One object of a bucket, by `bucket/key`. */
export interface Stored {
  body: string;
  cacheControl: string | undefined;
  contentType: string | undefined;
}

/** All objects, and every change in the order in which they came: `put bucket/key`, `delete bucket/key`. */
export interface World {
  objects: Record<string, Stored>;
  changes: string[];
  /** Fails, as for want of a permission, at the first put of a key that ends so. */
  refuses?: string;
  /** Tells that it could not delete these, and ends with success. */
  holds?: string[];
}

/** A built site with a file of every kind that an upload tells apart: path and text. */
export const builtFiles: Record<string, string> = {
  'index.html': 'home',
  '404.html': 'not here',
  '1-bread/1-dough/index.html': 'dough',
  '1-bread/1-dough.md': '# Dough',
  '_astro/Page.-xGAces3.css': 'css',
  '_astro/history.OPUdIs5z.js': 'js',
  'pagefind/fragment/en_1234.pf_fragment': 'fragment',
  'pagefind/pagefind-entry.json': '{}',
  'files/1-bread/loaf [1] *.jpg': 'jpg',
  'sw.js': 'worker',
  'sw-off.js': 'no worker',
  'offline.json': '{}',
  _headers: '/*',
  _redirects: '',
};

/** Lays out `aws` in `folder`, with its buckets in `world.json` there. */
export function layAws(folder: string, world: World): void {
  const program = fileURLToPath(import.meta.url);
  writeFileSync(join(folder, 'aws'), `#!/bin/sh\nexec '${process.execPath}' '${program}' "$@"\n`);
  chmodSync(join(folder, 'aws'), 0o755);
  writeFileSync(join(folder, 'world.json'), JSON.stringify(world));
}

/** The buckets in `folder` as they are now. */
export function worldIn(folder: string): World {
  return JSON.parse(readFileSync(join(folder, 'world.json'), 'utf8')) as World;
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort();
}

function act(folder: string, given: string[]): string {
  const world = worldIn(folder);
  const { values, positionals } = parseArgs({
    args: given,
    allowPositionals: true,
    options: {
      recursive: { type: 'boolean' },
      'only-show-errors': { type: 'boolean' },
      'cache-control': { type: 'string' },
      'content-type': { type: 'string' },
      bucket: { type: 'string' },
      prefix: { type: 'string' },
      query: { type: 'string' },
      output: { type: 'string' },
      delete: { type: 'string' },
    },
  });
  const [service, command, from = '', to = ''] = positionals;
  const keyOf = (address: string) => address.replace(/^s3:\/\//, '');
  const put = (key: string, file: string) => {
    if (world.refuses !== undefined && key.endsWith(world.refuses)) {
      writeFileSync(join(folder, 'world.json'), JSON.stringify(world));
      throw new Error(`upload failed: ${key} AccessDenied`);
    }
    const body = readFileSync(file, 'utf8');
    world.objects[key] = {
      body,
      cacheControl: values['cache-control'],
      contentType: values['content-type'],
    };
    world.changes.push(`put ${key}`);
  };
  let out = '';
  if (service === 's3' && command === 'cp' && to === '-') {
    const object = world.objects[keyOf(from)];
    if (!object) throw new Error(`fatal error: ${from} 404`);
    out = object.body;
  } else if (service === 's3' && command === 'cp' && statSync(from).isDirectory() && values.recursive) {
    for (const path of filesIn(from)) put(keyOf(to) + path, join(from, path));
  } else if (service === 's3' && command === 'cp' && !values.recursive) {
    put(keyOf(to), from);
  } else if (service === 's3api' && command === 'list-objects-v2' && values.query === 'Contents[].Key') {
    const head = `${values.bucket}/`;
    const keys = Object.keys(world.objects)
      .filter((key) => key.startsWith(head + (values.prefix ?? '')))
      .map((key) => key.slice(head.length));
    out = keys.length > 0 ? JSON.stringify(keys) : 'null\n';
  } else if (service === 's3api' && command === 'delete-objects') {
    const { Objects } = JSON.parse(readFileSync((values.delete ?? '').replace('file://', ''), 'utf8')) as {
      Objects: { Key: string }[];
    };
    const Errors: object[] = [];
    for (const { Key } of Objects) {
      if (world.holds?.includes(Key)) {
        Errors.push({ Key, Code: 'AccessDenied', Message: 'Access Denied' });
        continue;
      }
      delete world.objects[`${values.bucket}/${Key}`];
      world.changes.push(`delete ${values.bucket}/${Key}`);
    }
    out = Errors.length > 0 ? JSON.stringify({ Errors }) : '';
  } else throw new Error(`Unknown to this stand-in: ${given.join(' ')}`);
  writeFileSync(join(folder, 'world.json'), JSON.stringify(world));
  return out;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const folder = (process.env['PATH'] ?? '').split(':').find((each) => existsSync(join(each, 'world.json')));
  try {
    process.stdout.write(act(folder ?? '', process.argv.slice(2)));
  } catch (reason) {
    process.stderr.write(`${reason instanceof Error ? reason.message : reason}\n`);
    process.exitCode = 1;
  }
}
