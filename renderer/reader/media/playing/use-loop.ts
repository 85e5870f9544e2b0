import { useEffect, useState } from 'react';
import type { Player } from '../use-player.ts';
import type { Range } from '../use-range-marks.ts';

/** Plays a range over and over while switched on; the range is the one that was there when it was switched on. */
export function useLoop(player: Player, range: Range | null): { range: Range | null; toggle: () => void } {
  const [looped, setLooped] = useState<Range | null>(null);
  const { time, isPlaying, seek } = player;
  useEffect(() => {
    if (looped === null || !isPlaying) return;
    if (time >= looped.to - END || time < looped.from - END) seek(looped.from + END);
  });
  const toggle = () => {
    if (looped !== null) return setLooped(null);
    if (range === null) return;
    setLooped(range);
    if (!isPlaying) player.forwards();
  };
  return { range: looped, toggle };
}

/** Time passes between two looks at it: half a frame early is on time. In seconds. */
const END = 0.012;
