import type { KeyboardEvent, PointerEvent } from 'react';
import { clockCode } from '#shared/media/clock-code.ts';
import { t } from '../../../messages/index.ts';
import type { Edge, TimeMarks } from '../use-range-marks.ts';
import { place, type View } from './view.ts';

type RangeBandProps = {
  marks: TimeMarks;
  view: View;
  time: number;
  /** The time under a pointer. */
  timeOf: (event: PointerEvent) => number;
};

/** The range being marked, with an edge at each end to drag, or to move a frame at a time with arrow keys. */
export function RangeBand({ marks, view, time, timeOf }: RangeBandProps) {
  const { from, to } = marks;
  if (from === null && to === null) return null;
  const [start, end] = [from ?? to!, to ?? Math.max(time, from!)];
  return (
    <>
      <div
        className="bench-range"
        style={{ left: `${place(start, view) * 100}%`, width: `${(place(end, view) - place(start, view)) * 100}%` }}
      />
      {from === null ? null : <EdgeHandle edge="from" marks={marks} view={view} timeOf={timeOf} />}
      {to === null ? null : <EdgeHandle edge="to" marks={marks} view={view} timeOf={timeOf} />}
    </>
  );
}

function EdgeHandle({ edge, marks, view, timeOf }: Omit<RangeBandProps, 'time'> & { edge: Edge }) {
  const at = marks[edge]!;
  const press = (event: KeyboardEvent) => {
    if (event.key === 'ArrowLeft') marks.nudge(edge, -1);
    else if (event.key === 'ArrowRight') marks.nudge(edge, 1);
    else return;
    event.preventDefault();
  };
  const drag = (event: PointerEvent) => {
    if (event.buttons !== 1 || marks.from === null || marks.to === null) return;
    const time = timeOf(event);
    const next =
      edge === 'from'
        ? { from: Math.min(time, marks.to - 0.001), to: marks.to }
        : { from: marks.from, to: Math.max(time, marks.from + 0.001) };
    marks.put(next);
  };
  return (
    <div
      className="bench-edge"
      role="slider"
      tabIndex={0}
      aria-label={t(edge === 'from' ? 'reader.media.edge.from' : 'reader.media.edge.to')}
      aria-valuemin={view.from}
      aria-valuemax={view.to}
      aria-valuenow={at}
      aria-valuetext={clockCode(at)}
      style={{ left: `${place(at, view) * 100}%` }}
      onKeyDown={press}
      onPointerDown={(event) => {
        event.stopPropagation();
        event.currentTarget.setPointerCapture(event.pointerId);
      }}
      onPointerMove={drag}
    />
  );
}
