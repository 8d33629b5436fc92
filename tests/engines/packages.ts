/** Finds the programs that the flows need, and brings along from Debian what the machine does not have. */
import { execFileSync } from 'node:child_process';
import { access } from 'node:fs/promises';
import { delimiter, join } from 'node:path';

/** Names under which a program may be on the PATH, and Debian's package that has it. */
const programs = {
  chromium: { names: ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'] },
  firefox: { names: ['firefox-esr', 'firefox'], from: 'firefox-esr' },
  webkit: { names: ['WebKitWebDriver'], from: 'webkit2gtk-driver' },
  display: { names: ['Xvfb'], from: 'xvfb' },
  keyboard: { names: ['xdotool'], from: 'xdotool' },
  paper: { names: ['pdftotext'], from: 'poppler-utils' },
} satisfies Record<string, { names: string[]; from?: string }>;

/** A program that the flows need. */
export type Program = keyof typeof programs;

const inWords = new Intl.ListFormat('en', { type: 'disjunction' });

/** Path of a program. Installs it where that takes one command; else the error says what to install. */
export async function find(program: Program): Promise<string> {
  const { names, from = names[0] }: { names: string[]; from?: string } = programs[program];
  const found = await onPath(names);
  if (found) return found;
  const missing = `There is no ${inWords.format(names)} on the PATH`;
  if (process.getuid?.() !== 0 || !(await onPath(['apt-get'])))
    throw new Error(`${missing}: install Debian's package ${from}.`);
  const options = {
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    stdio: 'ignore',
    timeout: 600_000,
  } as const;
  console.log(`  installing Debian's package ${from}`);
  execFileSync('apt-get', ['update'], options);
  execFileSync('apt-get', ['install', '-y', '--no-install-recommends', from ?? ''], options);
  const installed = await onPath(names);
  if (!installed) throw new Error(`${missing}, although Debian's package ${from} is installed.`);
  return installed;
}

async function onPath(names: string[]): Promise<string | undefined> {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  for (const place of folders.flatMap((folder) => names.map((name) => join(folder, name)))) {
    const isThere = await access(place).then(
      () => true,
      () => false,
    );
    if (isThere) return place;
  }
  return undefined;
}
