import { useMemo } from 'react';
import type { Waveform } from '#shared/model/media.ts';
import { useCall } from '../../../shell/engine.ts';
import type { View, Zoom } from './view.ts';

/** Cells of a stretch that is looked at closely, and its seconds. */
const CLOSE = 4000;
const STRETCH = 10;

/** Loudness for a view: of the whole, or, when little of it is seen, of the stretches seen, finer; they need no whole. */
export function useWaves(fileId: string, whole: Waveform | null, view: View, zoom: Zoom, hasSound: boolean): readonly Waveform[] {
  const isClose = hasSound && zoom !== 'whole';
  const first = Math.max(0, Math.floor(view.from / STRETCH));
  const last = Math.max(first, Math.floor((view.to - 1e-6) / STRETCH));
  const one = useCall('media.waveform', stretchOf(fileId, first), { enabled: isClose }).data;
  const other = useCall('media.waveform', stretchOf(fileId, last), { enabled: isClose && last !== first }).data;
  return useMemo(() => {
    const near = isClose ? [one, other].flatMap((wave) => (wave === undefined ? [] : [wave])) : [];
    return near.length > 0 || whole === null ? near : [whole];
  }, [isClose, one, other, whole]);
}

function stretchOf(fileId: string, index: number) {
  return { fileId, buckets: CLOSE, stretch: { from: index * STRETCH, to: (index + 1) * STRETCH } };
}
