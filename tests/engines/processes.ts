import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process';
import { once } from 'node:events';

/** In ms. A browser that has not gone by then will not go. */
const PATIENCE = 60_000;

/** Starts a program that does not outlive this one. */
export function begin(program: string, args: string[], options: SpawnOptions): ChildProcess {
  const child = spawn(program, args, options);
  const kill = () => child.kill('SIGKILL');
  process.once('exit', kill);
  child.once('exit', () => process.off('exit', kill));
  return child;
}

/** Asks a program to end, and resolves when it has; kills one that does not. */
export async function end(child: ChildProcess, ask: () => unknown): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  const timer = setTimeout(() => child.kill('SIGKILL'), PATIENCE);
  try {
    await Promise.race([ended, Promise.resolve(ask()).then(() => ended)]);
  } finally {
    clearTimeout(timer);
  }
}
