import type { MediaFrames } from '#shared/model/media.ts';
import { byLine, streamHelper } from '../stream-helper.ts';
import { requirePicture, type MediaSource } from '../media-source.ts';
import type { ProbedStream } from '../probe-media.ts';
import { readPackets } from './read-packets.ts';
import { parseTimeBase, toSeconds, type TimeBase } from './time-base.ts';

const TIME_LIMIT_MS = 120_000;
/** Packets stand in the order of decoding: frames before the end may come this much after it, in seconds. */
const REORDER = 2;
/** ffprobe takes a mark at which to start reading; the stretch is asked for from a little earlier, to surely hold the frame shown at its start. */
const LEAD = 0.5;

type Stamp = { pts: number; duration: number };

/**
 * When each frame of a stretch is shown (seconds from the recording's own zero, from its time stamps), the one shown
 * as the stretch begins among them. Packets tell it without decoding; where they carry no presentation time (AVI,
 * program streams) the frames are decoded.
 * @throws HoldfastError media-no-picture, helper-missing, helper-failed, helper-timeout; AbortError
 */
export async function framesBetween(source: MediaSource, range: { from: number; to: number }, signal: AbortSignal): Promise<MediaFrames> {
  const picture = requirePicture(source);
  const base = parseTimeBase(picture.time_base) ?? { num: 1, den: 1000 };
  const job = { path: source.path, stream: picture.index ?? 0, signal };
  if (source.probe.format?.start_time === undefined) return await assumedFrames(job, range, picture);
  const interval = `${Math.max(0, range.from - LEAD).toFixed(6)}%${(range.to + REORDER).toFixed(6)}`;
  const near = await stamps(job, interval);
  const reaches = near.all.length > 0 && toSeconds(near.all[0]!.pts, base) <= range.from;
  // A seek may land after the mark, or before the first frame there is nothing: only the beginning tells which.
  const all = reaches || range.from <= LEAD ? near : await stamps(job, `%${(range.to + REORDER).toFixed(6)}`);
  return within(all, range, base, picture);
}

type StampJob = { path: string; stream: number; signal: AbortSignal };

type Found = { all: Stamp[]; origin: MediaFrames['origin'] };

async function stamps(job: StampJob, interval: string): Promise<Found> {
  const found: Stamp[] = [];
  let silent = 0;
  await readPackets({
    ...job,
    interval,
    timeLimitMs: TIME_LIMIT_MS,
    onPacket({ pts, duration, isDropped }) {
      if (pts === null) silent += 1;
      else if (!isDropped) found.push({ pts, duration });
    },
  });
  if (silent === 0) return { all: inOrder(found), origin: 'presentation' };
  return { all: inOrder(await decodedStamps(job, interval)), origin: 'decoder' };
}

/** The best guess of the decoder; a frame it gives no time follows on the one before it, as ffmpeg itself has it. */
async function decodedStamps({ path, stream, signal }: StampJob, interval: string): Promise<Stamp[]> {
  const found: Stamp[] = [];
  const onOutput = byLine((line) => {
    const [stamp, length] = /^(-?\d+|N\/A)\|(\d+)?/.exec(line)?.slice(1) ?? [];
    const last = found.at(-1);
    const pts = stamp === 'N/A' ? (last === undefined ? Number.NaN : last.pts + last.duration) : Number(stamp);
    if (Number.isFinite(pts)) found.push({ pts, duration: Number(length ?? 0) });
  });
  const wanted = ['-show_entries', 'frame=best_effort_timestamp,pkt_duration', '-of', 'compact=p=0:nk=1'];
  const after = ['-select_streams', String(stream), ...wanted, '-read_intervals', interval];
  await streamHelper({ helper: 'ffprobe', input: path, after, onOutput, signal, timeLimitMs: TIME_LIMIT_MS });
  return found;
}

/** By time, each time once: two fields of one picture share theirs. */
function inOrder(found: Stamp[]): Stamp[] {
  const sorted = found.toSorted((one, other) => one.pts - other.pts);
  return sorted.filter(({ pts }, index) => index === 0 || pts !== sorted[index - 1]!.pts);
}

function within({ all, origin }: Found, range: { from: number; to: number }, base: TimeBase, picture: ProbedStream): MediaFrames {
  const timeOf = ({ pts }: Stamp) => toSeconds(pts, base);
  const first = Math.max(
    0,
    all.findLastIndex((stamp) => timeOf(stamp) <= range.from),
  );
  const past = all.findIndex((stamp, index) => index >= first && timeOf(stamp) > range.to);
  const taken = all.slice(first, past === -1 ? all.length : past);
  const last = taken.at(-1);
  const after = past === -1 ? undefined : all[past];
  const step = last !== undefined && last.duration > 0 ? toSeconds(last.duration, base) : frameSeconds(picture);
  return {
    origin,
    timeBase: `${base.num}/${base.den}`,
    pts: taken.map(({ pts }) => pts),
    times: taken.map(timeOf),
    end: after !== undefined ? timeOf(after) : last === undefined ? range.to : timeOf(last) + step,
  };
}

/** A raw stream carries no times: its frames follow each other at the rate assumed for it, and are counted. */
async function assumedFrames(job: StampJob, range: { from: number; to: number }, picture: ProbedStream): Promise<MediaFrames> {
  let count = 0;
  await readPackets({ ...job, timeLimitMs: TIME_LIMIT_MS, onPacket: () => (count += 1) });
  const step = frameSeconds(picture);
  const rate = parseTimeBase(picture.r_frame_rate) ?? { num: 25, den: 1 };
  const base = { num: rate.den, den: rate.num };
  const first = Math.min(Math.floor(range.from / step + 1e-6), Math.max(0, count - 1));
  const last = Math.min(Math.floor(range.to / step + 1e-6), count - 1);
  const all = Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => ({ pts: first + index, duration: 1 }));
  return within({ all, origin: 'assumed' }, range, base, picture);
}

/** What a frame lasts by the rate the file states; a twenty-fifth of a second where it states none. */
function frameSeconds({ avg_frame_rate, r_frame_rate }: ProbedStream): number {
  const rate = parseTimeBase(avg_frame_rate) ?? parseTimeBase(r_frame_rate);
  return rate === null ? 1 / 25 : rate.den / rate.num;
}
