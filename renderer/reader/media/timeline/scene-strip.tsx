import { useEffect, useRef } from 'react';
import type { PictureSource } from './picture-source.ts';
import { timeAt, type View } from './view.ts';

type SceneStripProps = { source: PictureSource; view: View; offset: number; width: number; ratio: number };

/** Height of the strip in CSS pixels; the width of a picture follows from its shape. */
const HEIGHT = 40;

/** A row of small pictures, each of the moment in the middle of its place. */
export function SceneStrip({ source, view, offset, width, ratio }: SceneStripProps) {
  const count = Math.max(1, Math.min(60, Math.round(width / Math.max(30, HEIGHT * ratio))));
  return (
    <div className="bench-strip" aria-hidden>
      {Array.from({ length: count }, (_, index) => (
        <Picture
          key={index}
          source={source}
          time={timeAt((index + 0.5) / count, view) - offset}
          size={{ width: Math.ceil(width / count), height: HEIGHT }}
        />
      ))}
    </div>
  );
}

type PictureProps = { source: PictureSource; time: number; size: { width: number; height: number }; isFirst?: boolean };

/** `isFirst`: is waited for, so it is drawn before what is not. */
export function Picture({ source, time, size: { width, height }, isFirst = false }: PictureProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    if (canvas.current === null) return;
    const abort = new AbortController();
    source.draw(canvas.current, time, { first: isFirst, signal: abort.signal });
    return () => abort.abort();
  }, [source, time, isFirst, width, height]);
  return <canvas ref={canvas} width={width} height={height} />;
}
