import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { HoldfastError } from '#shared/errors.ts';
import type { CaptureOptions } from '#shared/model/capture.ts';
import { cliWords as words } from './cli-words.ts';
import type { CaptureOutcome } from './command.ts';

export type CaptureOrder = { folder: string; urls: string[]; options: CaptureOptions };

/** Characters of addresses a command line is given at most; Windows takes 32,767 in all. */
const longestCommand = 24_000;

/**
 * Captures in a hidden Electron, which opens the case itself. `command` is the executable and its first arguments. Every
 * URL is answered, in the order they end: one the browser said nothing of is answered with what became of the browser.
 * Long lists are given to one browser after the other. Aborting ends it.
 */
export async function* captureWithElectron(
  command: readonly string[],
  order: CaptureOrder,
  signal: AbortSignal,
): AsyncGenerator<CaptureOutcome> {
  for (const urls of batches(order.urls)) yield* captureBatch(command, { ...order, urls }, signal);
}

async function* captureBatch(command: readonly string[], order: CaptureOrder, signal: AbortSignal): AsyncGenerator<CaptureOutcome> {
  const { folder, urls, options } = order;
  const [executable = '', ...first] = command;
  const switches = ['--headless=capture', `--case=${folder}`, `--options=${JSON.stringify(options)}`, '--json'];
  const child = spawn(executable, [...first, ...switches, '--', ...urls], { stdio: ['ignore', 'pipe', 'ignore'] });
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

/** As many addresses at once as a command line takes, in their order. */
export function* batches(urls: readonly string[]): Generator<string[]> {
  let batch: string[] = [];
  let length = 0;
  for (const url of urls) {
    if (batch.length > 0 && length + url.length + 3 > longestCommand) {
      yield batch;
      [batch, length] = [[], 0];
    }
    batch.push(url);
    length += url.length + 3;
  }
  if (batch.length > 0) yield batch;
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
