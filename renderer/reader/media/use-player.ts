import { useEffect, useMemo, useState } from 'react';
import { Shuttle } from './playing/shuttle.ts';

export type Player = {
  element: HTMLMediaElement | null;
  /** Seconds of the recording's own time, whatever file is played for it. */
  time: number;
  /** Where the played file ends, in the same seconds; 0 while unknown. */
  end: number;
  isPlaying: boolean;
  /** How fast and in which direction it runs or would run; -2 is twice as fast backwards. */
  rate: number;
  /** Chromium cannot play it. */
  failed: boolean;
  /** Pixels of the picture shown, upright; 0 where there is none. */
  picture: { width: number; height: number };
  isLoaded: boolean;
  toggle: () => void;
  pause: () => void;
  /** L and J: on, or faster; back, or faster back. */
  forwards: () => void;
  backwards: () => void;
  slower: () => void;
  faster: () => void;
  setRate: (rate: number) => void;
  seek: (seconds: number) => void;
  nudge: (seconds: number) => void;
};

const still = { time: 0, end: 0, isPlaying: false, rate: 1, failed: false, isLoaded: false, picture: { width: 0, height: 0 } };
const events = ['loadedmetadata', 'durationchange', 'seeked', 'seeking', 'timeupdate', 'pause', 'ended', 'error', 'ratechange', 'resize'];

/**
 * Follows a media element. Time is read on every frame while it plays, so that marks can be set to the frame.
 * `offset`: seconds from the played file's time to the recording's.
 */
export function usePlayer(element: HTMLMediaElement | null, offset = 0): Player {
  const [state, setState] = useState(still);
  const shuttle = useMemo(() => (element === null ? null : new Shuttle(element)), [element]);
  useEffect(() => {
    if (element === null || shuttle === null) return;
    const abort = new AbortController();
    let frame = 0;
    const read = () => setState(stateOf(element, shuttle, offset));
    const follow = () => {
      read();
      frame = shuttle.isRunning ? requestAnimationFrame(follow) : 0;
    };
    for (const name of events) element.addEventListener(name, read, { signal: abort.signal });
    element.addEventListener('play', follow, { signal: abort.signal });
    shuttle.onChange = follow;
    read();
    return () => {
      abort.abort();
      cancelAnimationFrame(frame);
      shuttle.pause();
      element.pause();
    };
  }, [element, shuttle, offset]);
  const seek = (seconds: number) => {
    if (element !== null) seekTo(element, seconds - offset);
  };
  return {
    element,
    ...state,
    toggle: () => shuttle?.toggle(),
    pause: () => shuttle?.pause(),
    forwards: () => shuttle?.forwards(),
    backwards: () => shuttle?.backwards(),
    slower: () => shuttle?.change(-1),
    faster: () => shuttle?.change(1),
    setRate: (rate) => shuttle?.setRate(rate),
    seek,
    nudge: (seconds) => seek((element?.currentTime ?? 0) + offset + seconds),
  };
}

function stateOf(element: HTMLMediaElement, shuttle: Shuttle, offset: number): typeof still {
  const end = finite(element.duration);
  const { videoWidth: width = 0, videoHeight: height = 0 } = element as HTMLVideoElement;
  return {
    time: element.currentTime + offset,
    end: end === 0 ? 0 : end + offset,
    isPlaying: shuttle.isRunning,
    rate: shuttle.rate,
    failed: element.error !== null,
    isLoaded: element.readyState >= HTMLMediaElement.HAVE_METADATA,
    picture: { width, height },
  };
}

/** Goes to a time in seconds of the played file, kept within it. */
export function seekTo(element: HTMLMediaElement, seconds: number): void {
  element.currentTime = Math.min(Math.max(0, seconds), finite(element.duration) || seconds);
}

const finite = (value: number) => (Number.isFinite(value) ? value : 0);
