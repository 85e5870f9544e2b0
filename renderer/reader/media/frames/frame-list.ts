import type { MediaFrames } from '#shared/model/media.ts';

/** One frame: shown from `time` until `end`, in seconds. */
export type Frame = { time: number; end: number };
/** Frames one after another, each until the next. */
export type FrameList = readonly Frame[];

/** A time that was a frame's own may come back a little less, through decimals. */
const SLACK = 2e-6;

export function toFrames({ times, end }: Pick<MediaFrames, 'times' | 'end'>): FrameList {
  return times.map((time, index) => ({ time, end: times[index + 1] ?? end }));
}

/** Frames of neighbouring stretches as one list; a frame that both tell of comes once. */
export function joinFrames(lists: readonly FrameList[]): FrameList {
  const byTime = new Map<number, Frame>();
  // The stretch in which a frame is not the last knows better how long it lasts.
  for (const list of lists)
    for (const frame of list) byTime.set(frame.time, byTime.has(frame.time) ? longer(byTime.get(frame.time)!, frame) : frame);
  return [...byTime.values()].sort((one, other) => one.time - other.time);
}

const longer = (one: Frame, other: Frame) => (one.end >= other.end ? one : other);

/** Index of the frame shown at a time: the last that began; the first while none has; -1 in an empty list. */
export function frameIndex(frames: FrameList, time: number): number {
  let [low, high] = [0, frames.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (frames[middle]!.time <= time + SLACK) low = middle + 1;
    else high = middle;
  }
  return frames.length === 0 ? -1 : Math.max(0, low - 1);
}

/** Where to seek so that a player surely shows this frame: its middle, away from both its neighbours. */
export function middleOf({ time, end }: Frame): number {
  return (time + end) / 2;
}
