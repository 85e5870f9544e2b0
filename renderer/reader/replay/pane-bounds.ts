import type { ReplayBounds } from '#shared/model/replay.ts';

type Box = { left: number; top: number; right: number; bottom: number };

/** Room between the replay and what it gives way to, in CSS pixels. */
const GAP = 8;
/** A sliver shows nothing. */
const LEAST = 40;

/**
 * Where the replay may be drawn. It lies above everything of the window, so it goes while an overlay would touch it,
 * and ends above notices, which may stay for long.
 */
export function paneBounds(pane: Box, overlays: readonly Box[], notices: readonly Box[]): ReplayBounds {
  if (overlays.some((box) => touches(pane, box))) return null;
  const bottom = notices.filter((box) => touches(pane, box)).reduce((least, box) => Math.min(least, box.top - GAP), pane.bottom);
  const bounds = { x: Math.max(0, pane.left), y: Math.max(0, pane.top), width: pane.right - pane.left, height: bottom - pane.top };
  return bounds.width < LEAST || bounds.height < LEAST ? null : bounds;
}

function touches(one: Box, other: Box): boolean {
  const width = Math.min(one.right, other.right) - Math.max(one.left, other.left);
  const height = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
  return width > 1 && height > 1;
}
