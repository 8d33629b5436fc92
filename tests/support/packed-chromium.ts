import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { inflate } from '@sparticuz/chromium';
import type { Found } from './chromium.ts';
import { root } from './step.ts';

const parcel = join(root, 'node_modules', '@sparticuz', 'chromium');

/**
 * Unpacks the browser that lies in an npm package, once, into the project's cache.
 *
 * The package is made for one cloud's machines and unpacks into /tmp by itself, where an interrupted attempt
 * or another user's copy would be taken for a good one; and it brings libraries for that cloud only.
 */
export async function unpack(): Promise<Found> {
  if (process.platform !== 'linux' || process.arch !== 'x64') throw new Error('made for Linux on x64');
  const { version } = JSON.parse(await readFile(join(parcel, 'package.json'), 'utf8')) as { version: string };
  const folder = join(root, '.cache', `chromium-${version}`);
  if (!existsSync(folder)) await unpackInto(folder);
  const path = join(folder, 'chromium');
  // A machine's own libraries and fonts are better where it has some; a bare one has neither.
  const env: Record<string, string> = {};
  if (!starts(path)) env['LD_LIBRARY_PATH'] = join(folder, 'al2023', 'lib');
  if (!existsSync('/etc/fonts/fonts.conf')) env['FONTCONFIG_FILE'] = join(folder, 'fonts.conf');
  return { path, env };
}

async function unpackInto(folder: string): Promise<void> {
  await mkdir(dirname(folder), { recursive: true });
  const workshop = await mkdtemp(`${folder}-`);
  const before = process.env['TMPDIR'];
  try {
    // The package unpacks into the folder for temporary files, whichever that is.
    process.env['TMPDIR'] = workshop;
    const archives = ['chromium.br', 'swiftshader.tar.br', 'al2023.tar.br', 'fonts.tar.br'];
    await Promise.all(archives.map((name) => inflate(join(parcel, 'bin', name))));
    await writeFile(join(workshop, 'fonts.conf'), fontsIn(join(folder, 'fonts')));
    // Renamed as a whole: a folder of this name is always complete.
    await rename(workshop, folder);
  } finally {
    if (before === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = before;
    await rm(workshop, { recursive: true, force: true });
  }
}

function fontsIn(folder: string): string {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${folder}</dir>
  <cachedir>${join(folder, 'cache')}</cachedir>
</fontconfig>
`;
}

function starts(path: string): boolean {
  try {
    execFileSync(path, ['--version'], { stdio: 'ignore', timeout: 30_000 });
    return true;
  } catch {
    return false;
  }
}
