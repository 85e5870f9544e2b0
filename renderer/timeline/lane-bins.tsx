import type { MouseEvent } from 'react';
import { t } from '../messages/index.ts';
import { utcWords } from '../ui/times.tsx';
import { zoomed } from './move-window.ts';
import { scaleOf, type TimeWindow } from './time-ticks.ts';

type BinsProps = {
  bins: readonly number[];
  total: number;
  window: TimeWindow;
  asked: TimeWindow;
  width: number;
  onWindow: (window: TimeWindow) => void;
};

/** How much closer one press looks. */
const CLOSER = 4;

/** How many there may have been in each stretch; a press looks closer where it is, Enter where most are. */
export function LaneBins({ bins, total, window, asked, width, onWindow }: BinsProps) {
  const most = bins.reduce((a, b) => Math.max(a, b), 1);
  const fullest = asked.from + ((asked.to - asked.from) * (bins.indexOf(most) + 0.5)) / bins.length;
  const scale = scaleOf(window, width);
  const [left, right] = [scale(asked.from), scale(asked.to)];
  const look = (event: MouseEvent<HTMLButtonElement>) => {
    const box = event.currentTarget.getBoundingClientRect();
    const moment = event.detail === 0 ? fullest : asked.from + ((asked.to - asked.from) * (event.clientX - box.left)) / box.width;
    const length = window.to - window.from;
    onWindow(zoomed({ from: moment - length / 2, to: moment + length / 2 }, CLOSER));
  };
  return (
    <button
      type="button"
      className="timeline-bins"
      aria-label={t('timeline.bins', { count: total, when: utcWords(new Date(fullest).toISOString()) })}
      title={t('timeline.bins', { count: total, when: utcWords(new Date(fullest).toISOString()) })}
      style={{ left, width: Math.max(1, right - left) }}
      onClick={look}
    >
      <svg viewBox={`0 0 ${bins.length} 100`} preserveAspectRatio="none" aria-hidden>
        {bins.map((count, at) =>
          count === 0 ? null : <rect key={at} x={at} width={1} y={100 - (count / most) * 96} height={(count / most) * 96} />,
        )}
      </svg>
    </button>
  );
}
