import { useMemo } from 'react';
import { ticksOf, type TimeWindow } from './time-ticks.ts';

/** Ticks above, and a line down through the lanes from each. */
export function TimeAxis({ window, width }: { window: TimeWindow; width: number }) {
  const ticks = useMemo(() => ticksOf(window, width), [window, width]);
  return (
    <>
      <div className="timeline-axis" aria-hidden>
        {ticks.map(({ at, x, label }) => (
          <span key={at} style={{ left: x }}>
            {label}
          </span>
        ))}
      </div>
      <div className="timeline-grid" aria-hidden>
        {ticks.map(({ at, x }) => (
          <span key={at} style={{ left: x }} />
        ))}
      </div>
    </>
  );
}
