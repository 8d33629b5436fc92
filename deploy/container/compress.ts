/** `node deploy/container/compress.ts FOLDER`: puts a `.br` and a `.gz` beside every file that gets smaller by it. */
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

/** What is text; everything else is packed already. */
const TEXT = new Set([
  ...[
    '.atom',
    '.css',
    '.csv',
    '.html',
    '.js',
    '.json',
    '.jsonld',
    '.md',
    '.svg',
    '.txt',
    '.webmanifest',
    '.xml',
  ],
]);

/** A smaller file is not worth the name of a coding in its headers. In bytes. */
const LEAST = 200;

const [folder] = process.argv.slice(2);
if (folder === undefined) {
  console.error('Which folder? Usage: npx node deploy/container/compress.ts FOLDER');
  process.exit(2);
}

const sum = { files: 0, plain: 0, packed: 0 };
const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch((error: Error) => {
  console.error(
    `${folder} cannot be read (${error.message}). Build the site first, with npm run build, and name its folder.`,
  );
  process.exit(1);
});
for (const entry of entries) {
  if (!entry.isFile() || !TEXT.has(extname(entry.name).toLowerCase())) continue;
  const path = join(entry.parentPath, entry.name);
  const content = await readFile(path);
  if (content.length < LEAST) continue;
  const params = {
    [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
    [constants.BROTLI_PARAM_SIZE_HINT]: content.length,
  };
  const [br, gz] = await Promise.all([
    promisify(brotliCompress)(content, { params }),
    promisify(gzip)(content, { level: 9 }),
  ]);
  if (br.length < content.length) await writeFile(`${path}.br`, br);
  if (gz.length < content.length) await writeFile(`${path}.gz`, gz);
  sum.files++;
  sum.plain += content.length;
  sum.packed += Math.min(br.length, content.length);
}
console.log(`${sum.files} files of ${sum.plain} bytes are ${sum.packed} bytes in Brotli.`);
