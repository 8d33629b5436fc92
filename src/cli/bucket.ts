/** A place in S3, by way of the program `aws`, which knows whose place it is and how to get there. */
import { execFile } from 'node:child_process';
import { copyFile, link, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Batch } from './upload-plan.ts';

/** S3 deletes at most so many in one request. */
const AT_ONCE = 1000;

/** A prefix in a bucket. Keys are told and taken below it. Every method throws with what `aws` said. */
export class Bucket {
  private readonly name: string;
  private readonly prefix: string;

  /** `address` is `s3://bucket` or `s3://bucket/prefix/`; throws on anything else. */
  constructor(address: string) {
    const found = /^s3:\/\/([a-z0-9][a-z0-9.-]{1,61}[a-z0-9])(?:\/(.*))?$/.exec(address);
    if (!found)
      throw new Error(
        `“${address}” is no place in S3. Write s3:// and the name of the bucket, and for a site below a path that path too: s3://my-notes/notes/`,
      );
    this.name = found[1] ?? '';
    this.prefix = (found[2] ?? '').replace(/^\/+|\/+$/g, '');
    if (this.prefix) this.prefix += '/';
  }

  get address(): string {
    return `${this.root}/${this.prefix}`;
  }

  /** The bucket itself, without a slash at its end. */
  get root(): string {
    return `s3://${this.name}`;
  }

  /** Where it is on a host whose root is the bucket's, with `/` at both ends. */
  get path(): string {
    return `/${this.prefix}`;
  }

  /** Everything that is there. */
  async list(): Promise<Set<string>> {
    const told = await aws([
      ...['s3api', 'list-objects-v2', '--bucket', this.name, '--prefix', this.prefix],
      ...['--query', 'Contents[].Key', '--output', 'json'],
    ]);
    const keys = (JSON.parse(told || 'null') ?? []) as string[];
    return new Set(keys.map((key) => key.slice(this.prefix.length)));
  }

  /** The text of one file. */
  read(path: string): Promise<string> {
    return aws(['s3', 'cp', this.address + path, '-']);
  }

  /** Writes one file, never to be kept by a cache. */
  async write(path: string, text: string): Promise<void> {
    await this.from(async (folder) => {
      const file = join(folder, 'file');
      await writeFile(file, text);
      await aws([
        ...['s3', 'cp', file, this.address + path, '--only-show-errors'],
        ...['--cache-control', 'no-store', '--content-type', 'application/json; charset=utf-8'],
      ]);
    });
  }

  /** Puts the files of a batch there; `built` is the folder they lie in. */
  async put(built: string, { paths, cacheControl, contentType }: Batch): Promise<void> {
    // A folder that holds just these: patterns would have to escape what names of files may hold.
    await this.from(async (folder) => {
      for (const path of paths) {
        const at = join(folder, path);
        await mkdir(dirname(at), { recursive: true });
        // Another disk, or one that knows no links.
        await link(join(built, path), at).catch(() => copyFile(join(built, path), at));
      }
      await aws([
        ...['s3', 'cp', folder, this.address, '--recursive', '--only-show-errors'],
        ...['--cache-control', cacheControl, '--content-type', contentType],
      ]);
    });
  }

  /** Takes files away; throws when one of them is still there. */
  async remove(paths: readonly string[]): Promise<void> {
    for (let start = 0; start < paths.length; start += AT_ONCE) {
      const Objects = paths.slice(start, start + AT_ONCE).map((path) => ({ Key: this.prefix + path }));
      await this.from(async (folder) => {
        const file = join(folder, 'delete.json');
        await writeFile(file, JSON.stringify({ Objects, Quiet: true }));
        const told = await aws([
          ...['s3api', 'delete-objects', '--bucket', this.name, '--delete', `file://${file}`],
          ...['--output', 'json'],
        ]);
        // It ends with success even where it did not delete.
        const { Errors = [] } = JSON.parse(told || '{}') as { Errors?: { Key: string; Message: string }[] };
        const [first] = Errors;
        if (first) throw new Error(`Not deleted: ${Errors.length}, such as ${first.Key}: ${first.Message}`);
      });
    }
  }

  private async from(work: (folder: string) => Promise<void>): Promise<void> {
    const folder = await mkdtemp(join(tmpdir(), 'unfold-upload-'));
    try {
      await work(folder);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }
}

function aws(args: string[]): Promise<string> {
  return new Promise((done, fail) => {
    const options = { maxBuffer: 2 ** 30, env: { ...process.env, AWS_PAGER: '' } };
    execFile('aws', args, options, (reason, out, err) => {
      if (!reason) done(out);
      else if (reason.code === 'ENOENT')
        fail(new Error('The program aws is not there. Install the AWS CLI, version 2, and sign in.'));
      else fail(new Error(`aws ${args.join(' ')}\n${err.trim() || reason.message}`));
    });
  });
}
