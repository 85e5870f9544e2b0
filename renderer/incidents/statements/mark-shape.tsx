import { useId } from 'react';
import type { SpanEnd } from './edtf-span.ts';
import type { Mark } from './statement-scene.ts';

const HALF = 4.5;
/** From this width on a date is drawn as the stretch of time it may mean. */
const BAR = 16;
/** How much of an end is dashed or fades. */
const END = 12;

/** A point for a day, a bar for a longer time; an end in doubt is dashed, an open one fades. */
export function MarkShape({ mark: { x0, x1, at, span }, y, isSquare }: { mark: Mark; y: number; isSquare: boolean }) {
  const isPoint = x1 - x0 < BAR;
  if (isPoint) {
    const dash = span.start === 'firm' && span.end === 'firm' ? undefined : '2 2';
    if (isSquare)
      return <rect className="mark-shape" x={at - HALF} y={y - HALF} width={2 * HALF} height={2 * HALF} strokeDasharray={dash} />;
    return <circle className="mark-shape" cx={at} cy={y} r={HALF} strokeDasharray={dash} data-doubt={dash !== undefined} />;
  }
  const end = Math.min(END, (x1 - x0) / 3);
  const solidFrom = span.start === 'firm' ? x0 : x0 + end;
  const solidTo = span.end === 'firm' ? x1 : x1 - end;
  return (
    <>
      <rect
        className="mark-bar"
        x={solidFrom}
        y={y - HALF}
        width={Math.max(1, solidTo - solidFrom)}
        height={2 * HALF}
        rx={isSquare || span.start !== 'firm' || span.end !== 'firm' ? 0 : HALF}
      />
      <BarEnd stand={span.start} from={solidFrom} to={x0} y={y} />
      <BarEnd stand={span.end} from={solidTo} to={x1} y={y} />
    </>
  );
}

function BarEnd({ stand, from, to, y }: { stand: SpanEnd; from: number; to: number; y: number }) {
  const fade = useId();
  if (stand === 'firm') return null;
  if (stand === 'doubtful') return <line className="mark-doubt" x1={from} x2={to} y1={y} y2={y} />;
  const [left, width] = [Math.min(from, to), Math.abs(to - from)];
  return (
    <>
      <linearGradient id={fade} x1={to < from ? 1 : 0} x2={to < from ? 0 : 1} y1={0} y2={0}>
        <stop className="fade-from" offset={0} />
        <stop className="fade-to" offset={1} />
      </linearGradient>
      <rect x={left} y={y - HALF} width={width} height={2 * HALF} fill={`url(#${fade})`} />
    </>
  );
}
