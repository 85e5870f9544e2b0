import { clockCode } from '#shared/media/clock-code.ts';
import type { PictureSource } from './picture-source.ts';
import { Picture } from './scene-strip.tsx';

type HoverStillProps = { time: number; x: number; width: number; source: PictureSource | null; offset: number; ratio: number };

const HEIGHT = 90;

/** What is at the pointer: its time, and a small picture where there is one. */
export function HoverStill({ time, x, width, source, offset, ratio }: HoverStillProps) {
  const wide = Math.round(Math.min(200, HEIGHT * ratio));
  const half = source === null ? 44 : wide / 2 + 4;
  return (
    <div className="bench-hover" aria-hidden style={{ left: Math.min(Math.max(half, x), width - half) }}>
      {source === null ? null : <Picture source={source} time={time - offset} size={{ width: wide, height: HEIGHT }} isFirst />}
      <span className="mono">{clockCode(time)}</span>
    </div>
  );
}
