/** The part of a recording that a timeline shows, in seconds of its own time. */
export type View = { from: number; to: number };

/** How much is shown: all of it, or so many seconds. */
export const zooms = ['whole', 'ten', 'one'] as const;
export type Zoom = (typeof zooms)[number];
const spans = { ten: 10, one: 1 } as const;

export function spanOf(zoom: Zoom, whole: View): number {
  const all = Math.max(0.001, whole.to - whole.from);
  return zoom === 'whole' ? all : Math.min(all, spans[zoom]);
}

/** The view after the playhead moved: it stays while the playhead is in it, and turns over like a page when it leaves. */
export function follow(view: View | null, zoom: Zoom, whole: View, time: number): View {
  const span = spanOf(zoom, whole);
  if (zoom === 'whole') return whole;
  const isSameSpan = view !== null && Math.abs(view.to - view.from - span) < 1e-9;
  if (isSameSpan && time >= view.from && time <= view.to) return view;
  const isNext = isSameSpan && time > view.to && time < view.to + span;
  return within(isNext ? view.to : time - span / 2, span, whole);
}

function within(from: number, span: number, whole: View): View {
  const start = Math.min(Math.max(whole.from, from), Math.max(whole.from, whole.to - span));
  return { from: start, to: start + span };
}

/** Where a time lies in the view, 0 at its start and 1 at its end; outside it below or above. */
export function place(time: number, { from, to }: View): number {
  return (time - from) / (to - from);
}

export function timeAt(share: number, { from, to }: View): number {
  return from + Math.min(1, Math.max(0, share)) * (to - from);
}

/** Seconds between two marks of the scale, so that they stand at least `apart` pixels from each other. */
export function scaleStep({ from, to }: View, width: number, apart: number): number {
  const least = ((to - from) / Math.max(1, width)) * apart;
  return steps.find((step) => step >= least) ?? 36_000;
}
const steps = [0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 18_000];

/** Times of the marks of a scale. */
export function scaleMarks(view: View, step: number): number[] {
  const first = Math.ceil(view.from / step - 1e-9);
  const last = Math.floor(view.to / step + 1e-9);
  return Array.from(
    { length: Math.max(0, Math.min(200, last - first + 1)) },
    (_, index) => Math.round((first + index) * step * 1000) / 1000,
  );
}
