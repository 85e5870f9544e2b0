import { useCallback, useMemo } from 'react';
import type { MediaFrames, MediaScan } from '#shared/model/media.ts';
import { call, queryClient, useCall } from '../../../shell/engine.ts';
import { frameIndex, joinFrames, toFrames, type Frame, type FrameList } from './frame-list.ts';
import { smpteCode } from './smpte-code.ts';

/** Frames are asked for in stretches of this many seconds; the scan counts up to each of them. */
const STRETCH = 10;

/** The frame shown. `number` counts from 0 and is null where it is not certain; `code` is its SMPTE time code. */
export type ShownFrame = Frame & { number: number | null; code: string | null };

export type Frames = {
  shown: ShownFrame | null;
  /** Frames round a time, asked for when they are not known yet; empty where there are none. */
  around: (time: number) => Promise<FrameList>;
};

type Asked = { fileId: string; time: number; hasPicture: boolean; isPlaying: boolean; scan: MediaScan | null };

/** When the frames round the playhead are shown; nothing is asked for while it runs. */
export function useFrames({ fileId, time, hasPicture, isPlaying, scan }: Asked): Frames {
  const stretch = Math.max(0, Math.floor(time / STRETCH));
  const enabled = hasPicture && !isPlaying;
  const own = useCall('media.frames', inputOf(fileId, stretch), { enabled }).data;
  const before = useCall('media.frames', inputOf(fileId, Math.max(0, stretch - 1)), { enabled: enabled && own !== undefined }).data;
  const after = useCall('media.frames', inputOf(fileId, stretch + 1), { enabled: enabled && own !== undefined }).data;
  const frames = useMemo(
    () => joinFrames([before, own, after].flatMap((one) => (one === undefined ? [] : [toFrames(one)]))),
    [before, own, after],
  );
  const shown = useMemo(() => (own === undefined ? null : shownAt(frames, time, scan)), [frames, own, time, scan]);
  const around = useCallback(
    async (at: number) => {
      if (!hasPicture) return [];
      const middle = Math.max(0, Math.floor(at / STRETCH));
      const near = Math.round(at / STRETCH) > middle ? middle + 1 : middle - 1;
      const wanted = [...new Set([middle, Math.max(0, near)])];
      return joinFrames((await Promise.all(wanted.map((one) => fetchStretch(fileId, one)))).map(toFrames));
    },
    [fileId, hasPicture],
  );
  return { shown, around };
}

function inputOf(fileId: string, stretch: number) {
  return { fileId, from: stretch * STRETCH, to: (stretch + 1) * STRETCH };
}

function fetchStretch(fileId: string, stretch: number): Promise<MediaFrames> {
  const input = inputOf(fileId, stretch);
  return queryClient.fetchQuery({ queryKey: ['media.frames', input], queryFn: () => call('media.frames', input) });
}

function shownAt(frames: FrameList, time: number, scan: MediaScan | null): ShownFrame | null {
  const index = frameIndex(frames, time);
  const frame = frames[index];
  if (frame === undefined) return null;
  const step = Math.floor(frame.time / STRETCH);
  const counted = scan === null || scan.times === 'decoding' || scan.step !== STRETCH ? undefined : scan.before[step];
  const firstOfStep = frames.findIndex((one) => one.time >= step * STRETCH);
  const number = counted === undefined ? null : counted + index - firstOfStep;
  const rate = scan?.rate ?? null;
  return { ...frame, number, code: number === null || rate === null ? null : smpteCode(number, rate, scan?.timeCode ?? null) };
}
