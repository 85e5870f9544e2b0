import { useRef, useState } from 'react';
import { frameIndex, type FrameList } from './frames/frame-list.ts';

export type Range = { from: number; to: number };
type Ends = { from: number | null; to: number | null };
export type Edge = 'from' | 'to';

/** The time range being marked, in seconds; an end is null while not set. Ends lie where frames begin and end. */
export type TimeMarks = Ends & {
  /** Sets an end at the playhead: the start of the frame shown, or its end. */
  setIn: () => void;
  setOut: () => void;
  /** A range, or an end of it, drawn by hand; what is drawn is moved to the frames it touches. */
  put: (range: Range) => void;
  /** Moves an end by a frame; by a hundredth of a second where there are none. */
  nudge: (edge: Edge, by: 1 | -1) => void;
  clear: () => void;
};

type Asked = {
  now: () => number;
  /** Frames round a time; none for sound alone. */
  around: (time: number) => Promise<FrameList>;
  /** Told whenever both ends stand in order, and null when they do not. */
  onRange: (range: Range | null) => void;
};

const FINEST = 0.01;

export function useRangeMarks({ now, around, onRange }: Asked): TimeMarks {
  const [ends, setEnds] = useState<Ends>({ from: null, to: null });
  // What comes back from the engine must meet the ends as they are by then.
  const latest = useRef<Ends>(ends);
  const put = (next: Ends) => {
    latest.current = next;
    setEnds(next);
    onRange(next.from !== null && next.to !== null && next.to > next.from ? { from: next.from, to: next.to } : null);
  };
  const set = async (edge: Edge) => {
    const at = now();
    const frame = await frameAt(around, at);
    const { from, to } = latest.current;
    if (edge === 'from') {
      const next = frame?.time ?? microsecond(at);
      put({ from: next, to: to !== null && to > next ? to : null });
    } else {
      const next = frame?.end ?? microsecond(at);
      put({ from: from !== null && from < next ? from : null, to: next });
    }
  };
  const fit = async ({ from, to }: Range) => {
    const [first, last] = await Promise.all([frameAt(around, from), frameAt(around, to)]);
    put({ from: first?.time ?? microsecond(from), to: lastEnd(last, to) });
  };
  const nudge = async (edge: Edge, by: 1 | -1) => {
    const at = latest.current[edge];
    if (at === null) return;
    const next = { ...latest.current, [edge]: nextEdge(await around(at), at, by) };
    if (next.from === null || next.to === null || next.to > next.from) put(next);
  };
  return {
    ...ends,
    setIn: () => quietly(set('from')),
    setOut: () => quietly(set('to')),
    put: (range) => quietly(fit(range)),
    nudge: (edge, by) => quietly(nudge(edge, by)),
    clear: () => put({ from: null, to: null }),
  };
}

/** What could not be asked leaves the ends as they are; whoever shows the frames says why. */
function quietly(work: Promise<void>): void {
  void work.catch(() => undefined);
}

async function frameAt(around: Asked['around'], time: number) {
  const frames = await around(time);
  return frames[frameIndex(frames, time)] ?? null;
}

/** A range that ends where a frame begins does not take that frame in. */
function lastEnd(frame: { time: number; end: number } | null, to: number): number {
  if (frame === null) return microsecond(to);
  return to - frame.time < 2e-6 ? frame.time : frame.end;
}

/** The next place where an end can lie: a frame's beginning, or the end of the last. */
function nextEdge(frames: FrameList, at: number, by: 1 | -1): number {
  const last = frames.at(-1);
  if (last === undefined) return Math.max(0, microsecond(at + by * FINEST));
  const edges = [...frames.map(({ time }) => time), last.end];
  const index = edges.findLastIndex((edge) => edge <= at + 2e-6);
  return edges[Math.min(edges.length - 1, Math.max(0, index + by))]!;
}

const microsecond = (seconds: number) => Math.round(seconds * 1e6) / 1e6;
