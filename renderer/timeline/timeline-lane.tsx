import { useMemo } from 'react';
import type { TimelineEntry, TimelineLaneView } from '#shared/model/timeline.ts';
import { t } from '../messages/index.ts';
import { layOutLane } from './lay-out-lane.ts';
import { LaneBins } from './lane-bins.tsx';
import { scaleOf, type TimeWindow } from './time-ticks.ts';
import { EntryBar } from './timeline-entry-bar.tsx';

export type LaneProps = {
  lane: TimelineLaneView;
  /** What the drawing shows, and the window the lane was answered for. */
  window: TimeWindow;
  asked: TimeWindow;
  width: number;
  chosen: string | null;
  /** The entry that Tab comes to while none is chosen. */
  entrance: string | null;
  onWindow: (window: TimeWindow) => void;
};

/** One kind of thing over time: bar by bar, or as a height of stretches where they are too many. */
export function Lane({ lane, window, asked, width, chosen, entrance, onWindow }: LaneProps) {
  const { laid, rows } = useMemo(() => layOutLane(lane.entries, scaleOf(window, width), width), [lane.entries, window, width]);
  return (
    <section className="timeline-lane" aria-label={t(`timeline.lane.${lane.lane}`)}>
      <h2 className="timeline-lane-head">
        {t(`timeline.lane.${lane.lane}`)} <span className="faint number">{lane.total.toLocaleString('en')}</span>
      </h2>
      {lane.total === 0 ? <p className="timeline-lane-none">{t('timeline.lane.none')}</p> : null}
      {lane.bins === null ? (
        <div className="timeline-lane-entries" style={{ height: `calc(${rows} * var(--timeline-row))` }}>
          {laid.map(({ entry, ...place }) => (
            <EntryBar
              key={entry.key}
              entry={entry}
              {...place}
              isChosen={entry.key === chosen || (chosen === null && entry.key === entrance)}
            />
          ))}
        </div>
      ) : (
        <LaneBins bins={lane.bins} total={lane.total} window={window} asked={asked} width={width} onWindow={onWindow} />
      )}
    </section>
  );
}

/** Entries in the order the arrow keys go through them. */
export function entriesOf(lanes: readonly TimelineLaneView[]): TimelineEntry[] {
  return lanes.flatMap(({ entries }) => entries);
}
