import './timeline.css';
import { useCallback, useEffect, useRef, useState, type PointerEvent } from 'react';
import type { Waveform } from '#shared/model/media.ts';
import type { Passage } from '#shared/model/passages.ts';
import { useWidth } from '../../../ui/use-width.ts';
import type { Cue } from '../cue-at.ts';
import type { TimeMarks } from '../use-range-marks.ts';
import type { Survey } from '../use-survey.ts';
import { CueRow } from './cue-row.tsx';
import { HoverStill } from './hover-still.tsx';
import { Lanes } from './lanes.tsx';
import { PictureSource } from './picture-source.ts';
import { RangeBand } from './range-band.tsx';
import { Ruler } from './ruler.tsx';
import { SceneStrip } from './scene-strip.tsx';
import { follow, place, timeAt, type View, type Zoom } from './view.ts';
import { Wave } from './wave.tsx';

export type TimelineProps = {
  /** The recording, whose sound is drawn. */
  fileId: string;
  /** Where the window finds the file whose pictures are drawn; null without picture, or where it cannot be played. */
  pictures: { url: string; offset: number; ratio: number } | null;
  /** Null where there is no sound. */
  sound: Survey<Waveform> | null;
  whole: View;
  zoom: Zoom;
  time: number;
  scenes: readonly number[];
  /** Null where times cannot be marked. */
  marks: TimeMarks | null;
  passages: readonly Passage[];
  cues: readonly Cue[];
  text: string;
  onSeek: (seconds: number) => void;
  onOpenPassage: (passage: Passage) => void;
};

/** A recording along its time: pictures, loudness, marked times, what is said, and the playhead. Drag to mark a range. */
export function Timeline(props: TimelineProps) {
  const { whole, zoom, time, marks, pictures, passages, cues, text } = props;
  const box = useRef<HTMLDivElement>(null);
  const [measure, width] = useWidth();
  const ref = useCallback(
    (element: HTMLDivElement | null) => {
      box.current = element;
      return measure(element);
    },
    [measure],
  );
  const view = useView(zoom, whole, time);
  const source = usePictureSource(pictures?.url ?? null);
  const [hover, setHover] = useState<{ x: number; time: number } | null>(null);
  const timeOf = ({ clientX }: PointerEvent) => {
    const { left, width: wide } = box.current!.getBoundingClientRect();
    return timeAt((clientX - left) / wide, view);
  };
  const drag = useRangeDrag(marks, timeOf, props.onSeek);
  return (
    <div
      className="bench-timeline"
      dir="ltr"
      ref={ref}
      onPointerMove={(event) => setHover({ x: event.clientX - event.currentTarget.getBoundingClientRect().left, time: timeOf(event) })}
      onPointerLeave={() => setHover(null)}
    >
      <Ruler view={view} whole={whole} width={width} time={time} scenes={props.scenes} onSeek={props.onSeek} />
      <div className="bench-field" {...drag}>
        {source === null || pictures === null || width === 0 ? null : (
          <SceneStrip source={source} view={view} offset={pictures.offset} width={width} ratio={pictures.ratio} />
        )}
        <Wave fileId={props.fileId} sound={props.sound} zoom={zoom} view={view} width={width} />
        {marks === null ? null : <RangeBand marks={marks} view={view} time={time} timeOf={timeOf} />}
      </div>
      {cues.length === 0 ? null : <CueRow cues={cues} text={text} view={view} width={width} />}
      <Lanes passages={passages} view={view} onOpen={props.onOpenPassage} />
      <i className="bench-playhead" style={{ left: `${Math.min(1, Math.max(0, place(time, view))) * 100}%` }} />
      {hover === null ? null : (
        <HoverStill {...hover} width={width} source={source} offset={pictures?.offset ?? 0} ratio={pictures?.ratio ?? 1} />
      )}
    </div>
  );
}

function useView(zoom: Zoom, whole: View, time: number): View {
  const [view, setView] = useState<View | null>(null);
  const next = follow(view, zoom, whole, time);
  // Kept between renders, because where the view stands depends on where it stood.
  if (next !== view && (view === null || next.from !== view.from || next.to !== view.to)) setView(next);
  return next;
}

function usePictureSource(url: string | null): PictureSource | null {
  const [source, setSource] = useState<PictureSource | null>(null);
  useEffect(() => {
    if (url === null) return;
    const made = new PictureSource(url);
    setSource(made);
    return () => {
      made.end();
      setSource(null);
    };
  }, [url]);
  return source;
}

/** A shorter drag was a press, in CSS pixels. */
const LEAST_DRAG = 4;

/** A press goes to its time; a drag marks the range it runs over. */
function useRangeDrag(marks: TimeMarks | null, timeOf: (event: PointerEvent) => number, onSeek: (seconds: number) => void) {
  const from = useRef<{ x: number; time: number; isDrag: boolean } | null>(null);
  const put = (event: PointerEvent) => {
    const [one, other] = [from.current!.time, timeOf(event)];
    marks?.put({ from: Math.min(one, other), to: Math.max(one, other) });
  };
  return {
    onPointerDown: (event: PointerEvent) => {
      if (event.button !== 0) return;
      event.currentTarget.setPointerCapture(event.pointerId);
      from.current = { x: event.clientX, time: timeOf(event), isDrag: false };
    },
    onPointerMove: (event: PointerEvent) => {
      if (from.current === null) return;
      from.current.isDrag ||= marks !== null && Math.abs(event.clientX - from.current.x) >= LEAST_DRAG;
      if (from.current.isDrag) put(event);
    },
    onPointerUp: (event: PointerEvent) => {
      if (from.current !== null && !from.current.isDrag) onSeek(timeOf(event));
      from.current = null;
    },
  };
}
