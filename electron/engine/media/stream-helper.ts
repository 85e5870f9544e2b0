import { spawn } from 'node:child_process';
import { HoldfastError } from '#shared/errors.ts';
import { findHelper } from './find-helper.ts';
import { asInput, inputArguments } from './input-arguments.ts';
import { lastWord } from './run-ffmpeg.ts';

/** `before` and `after` stand before and after the input; what the program writes to its standard output comes in pieces. */
export type HelperStream = {
  helper: 'ffmpeg' | 'ffprobe';
  input: string;
  before?: readonly string[];
  after: readonly string[];
  onOutput: (piece: Buffer) => void;
  signal: AbortSignal;
  timeLimitMs: number;
};

/** What is kept of a log that may repeat one complaint for hours. */
const LOG_CHARACTERS = 20_000;

/**
 * Runs ffmpeg or ffprobe and hands on what it writes while it writes it, so that ten hours need no more memory than a
 * second: no shell, no network, a time limit, ended by its signal. Resolves with its log (errors only).
 * @throws HoldfastError helper-missing, helper-failed (`problem` is its last word), helper-timeout; AbortError
 */
export async function streamHelper({ helper, input, before = [], after, onOutput, signal, timeLimitMs }: HelperStream): Promise<string> {
  signal.throwIfAborted();
  const program = await findHelper(helper);
  const quiet = ['-hide_banner', '-v', 'error', ...(helper === 'ffmpeg' ? ['-nostdin'] : [])];
  const child = spawn(program, [...quiet, ...inputArguments, ...before, '-i', asInput(input), ...after], {
    stdio: ['ignore', 'pipe', 'pipe'],
    windowsHide: true,
  });
  const { promise, resolve, reject } = Promise.withResolvers<number | null>();
  let log = '';
  const state: { ended: Error | null } = { ended: null };
  const end = (reason: Error) => {
    state.ended ??= reason;
    child.kill('SIGKILL');
  };
  child.stdout.on('data', (piece: Buffer) => {
    try {
      if (state.ended === null) onOutput(piece);
    } catch (error) {
      end(error as Error);
    }
  });
  child.stderr.setEncoding('utf8').on('data', (piece: string) => (log = (log + piece).slice(-LOG_CHARACTERS)));
  child.on('error', reject).on('close', resolve);
  const seconds = Math.round(timeLimitMs / 1000);
  const timer = setTimeout(() => end(new HoldfastError('helper-timeout', { helper, seconds })), timeLimitMs);
  const abort = () => end(signal.reason as Error);
  signal.addEventListener('abort', abort, { once: true });
  try {
    const code = await promise;
    if (state.ended !== null) throw state.ended;
    if (code !== 0) throw new HoldfastError('helper-failed', { helper, problem: lastWord(log, input) });
    return log;
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', abort);
  }
}

/** Cuts pieces of output into whole lines; a last line without its end is kept back. */
export function byLine(onLine: (line: string) => void): (piece: Buffer) => void {
  let rest = '';
  return (piece) => {
    const lines = (rest + piece.toString('latin1')).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) onLine(line.trimEnd());
  };
}
