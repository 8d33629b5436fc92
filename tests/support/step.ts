import { spawn } from 'node:child_process';
import { delimiter, join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';

/** The project's folder; every step runs in it. */
export const root = fileURLToPath(new URL('../..', import.meta.url));

/** How a step ended. A step that is no test runner counts as one. */
export interface Outcome {
  passed: number;
  failed: number;
}

/** One command of the test run. */
export interface Step {
  name: string;
  command: string[];
  env?: Record<string, string>;
  /** Reads how many tests passed and failed; without it the exit code decides, and counts as one. */
  count?: () => Promise<Outcome>;
}

// Far more than any step needs, and short enough that a hanging one is reported before CI gives up.
const patience = 25 * 60 * 1000;

/**
 * Runs a step and says how long it took; its output is shown only when it fails, and then in full.
 *
 * A runner that found nothing to run has failed: a mistyped pattern must not look like success.
 */
export async function run(step: Step): Promise<Outcome> {
  process.stdout.write(`▸ ${step.name} … `);
  const start = performance.now();
  const { code, output } = await execute(step);
  const outcome = await settle(step, code);
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  const ok = outcome.failed === 0;
  const counted = step.count ? `, ${outcome.passed} passed, ${outcome.failed} failed` : '';
  console.log(`${ok ? 'ok' : 'FAILED'} (${seconds} s${counted})`);
  if (!ok) console.log(`\n$ ${step.command.join(' ')}\n${output}`);
  return outcome;
}

async function settle(step: Step, code: number): Promise<Outcome> {
  if (!step.count) return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
  const { passed, failed } = await step.count().catch(() => ({ passed: 0, failed: 0 }));
  const silent = passed + failed === 0 || (code !== 0 && failed === 0);
  return { passed, failed: failed + (silent ? 1 : 0) };
}

/** Runs the command of a step to its end, with all that it printed. */
export function execute({
  command,
  env,
}: Pick<Step, 'command' | 'env'>): Promise<{ code: number; output: string }> {
  const [program = '', ...args] = command;
  const path = [join(root, 'node_modules', '.bin'), process.env['PATH']].join(delimiter);
  // A process group of its own, so that nothing a step started outlives it.
  const child = spawn(program, args, {
    cwd: root,
    detached: true,
    env: { ...process.env, ...env, PATH: path, ASTRO_TELEMETRY_DISABLED: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const chunks: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => chunks.push(chunk));
  const timer = setTimeout(() => {
    chunks.push(Buffer.from(`\nStopped after ${patience / 60_000} minutes.\n`));
    if (child.pid) process.kill(-child.pid, 'SIGKILL');
  }, patience);
  return new Promise((resolve) => {
    const finish = (code: number) => {
      clearTimeout(timer);
      resolve({ code, output: Buffer.concat(chunks).toString() });
    };
    child.on('error', (error) => {
      chunks.push(Buffer.from(`${error.message}\n`));
      finish(1);
    });
    child.on('close', (code) => finish(code ?? 1));
  });
}
