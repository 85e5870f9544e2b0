/** What of the timeline is shown, and what is left out; kept while other places are looked at. */
import { create } from 'zustand';
import type { TimelineKind } from '#shared/model/timeline.ts';
import type { TimeWindow } from './time-ticks.ts';

export type TimelineState = {
  /** Null: all of it. */
  window: TimeWindow | null;
  incidentId: string | null;
  partyId: string | null;
  /** Kinds left out. */
  without: readonly TimelineKind[];
};

const start: TimelineState = { window: null, incidentId: null, partyId: null, without: [] };
export const useTimelineState = create<TimelineState>(() => start);
export const changeTimeline = (change: Partial<TimelineState>): void => useTimelineState.setState(change);
/** For another case. */
export const forgetTimeline = (): void => useTimelineState.setState(start);
