import { useEffect, useState } from 'react';

export type Player = {
  element: HTMLMediaElement | null;
  time: number;
  duration: number;
  isPlaying: boolean;
  /** Why Chromium cannot play it, when it cannot. */
  failed: boolean;
  toggle: () => void;
  seek: (seconds: number) => void;
  nudge: (seconds: number) => void;
};

/** Follows a media element. Time is read on every frame while it plays, so that marks can be set to the frame. */
export function usePlayer(element: HTMLMediaElement | null): Player {
  const [state, setState] = useState({ time: 0, duration: 0, isPlaying: false, failed: false });
  useEffect(() => {
    if (element === null) return;
    const abort = new AbortController();
    let frame = 0;
    const read = () =>
      setState({
        time: element.currentTime,
        duration: finite(element.duration),
        isPlaying: !element.paused && !element.ended,
        failed: element.error !== null,
      });
    const follow = () => {
      read();
      frame = element.paused ? 0 : requestAnimationFrame(follow);
    };
    for (const name of ['loadedmetadata', 'durationchange', 'seeked', 'seeking', 'timeupdate', 'pause', 'ended', 'error'])
      element.addEventListener(name, read, { signal: abort.signal });
    element.addEventListener('play', follow, { signal: abort.signal });
    read();
    return () => {
      abort.abort();
      cancelAnimationFrame(frame);
      element.pause();
    };
  }, [element]);
  const seek = (seconds: number) => {
    if (element !== null) seekTo(element, seconds);
  };
  return {
    element,
    ...state,
    toggle: () => void (element?.paused === true ? element.play().catch(() => undefined) : element?.pause()),
    seek,
    nudge: (seconds) => seek((element?.currentTime ?? 0) + seconds),
  };
}

/** Goes to a time in seconds, kept within the recording. */
export function seekTo(element: HTMLMediaElement, seconds: number): void {
  element.currentTime = Math.min(Math.max(0, seconds), finite(element.duration) || seconds);
}

const finite = (value: number) => (Number.isFinite(value) ? value : 0);
