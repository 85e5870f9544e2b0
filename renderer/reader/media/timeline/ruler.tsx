import { useRef, type KeyboardEvent, type PointerEvent } from 'react';
import { clockCode } from '#shared/media/clock-code.ts';
import { t } from '../../../messages/index.ts';
import { timeCode } from '../time-code.ts';
import { place, scaleMarks, scaleStep, timeAt, type View } from './view.ts';

type RulerProps = {
  view: View;
  whole: View;
  width: number;
  time: number;
  /** Where the picture changes at once. */
  scenes: readonly number[];
  onSeek: (seconds: number) => void;
};

/** Pixels between two marks of the scale. */
const APART = 96;
/** Pixels its words need. */
const ROOM = 64;
const keysBy: Record<string, number> = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1 };

/** The scale of the timeline: press or drag to go there; for the keyboard a slider. */
export function Ruler({ view, whole, width, time, scenes, onSeek }: RulerProps) {
  const box = useRef<HTMLDivElement>(null);
  const step = scaleStep(view, width, APART);
  const seek = ({ clientX }: PointerEvent) => {
    const { left, width: wide } = box.current!.getBoundingClientRect();
    onSeek(timeAt((clientX - left) / wide, view));
  };
  const press = (event: KeyboardEvent) => {
    const by = keysBy[event.key];
    if (by !== undefined) onSeek(time + by * (event.shiftKey ? 10 : 1));
    else if (event.key === 'Home') onSeek(whole.from);
    else if (event.key === 'End') onSeek(whole.to);
    else return;
    event.preventDefault();
  };
  return (
    <div
      className="bench-ruler"
      ref={box}
      role="slider"
      tabIndex={0}
      aria-label={t('reader.media.position')}
      aria-valuemin={whole.from}
      aria-valuemax={whole.to}
      aria-valuenow={time}
      aria-valuetext={t('reader.media.position.of', { time: clockCode(time), whole: clockCode(whole.to) })}
      onKeyDown={press}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        seek(event);
      }}
      onPointerMove={(event) => event.buttons === 1 && seek(event)}
    >
      {scaleMarks(view, step).map((mark) => (
        <span key={mark} className="bench-mark mono" style={{ left: `${place(mark, view) * 100}%` }}>
          {(1 - place(mark, view)) * width < ROOM ? null : step < 1 ? timeCode(mark) : timeCode(mark).replace(/\.000$/, '')}
        </span>
      ))}
      {scenes.map((scene) =>
        scene < view.from || scene > view.to ? null : (
          <i key={scene} className="bench-scene" style={{ left: `${place(scene, view) * 100}%` }} />
        ),
      )}
    </div>
  );
}
