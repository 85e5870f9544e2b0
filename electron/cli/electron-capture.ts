import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { HoldfastError } from '#shared/errors.ts';
import { cliWords as words } from './cli-words.ts';
import type { CaptureOutcome } from './command.ts';

/**
 * Captures in a hidden Electron, which opens the case itself. `command` is the executable and its first arguments. Every
 * URL is answered: one the browser said nothing of is answered with what became of the browser. Aborting ends it.
 */
export async function* captureWithElectron(
  command: readonly string[],
  folder: string,
  urls: string[],
  signal: AbortSignal,
): AsyncGenerator<CaptureOutcome> {
  const [executable = '', ...first] = command;
  const args = [...first, '--headless=capture', `--case=${folder}`, '--json', '--', ...urls];
  const child = spawn(executable, args, { stdio: ['ignore', 'pipe', 'ignore'] });
  const ended = new Promise<string>((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('exit', () => resolve(words.silent));
  });
  const stop = () => child.kill('SIGINT');
  signal.addEventListener('abort', stop, { once: true });
  const waiting = [...urls];
  try {
    for await (const line of createInterface({ input: child.stdout })) {
      const outcome = parse(line);
      if (outcome === null || !waiting.includes(outcome.url)) continue;
      waiting.splice(waiting.indexOf(outcome.url), 1);
      yield outcome;
    }
    const problem = await ended;
    if (signal.aborted) throw new HoldfastError('cancelled');
    for (const url of waiting) yield { url, error: { code: 'capture-failed', facts: { url, problem } } };
  } finally {
    signal.removeEventListener('abort', stop);
    if (child.exitCode === null) child.kill('SIGTERM');
  }
}

/** Chromium may print lines of its own. */
function parse(line: string): CaptureOutcome | null {
  try {
    const value = JSON.parse(line) as CaptureOutcome;
    return typeof value.url === 'string' && ('itemId' in value || 'error' in value) ? value : null;
  } catch {
    return null;
  }
}
