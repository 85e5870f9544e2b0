import { useMemo, useRef, type KeyboardEvent, type MouseEvent } from 'react';
import type { TimelineEntry, TimelineView } from '#shared/model/timeline.ts';
import { t } from '../messages/index.ts';
import { useWidth } from '../ui/use-width.ts';
import { openEntry } from './entry-words.ts';
import { nextEntry } from './next-entry.ts';
import { TimeAxis } from './time-axis.tsx';
import type { TimeWindow } from './time-ticks.ts';
import { entriesOf, Lane } from './timeline-lane.tsx';
import { useWheel } from './use-wheel.ts';

type DrawingProps = {
  view: TimelineView;
  window: TimeWindow;
  asked: TimeWindow;
  chosen: string | null;
  onChoose: (entry: TimelineEntry) => void;
  onPoint: (entry: TimelineEntry | null) => void;
  onWindow: (window: TimeWindow) => void;
};

/** The lanes over one axis. Arrows go from entry to entry, Enter or a click opens; the wheel zooms and moves. */
export function TimelineDrawing({ view, window, asked, chosen, onChoose, onPoint, onWindow }: DrawingProps) {
  const [measure, width] = useWidth();
  const frame = useRef<HTMLDivElement>(null);
  useWheel(frame, window, onWindow);
  const entries = useMemo(() => entriesOf(view.lanes), [view.lanes]);
  const byKey = useMemo(() => new Map(entries.map((entry) => [entry.key, entry])), [entries]);
  const current = chosen !== null && byKey.has(chosen) ? chosen : null;
  const entryAt = (target: EventTarget) => byKey.get((target as HTMLElement).closest<HTMLElement>('[data-key]')?.dataset['key'] ?? '');
  const onKeyDown = (event: KeyboardEvent) => {
    const from = entryAt(event.target);
    const next = from === undefined || hasModifier(event) ? null : nextEntry(view.lanes, from, event.key);
    if (next === null) return;
    event.preventDefault();
    onChoose(next);
    frame.current?.querySelector<HTMLElement>(`[data-key="${CSS.escape(next.key)}"]`)?.focus();
  };
  const onClick = (event: MouseEvent) => {
    const entry = entryAt(event.target);
    if (entry !== undefined) openEntry(entry);
  };
  return (
    <div className="timeline-drawing" ref={frame} role="group" aria-label={t('timeline.drawing')} dir="ltr">
      <div
        className="timeline-time"
        ref={measure}
        onKeyDown={onKeyDown}
        onClick={onClick}
        onFocus={(event) => ((entry) => entry !== undefined && onChoose(entry))(entryAt(event.target))}
        onMouseOver={(event) => onPoint(entryAt(event.target) ?? null)}
        onMouseLeave={() => onPoint(null)}
      >
        <TimeAxis window={window} width={width} />
        {width === 0
          ? null
          : view.lanes.map((lane) => (
              <Lane
                key={lane.lane}
                lane={lane}
                window={window}
                asked={asked}
                width={width}
                chosen={current}
                entrance={entries[0]?.key ?? null}
                onWindow={onWindow}
              />
            ))}
      </div>
    </div>
  );
}

function hasModifier({ shiftKey, ctrlKey, altKey, metaKey }: KeyboardEvent): boolean {
  return shiftKey || ctrlKey || altKey || metaKey;
}
