import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { HoldfastError } from '#shared/errors.ts';
import { findHelper } from './find-helper.ts';
import { asInput, inputArguments } from './input-arguments.ts';
import { lastWord } from './run-ffmpeg.ts';

/** The parts of ffprobe's JSON that are used; every field may be missing. */
export type Probe = {
  format?: {
    format_name?: string;
    format_long_name?: string;
    duration?: string;
    bit_rate?: string;
    start_time?: string;
    probe_score?: number;
    tags?: Record<string, string>;
  };
  streams?: ProbedStream[];
  chapters?: unknown[];
};
export type ProbedStream = {
  index?: number;
  codec_type?: string;
  codec_name?: string;
  profile?: string | number;
  width?: number;
  height?: number;
  pix_fmt?: string;
  time_base?: string;
  start_time?: string;
  color_space?: string;
  sample_aspect_ratio?: string;
  avg_frame_rate?: string;
  r_frame_rate?: string;
  sample_rate?: string;
  channels?: number;
  channel_layout?: string;
  duration?: string;
  nb_frames?: string;
  disposition?: Record<string, number>;
  tags?: Record<string, string>;
  side_data_list?: { rotation?: number; displaymatrix?: string }[];
};

const run = promisify(execFile);
const MOST_OUTPUT = 16 * 1024 * 1024;

/**
 * What ffprobe finds in a recording. Run directly rather than through fluent-ffmpeg, whose probe reads a format that
 * breaks on line feeds in tags and can be neither timed nor cancelled.
 * @throws HoldfastError helper-missing, media-unreadable, helper-timeout; AbortError
 */
export async function probeMedia(
  path: string,
  { signal, timeLimitMs = 60_000 }: { signal: AbortSignal; timeLimitMs?: number },
): Promise<Probe> {
  const program = await findHelper('ffprobe');
  const wanted = ['-show_format', '-show_streams', '-show_chapters', '-of', 'json'];
  try {
    const { stdout } = await run(program, ['-v', 'error', '-hide_banner', ...inputArguments, ...wanted, '-i', asInput(path)], {
      signal, timeout: timeLimitMs, killSignal: 'SIGKILL', maxBuffer: MOST_OUTPUT, windowsHide: true,
    }); // prettier-ignore
    return JSON.parse(stdout) as Probe;
  } catch (error) {
    signal.throwIfAborted();
    const { killed, stderr = '', message } = error as { killed?: boolean; stderr?: string; message: string };
    if (killed === true) throw new HoldfastError('helper-timeout', { helper: 'ffprobe', seconds: Math.round(timeLimitMs / 1000) }, error);
    throw new HoldfastError('media-unreadable', { problem: lastWord(stderr || message, path) }, error);
  }
}

/** "ffmpeg version 5.1.9-0+deb12u1 ..." -> "5.1.9-0+deb12u1". */
export async function ffmpegVersion(signal: AbortSignal): Promise<string> {
  const { stdout } = await run(await findHelper('ffmpeg'), ['-version'], { signal, timeout: 10_000 });
  return /version (\S+)/.exec(stdout)?.[1] ?? 'unknown';
}
