import { memo } from 'react';
import { laneOf, type TimelineEntry } from '#shared/model/timeline.ts';
import { t } from '../messages/index.ts';
import type { Bar, Edge } from './bar-shape.ts';
import { dateWords } from './entry-words.ts';

export type EntryBarProps = {
  entry: TimelineEntry;
  bar: Bar;
  row: number;
  isChosen: boolean;
  /** Words go before a bar that has no room behind it, and inside one that is long. */
  side: 'before' | 'after' | 'inside';
  /** How much of the bar is in the drawing, in pixels. */
  seen: number;
};

/** One entry: its bar, with all its doubt, and its words. It is chosen and opened by the lane round it. */
export const EntryBar = memo(function EntryBar({ entry, bar, row, isChosen, side, seen }: EntryBarProps) {
  return (
    <button
      type="button"
      className="timeline-entry"
      data-key={entry.key}
      data-kind={entry.kind}
      data-modality={entry.modality}
      data-side={side}
      tabIndex={isChosen ? 0 : -1}
      style={{ left: bar.left, width: bar.width, top: `calc(${row} * var(--timeline-row))` }}
    >
      <DrawnBar bar={bar} />
      <span className="visually-hidden">
        {dateWords(entry)}, {t(`timeline.kind.${entry.kind}`)}:{' '}
      </span>
      <span className="timeline-entry-words" style={side === 'inside' ? { left: Math.max(0, -bar.left), width: seen } : {}}>
        {entry.who === null || laneOf[entry.kind] === 'sources' ? null : (
          <span className="timeline-entry-who" dir="auto">
            {entry.who}{' '}
          </span>
        )}
        <span className="timeline-entry-title" dir="auto">
          {entry.title}
        </span>
      </span>
    </button>
  );
});

type Drawn = Pick<Bar, 'start' | 'end' | 'isUncertain' | 'isPale' | 'isDot'>;

/** Also drawn in the legend. */
export function DrawnBar({ bar: { start, end, isUncertain, isPale, isDot } }: { bar: Drawn }) {
  return (
    <span
      className="timeline-bar"
      data-start={start}
      data-end={end}
      data-uncertain={isUncertain}
      data-pale={isPale}
      data-dot={isDot}
      aria-hidden
    >
      <EdgeMark edge={start} side="start" />
      <EdgeMark edge={end} side="end" />
    </span>
  );
}

function EdgeMark({ edge, side }: { edge: Edge; side: 'start' | 'end' }) {
  if (edge === 'open') return <span className="timeline-arrow" data-side={side} />;
  if (edge === 'unknown')
    return (
      <span className="timeline-unknown" data-side={side}>
        {t('timeline.unknown')}
      </span>
    );
  return null;
}
