/** Runs a helper program we do not trust to end: its own process group, bounded output, a time limit, watched from outside. */
import { spawn, type ChildProcess } from 'node:child_process';
import type { Environment } from '../media/find-helper.ts';

/** `watch` is asked every so often and ends the run with the error it gives. */
export type HelperRun = {
  program: string;
  args: readonly string[];
  cwd: string;
  environment: Environment;
  signal: AbortSignal;
  timeLimitMs: number;
  /** What is thrown when the time is over. */
  late: () => Error;
  watch?: () => Promise<Error | null>;
};
/** `out`, `err`: the end of what it wrote. */
export type HelperOutcome = { code: number | null; out: string; err: string };

/** Enough for the last words of a program; the rest is read and let go, so that it neither fills memory nor blocks. */
const mostOutput = 16 * 1024;
const watchEveryMs = 250;
/** After its end a program's pipe may be held open by what it started. */
const patienceMs = 2000;

/** @throws what `late` or `watch` give, the signal's reason, or the system's error when it cannot be started */
export async function runHelper(run: HelperRun): Promise<HelperOutcome> {
  run.signal.throwIfAborted();
  const child = spawn(run.program, run.args, {
    cwd: run.cwd,
    env: run.environment,
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: process.platform !== 'win32',
    windowsHide: true,
  });
  const [out, err] = [tailOf(child.stdout), tailOf(child.stderr)];
  const ending = endedEarly(run);
  const killAtExit = () => killGroup(child);
  process.once('exit', killAtExit);
  try {
    const code = await Promise.race([exitOf(child), ending.reason]);
    return { code, out: out(), err: err() };
  } finally {
    ending.stop();
    // Also after a good end: nothing it started stays behind.
    killGroup(child);
    process.off('exit', killAtExit);
    child.stdout.destroy();
    child.stderr.destroy();
  }
}

function exitOf(child: ChildProcess): Promise<number | null> {
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
    child.once('exit', (code) => setTimeout(() => resolve(code), patienceMs).unref());
  });
}

/** A promise that only ever rejects: by signal, clock or watch, whichever is first. */
function endedEarly({ signal, timeLimitMs, late, watch }: HelperRun): { reason: Promise<never>; stop: () => void } {
  const { promise: reason, reject } = Promise.withResolvers<never>();
  reason.catch(() => undefined);
  const abort = () => reject(signal.reason as Error);
  signal.addEventListener('abort', abort, { once: true });
  const timer = setTimeout(() => reject(late()), timeLimitMs);
  const look = () => watch?.().then((error) => error !== null && reject(error), reject);
  const watcher = watch === undefined ? undefined : setInterval(() => void look(), watchEveryMs);
  const stop = () => {
    signal.removeEventListener('abort', abort);
    clearTimeout(timer);
    clearInterval(watcher);
  };
  return { reason, stop };
}

function tailOf(stream: NodeJS.ReadableStream): () => string {
  let tail = '';
  stream.setEncoding('utf8');
  stream.on('data', (text: string) => (tail = (tail + text).slice(-mostOutput)));
  stream.on('error', () => undefined);
  return () => tail;
}

/** The program and everything it started. On Windows by the system's own tool, which knows the tree. */
function killGroup({ pid }: ChildProcess): void {
  if (pid === undefined) return;
  try {
    if (process.platform === 'win32') spawn('taskkill', ['/pid', String(pid), '/t', '/f'], { stdio: 'ignore', windowsHide: true });
    else process.kill(-pid, 'SIGKILL');
  } catch {
    // The group is gone already.
  }
}
