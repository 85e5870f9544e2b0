/** The one place that runs ffmpeg: our own argument lists, no shell, no network, a time limit, ended by its signal. */
import ffmpeg from 'fluent-ffmpeg';
import { HoldfastError } from '#shared/errors.ts';
import { findHelper } from './find-helper.ts';
import { asInput, inputArgumentsFor } from './input-arguments.ts';

/**
 * `before` and `after` are options before the input and before the output. `output` is a path; null throws the output away.
 * `formats`: the demuxers that may read the input, those of recordings unless given.
 */
export type FfmpegRun = {
  input: string;
  formats?: readonly string[];
  before?: string[];
  after: string[];
  output: string | null;
  signal: AbortSignal;
  timeLimitMs: number;
};

/**
 * Runs ffmpeg once; resolves with what it wrote to its log (errors only).
 * @throws HoldfastError helper-missing, helper-failed (`problem` is its last word), helper-timeout; AbortError
 */
export async function runFfmpeg({ input, formats, before = [], after, output, signal, timeLimitMs }: FfmpegRun): Promise<string> {
  signal.throwIfAborted();
  const program = await findHelper('ffmpeg');
  const command = ffmpeg(asInput(input))
    .setFfmpegPath(program)
    .inputOptions('-nostdin', '-hide_banner', '-v', 'error', ...inputArgumentsFor(formats), ...before)
    .outputOptions('-nostdin', ...after)
    .output(output === null ? '-' : asInput(output));
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  let ended: Error | null = null;
  const end = (reason: Error) => {
    ended ??= reason;
    command.kill('SIGKILL');
  };
  command
    // It may have been ended while it was still being started.
    .on('start', () => ended !== null && setImmediate(() => command.kill('SIGKILL')))
    .on('end', (_stdout, stderr) => resolve(stderr ?? ''))
    .on('error', (error: Error, _stdout, stderr) => reject(ended ?? failure(error, stderr ?? '', input)));
  const timer = setTimeout(
    () => end(new HoldfastError('helper-timeout', { helper: 'ffmpeg', seconds: Math.round(timeLimitMs / 1000) })),
    timeLimitMs,
  );
  const abort = () => end(signal.reason as Error);
  signal.addEventListener('abort', abort, { once: true });
  try {
    command.run();
    return await promise;
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', abort);
  }
}

function failure(error: Error, stderr: string, input: string): HoldfastError {
  return new HoldfastError('helper-failed', { helper: 'ffmpeg', problem: lastWord(stderr || error.message, input) }, error);
}

/** The last line of a log, without the path of the staged copy, which means nothing to a person. */
export function lastWord(log: string, input: string): string {
  const line = log.trim().split('\n').at(-1) ?? '';
  return line
    .replaceAll(asInput(input), '')
    .replaceAll(input, '')
    .replace(/^[:\s]+/, '')
    .slice(0, 300);
}
