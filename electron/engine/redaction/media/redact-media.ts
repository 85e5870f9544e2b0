import { HoldfastError } from '#shared/errors.ts';
import type { Facts } from '#shared/model/primitives.ts';
import { framesBetween } from '../../media/frames/frames-between.ts';
import type { MediaSource } from '../../media/media-source.ts';
import { beginning } from '../../media/proxy/encode-proxy.ts';
import type { ProxyCodec } from '../../media/proxy/proxy-codec.ts';
import { uprightFilter } from '../../media/still/upright-filter.ts';
import { byLine, streamHelper } from '../../media/stream-helper.ts';
import { boxFilters, silenceFilters, type TimedBox, type TimeSpan } from './media-filters.ts';

const TIME_LIMIT_MS = 12 * 3_600_000;
/** As in keep-still.ts: a time that was a frame's own is not taken for the frame before. */
const SLACK = 0.000_005;

export type MediaPlan = { boxes: readonly TimedBox[]; silent: readonly TimeSpan[] };
type Making = { codec: ProxyCodec; output: string; signal: AbortSignal; onTime: (seconds: number) => void };
/** `offset`: time in the copy plus this is time in the original. `boxes` as drawn, from the frame shown at their start. */
export type RedactedMedia = { offset: number; boxes: TimedBox[]; parameters: Facts };

/**
 * Encodes picture and sound anew with boxes and silence in them. Every frame keeps its time. Other streams (subtitles,
 * data, further sound, cover pictures), chapters, tags and attachments are left behind.
 * @throws HoldfastError helper-missing, helper-failed, helper-timeout; AbortError
 */
export async function redactMedia(source: MediaSource, plan: MediaPlan, making: Making): Promise<RedactedMedia> {
  const { picture, sound, path } = source;
  const { codec, output, signal, onTime } = making;
  // Players show such a picture as it lies, ffmpeg turns it: boxes would not be where they were drawn.
  if (picture !== null && !uprightFilter(picture).isQuarter)
    throw new HoldfastError('redaction-failed', { path: source.file.name, problem: 'its picture is turned by an odd angle' });
  const { ticks, offset } = await beginning(source, signal);
  const boxes = await fromShownFrames(source, plan.boxes, signal);
  const filter = picture === null ? null : [...shownAs, ...boxFilters(boxes), `setpts=PTS-(${ticks})`].join(',');
  const soundFilter = [...silenceFilters(plan.silent), `asetpts=PTS-(${offset})/TB`, 'aresample=async=1:first_pts=0'].join(',');
  const options = [
    ...(filter === null ? [] : ['-map', `0:${picture?.index ?? 0}`, '-vf', filter, '-fps_mode', 'passthrough', '-enc_time_base', '-1', ...codec.picture, '-flags:v', '+bitexact']),
    ...(sound === null ? [] : ['-map', `0:${sound.index ?? 0}`, '-af', soundFilter, ...codec.sound, '-flags:a', '+bitexact']),
  ]; // prettier-ignore
  await streamHelper({
    helper: 'ffmpeg',
    input: path,
    // ffmpeg turns the picture as its display matrix says and leaves the matrix out of the copy; with `-noautorotate` it would stay.
    before: ['-copyts'],
    after: [
      ...options, '-sn', '-dn', '-map_metadata', '-1', '-map_metadata:s', '-1', '-map_chapters', '-1', '-fflags', '+bitexact', '-threads', '2',
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
  const kept = [picture, sound].filter((stream) => stream !== null).length;
  const left = (source.probe.streams?.length ?? kept) - kept;
  return {
    offset,
    boxes,
    parameters: { offsetSeconds: offset, picture: filter, sound: sound === null ? null : soundFilter, streamsLeftOut: left },
  };
}

/** A frame is seen until the next one: the box begins with the frame that is on screen at its start. */
async function fromShownFrames(source: MediaSource, boxes: readonly TimedBox[], signal: AbortSignal): Promise<TimedBox[]> {
  const shown: TimedBox[] = [];
  for (const { area, span } of boxes) {
    if (span === null) {
      shown.push({ area, span });
      continue;
    }
    const { times } = await framesBetween(source, { from: span.from, to: span.from + 0.2 }, signal);
    const first = times.findLast((time) => time <= span.from + SLACK);
    shown.push({ area, span: { from: Math.min(first ?? span.from, span.from), to: span.to } });
  }
  return shown;
}

/** With square pixels and even sides, as it is seen when areas are drawn; in its full size. */
const shownAs = ["scale=w='trunc(iw*max(1,sar)/2)*2':h='trunc(ih*max(1,1/sar)/2)*2'", 'setsar=1'];
