/** The built command line as a process of its own, as a person or a script starts it; `npm test` builds before it tests. */
import { spawn, type ChildProcessByStdio } from 'node:child_process';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { text } from 'node:stream/consumers';

const entry = join(import.meta.dirname, '../../../out/cli/main.js');

type Started = ChildProcessByStdio<Writable, Readable, Readable>;
/** `input` is what the process reads from standard input. */
type Options = { cwd?: string; env?: NodeJS.ProcessEnv; input?: string };
export type Ended = { status: number | null; out: string; err: string };

export function startHoldfast(args: readonly string[], { cwd = import.meta.dirname, env = {}, input = '' }: Options = {}): Started {
  const child = spawn(process.execPath, ['--no-warnings', entry, ...args], {
    cwd,
    env: { ...process.env, HOLDFAST_ACTOR: 'tester', ...env },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  child.stdin.end(input);
  return child;
}

export async function endOf(child: Started): Promise<Ended> {
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  const [out, err, status] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
  return { out, err, status };
}

export const holdfast = (args: readonly string[], options: Options = {}): Promise<Ended> => endOf(startHoldfast(args, options));
