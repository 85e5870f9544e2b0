import { useEffect, useMemo, useState } from 'react';
import { timelineKinds, type TimelineView } from '#shared/model/timeline.ts';
import type { HoldfastError } from '#shared/errors.ts';
import { useCall } from '../shell/engine.ts';
import { fitted } from './move-window.ts';
import type { TimeWindow } from './time-ticks.ts';
import { useTimelineState } from './timeline-state.ts';

/** Milliseconds of rest after which the engine is asked for the window that is shown now. */
const REST = 120;

/** What the filters leave, as the calls take it. */
export function useTimelineFilter() {
  const { incidentId, partyId, without } = useTimelineState();
  return useMemo(
    () => ({
      ...(incidentId === null ? {} : { incidentId }),
      ...(partyId === null ? {} : { partyId }),
      ...(without.length === 0 ? {} : { kinds: timelineKinds.filter((kind) => !without.includes(kind)) }),
    }),
    [incidentId, partyId, without],
  );
}

export type ShownTimeline = {
  /** Undefined until the first answer. */
  view: TimelineView | undefined;
  /** What the drawing shows; the answer may still be of the window before. Null when nothing has a date. */
  window: TimeWindow | null;
  /** The window that was asked about. */
  asked: TimeWindow | null;
  error: HoldfastError | null;
};

export function useTimeline(): ShownTimeline {
  const filter = useTimelineFilter();
  const wanted = useTimelineState((state) => state.window);
  const settled = useSettled(wanted);
  const whole = useCall('timeline.list', { ...filter, limit: 1, bins: 1 }, { keepPrevious: true });
  const extent = whole.data?.extent ?? null;
  const fit = useMemo(() => (extent === null ? null : fitted(extent)), [extent]);
  const asked = settled ?? fit;
  const { data, error } = useCall('timeline.list', { ...filter, ...asked }, { enabled: asked !== null, keepPrevious: true });
  return {
    view: asked === null ? whole.data : data,
    window: wanted ?? fit,
    asked,
    error: whole.error ?? error,
  };
}

function useSettled<Value>(value: Value): Value {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), REST);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}
