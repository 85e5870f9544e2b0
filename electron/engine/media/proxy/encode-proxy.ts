import type { Facts } from '#shared/model/primitives.ts';
import { readPackets } from '../frames/read-packets.ts';
import { parseTimeBase, toSeconds } from '../frames/time-base.ts';
import type { MediaSource } from '../media-source.ts';
import { uprightFilter } from '../still/upright-filter.ts';
import { byLine, streamHelper } from '../stream-helper.ts';
import type { ProxyCodec } from './proxy-codec.ts';

const TIME_LIMIT_MS = 12 * 3_600_000;
/** Pixels of the longer side. */
const LARGEST = 1920;
/** A picture that begins later than this after its sound does not cost the sound its beginning, in seconds. */
const SOUND_AHEAD = 1;

type Asked = { codec: ProxyCodec; output: string; signal: AbortSignal; onTime: (seconds: number) => void };

/**
 * Encodes a recording anew as something the window plays. Every frame is kept with its own time, none doubled and
 * none left out; all times are moved by `offsetSeconds` alone, so that the proxy begins at zero: time in the proxy
 * plus the offset is time in the original. Resolves with what is recorded of how it was made.
 * @throws HoldfastError helper-missing, helper-failed, helper-timeout; AbortError
 */
export async function encodeProxy(source: MediaSource, { codec, output, signal, onTime }: Asked): Promise<Facts> {
  const { picture, sound, path } = source;
  const { ticks, offset } = await beginning(source, signal);
  const filter = picture === null ? null : [`setpts=PTS-(${ticks})`, ...shownAs].join(',');
  const turnedByFfmpeg = uprightFilter(picture ?? {}).isQuarter;
  const soundFilter = `asetpts=PTS-(${offset})/TB,aresample=async=1:first_pts=0`;
  const options = [
    ...(picture === null ? [] : ['-map', `0:${picture.index ?? 0}`, '-vf', filter!, '-fps_mode', 'passthrough', '-enc_time_base', '-1', ...codec.picture]),
    ...(sound === null ? [] : ['-map', `0:${sound.index ?? 0}`, '-af', soundFilter, ...codec.sound]),
  ]; // prettier-ignore
  await streamHelper({
    helper: 'ffmpeg',
    input: path,
    before: ['-copyts', ...(turnedByFfmpeg ? [] : ['-noautorotate'])],
    after: [
      ...options, '-sn', '-dn', '-map_metadata', '-1', '-map_chapters', '-1', '-fflags', '+bitexact', '-threads', '2',
      ...(codec.format === 'mp4' ? ['-movflags', '+faststart'] : []),
      '-progress', '-', '-f', codec.format, '-y', output,
    ], // prettier-ignore
    onOutput: byLine((line) => {
      const reached = /^out_time_us=(\d+)/.exec(line)?.[1];
      if (reached !== undefined) onTime(Number(reached) / 1e6);
    }),
    signal,
    timeLimitMs: TIME_LIMIT_MS,
  });
  return {
    offsetSeconds: offset,
    picture: filter,
    upright: turnedByFfmpeg,
    sound: sound === null ? null : soundFilter,
    options: options.join(' '),
  };
}

/** Where the recording begins: at its first frame, or at its first sound when that comes well before. */
export async function beginning(source: MediaSource, signal: AbortSignal): Promise<{ ticks: number; offset: number }> {
  const { picture, sound, path } = source;
  const stream = picture ?? sound;
  const base = parseTimeBase(stream?.time_base) ?? { num: 1, den: 1000 };
  const soundStart = sound === null ? Infinity : Number(sound.start_time ?? 0) || 0;
  let first = Infinity;
  await readPackets({
    path,
    stream: stream?.index ?? 0,
    interval: '%+5',
    onPacket: ({ pts, dts, isDropped }) => (first = isDropped ? first : Math.min(first, pts ?? dts ?? Infinity)),
    signal,
    timeLimitMs: 60_000,
  });
  if (!Number.isFinite(first)) first = 0;
  const isLate = toSeconds(first, base) - soundStart > SOUND_AHEAD;
  const ticks = isLate ? Math.floor((soundStart * base.den) / base.num) : first;
  return { ticks, offset: toSeconds(ticks, base) };
}

/**
 * With square pixels, of a size that plays, both sides even as the codecs ask. ffmpeg has turned the picture before: a
 * filter of ours would leave it the display matrix, which it writes into the proxy, and players would turn it once more.
 */
const shownAs = [
  "scale=w='trunc(iw*max(1,sar)/2)*2':h='trunc(ih*max(1,1/sar)/2)*2'",
  'setsar=1',
  `scale=w='min(${LARGEST},iw)':h='min(${LARGEST},ih)':force_original_aspect_ratio=decrease:force_divisible_by=2`,
];
