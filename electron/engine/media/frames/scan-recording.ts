import type { MediaScan } from '#shared/model/media.ts';
import { HoldfastError } from '#shared/errors.ts';
import type { MediaSource } from '../media-source.ts';
import type { Probe, ProbedStream } from '../probe-media.ts';
import { FrameRhythm } from './frame-rhythm.ts';
import { knownRate } from './known-rate.ts';
import { readPackets, type Packet } from './read-packets.ts';
import { parseTimeBase, toSeconds, type TimeBase } from './time-base.ts';

/** Reading is bound by the disk: an hour is enough for terabytes. */
const TIME_LIMIT_MS = 3_600_000;
const STEP = 10;
/** A stamp far out of line with the rest is damage; counts are kept for at most this many steps (100 hours). */
const MOST_STEPS = 36_000;

/**
 * Reads every packet of a recording without decoding: where it begins and ends (whatever its header says, or leaves
 * unsaid), how many frames it has and up to each ten seconds, and whether they come evenly. `onTime` follows the
 * seconds read.
 * @throws HoldfastError media-unreadable when no packet has a place in time; helper-…; AbortError
 */
export async function scanRecording(source: MediaSource, signal: AbortSignal, onTime: (seconds: number) => void): Promise<MediaScan> {
  const { path, picture, sound, probe } = source;
  const stream = picture ?? sound;
  if (stream === null) throw new HoldfastError('media-unreadable', { problem: 'no video or sound in it' });
  const base = parseTimeBase(stream.time_base) ?? { num: 1, den: 1000 };
  const count = new Count(base, stream);
  await readPackets({
    path,
    stream: stream.index ?? 0,
    signal,
    timeLimitMs: TIME_LIMIT_MS,
    onPacket(packet) {
      count.add(packet);
      if (count.packets % 1000 === 0) onTime(count.end);
    },
  });
  if (count.packets === 0) throw new HoldfastError('media-unreadable', { problem: 'no packet with a time in it' });
  const soundEnd = picture === null || sound === null ? 0 : endOf(probe, sound);
  return {
    start: count.start,
    end: Math.max(count.end, soundEnd),
    frames: picture === null ? null : count.packets,
    before: picture === null ? [] : count.before(),
    step: STEP,
    rate: picture === null ? null : count.rate(),
    times: count.times,
    timeCode: picture === null ? null : timeCode(probe),
  };
}

class Count {
  packets = 0;
  start = Infinity;
  end = 0;
  times: MediaScan['times'] = 'presentation';
  readonly #base: TimeBase;
  readonly #stream: ProbedStream;
  readonly #shown = new FrameRhythm();
  readonly #decoded = new FrameRhythm();
  readonly #steps = new Map<number, number>();
  #next = 0;

  constructor(base: TimeBase, stream: ProbedStream) {
    this.#base = base;
    this.#stream = stream;
  }

  add({ pts, dts, duration, isDropped }: Packet): void {
    if (isDropped) return;
    if (pts === null) this.times = dts === null ? 'assumed' : this.times === 'assumed' ? 'assumed' : 'decoding';
    const stamp = pts ?? dts;
    const time = stamp === null ? this.#next : toSeconds(stamp, this.#base);
    const length = duration > 0 ? toSeconds(duration, this.#base) : this.#assumedLength();
    this.#next = time + length;
    this.packets += 1;
    this.start = Math.min(this.start, time);
    this.end = Math.max(this.end, time + length);
    if (pts !== null) this.#shown.add(pts);
    if (dts !== null) this.#decoded.add(dts);
    const step = Math.floor(time / STEP);
    if (step >= 0 && step < MOST_STEPS) this.#steps.set(step, (this.#steps.get(step) ?? 0) + 1);
  }

  /** Steps are counted from zero, so that their number does not hang on the first stamp. */
  before(): number[] {
    const last = Math.max(0, ...this.#steps.keys());
    const counts: number[] = [0];
    for (let step = 0; step < last; step += 1) counts.push(counts[step]! + (this.#steps.get(step) ?? 0));
    return counts;
  }

  rate(): MediaScan['rate'] {
    if (this.times === 'assumed') return parseTimeBase(this.#stream.r_frame_rate);
    const mean = (this.times === 'presentation' ? this.#shown : this.#decoded).end();
    return mean === null ? null : knownRate(mean, this.#base, this.#stream.avg_frame_rate);
  }

  #assumedLength(): number {
    const rate = parseTimeBase(this.#stream.r_frame_rate) ?? parseTimeBase(this.#stream.avg_frame_rate);
    return this.#stream.codec_type === 'video' ? (rate === null ? 1 / 25 : rate.den / rate.num) : 0;
  }
}

/** Where the sound ends by what the header says of it; 0 when it says nothing. */
function endOf(probe: Probe, stream: ProbedStream): number {
  const begin = Number(stream.start_time ?? probe.format?.start_time ?? 0) || 0;
  const length = Number(stream.duration ?? 0) || 0;
  return length > 0 ? begin + length : 0;
}

/** The time code of the first frame, as a camera writes it: in a track of its own, or as a tag. */
function timeCode({ streams = [], format }: Probe): string | null {
  const tags = [...streams.map((stream) => stream.tags), format?.tags];
  return tags.map((tag) => tag?.['timecode']).find((value) => value !== undefined && /^\d\d:\d\d:\d\d[:;.]\d\d$/.test(value)) ?? null;
}
