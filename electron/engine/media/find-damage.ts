import { toErrorData } from '#shared/errors.ts';
import type { Gap, ReadingJob } from '../import/reading.ts';
import { lastWord, runFfmpeg } from './run-ffmpeg.ts';

const TIME_LIMIT_MS = 60_000;
const TAIL_SECONDS = 5;
const broken = /partial file|truncat|invalid data|error reading|corrupt|end of file|moov atom|unspecified error|could not find/i;

/**
 * Looks whether the end of a recording is there, by reading its last seconds without decoding them: a download that
 * broke off often opens and plays, only not to its end. Null when nothing is found; not every damage is.
 */
export async function findDamage({ received, signal }: Pick<ReadingJob, 'received' | 'signal'>): Promise<Gap | null> {
  try {
    const before = ['-sseof', `-${TAIL_SECONDS}`];
    const log = await runFfmpeg({
      input: received.path,
      before,
      after: ['-map', '0:v?', '-map', '0:a?', '-c', 'copy', '-f', 'null'],
      output: null,
      signal,
      timeLimitMs: TIME_LIMIT_MS,
    });
    return broken.test(log) ? gap(lastWord(log, received.path)) : null;
  } catch (error) {
    signal.throwIfAborted();
    const { code, facts } = toErrorData(error);
    // A format that cannot seek from its end tells nothing about its wholeness.
    return code === 'helper-failed' && broken.test(String(facts['problem'])) ? gap(String(facts['problem'])) : null;
  }
}

const gap = (problem: string): Gap => ({ reason: 'media-damaged', facts: { problem } });
