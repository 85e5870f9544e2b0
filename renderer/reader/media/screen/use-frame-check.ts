import { useEffect, useState } from 'react';
import type { Player } from '../use-player.ts';

/** Times in a proxy may be whole milliseconds; a frame lasts longer. In seconds. */
const SLACK = 0.0015;
/** A frame may be on its way to the screen for this long, in milliseconds. */
const PATIENCE = 1500;

/**
 * Whether the frame on the screen is another than the one counted: Chromium says which it showed last. False while it
 * cannot be told, and while frames are on their way.
 */
export function useFrameCheck({ element, isPlaying }: Player, offset: number, counted: number | null): boolean {
  const [onScreen, setOnScreen] = useState<number | null>(null);
  useEffect(() => {
    if (!(element instanceof HTMLVideoElement)) return;
    let asked = 0;
    const watch = () => {
      asked = element.requestVideoFrameCallback((_now, { mediaTime }) => {
        if (element.paused) setOnScreen(mediaTime);
        watch();
      });
    };
    watch();
    return () => {
      element.cancelVideoFrameCallback(asked);
      setOnScreen(null);
    };
  }, [element]);
  const differs = !isPlaying && counted !== null && onScreen !== null && Math.abs(onScreen + offset - counted) > SLACK;
  const [isDoubtful, setDoubtful] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setDoubtful(differs && document.visibilityState === 'visible'), differs ? PATIENCE : 0);
    return () => clearTimeout(timer);
  }, [differs, onScreen, counted]);
  return isDoubtful;
}
