import type { TimelineEntry, TimelineLaneView } from '#shared/model/timeline.ts';

/** Where an arrow key leads from an entry: along its lane by time, or to what is nearest in time on the lane above or below; pure. */
export function nextEntry(lanes: readonly Pick<TimelineLaneView, 'entries'>[], from: TimelineEntry, key: string): TimelineEntry | null {
  const at = lanes.findIndex(({ entries }) => entries.some((entry) => entry.key === from.key));
  const { entries = [] } = lanes[at] ?? {};
  const index = entries.findIndex((entry) => entry.key === from.key);
  switch (key) {
    case 'ArrowRight':
      return entries[index + 1] ?? null;
    case 'ArrowLeft':
      return entries[index - 1] ?? null;
    case 'Home':
      return entries[0] ?? null;
    case 'End':
      return entries.at(-1) ?? null;
    case 'ArrowDown':
      return nearest(lanes.slice(at + 1), from);
    case 'ArrowUp':
      return nearest(lanes.slice(0, Math.max(0, at)).reverse(), from);
    default:
      return null;
  }
}

/** In the first lane that has any. */
function nearest(lanes: readonly Pick<TimelineLaneView, 'entries'>[], from: TimelineEntry): TimelineEntry | null {
  const { entries = [] } = lanes.find((lane) => lane.entries.length > 0) ?? {};
  const moment = momentOf(from);
  return entries.reduce<TimelineEntry | null>(
    (best, entry) => (best !== null && Math.abs(momentOf(best) - moment) <= Math.abs(momentOf(entry) - moment) ? best : entry),
    null,
  );
}

function momentOf({ shape }: TimelineEntry): number {
  return shape?.start.at ?? shape?.end.at ?? 0;
}
