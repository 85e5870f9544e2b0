import type { Figure } from '#shared/model/analysis.ts';

type Span = { from: number; to: number };
/** Fractions of the scale: between two bounds, beyond one bound, and the numbers said. */
export type Bar = { solid: Span | null; open: Span | null; marks: number[] };

/** Where a figure lies on a scale from 0 to `top`. Pure. */
export function barOf({ value, min, max }: Figure, top: number): Bar {
  const at = (n: number) => Math.min(1, Math.max(0, n / top));
  const marks = [...new Set([min, value, max].filter((n) => n !== null).map(at))];
  if (min !== null && max !== null) return { solid: { from: at(min), to: at(max) }, open: null, marks };
  if (max !== null) return { solid: null, open: { from: 0, to: at(max) }, marks };
  if (min !== null) return { solid: null, open: { from: at(min), to: 1 }, marks };
  return { solid: null, open: null, marks };
}
