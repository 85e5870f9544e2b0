import { useRef } from 'react';

/** Percent of the width that each side keeps at least. */
const LEAST = 20;
const STEP = 2;

/** Between two sides: dragged, or moved by arrow keys; Home, End and a double click set it back to the middle. */
export function Divider({ label, share, onChange }: { label: string; share: number; onChange: (share: number) => void }) {
  const element = useRef<HTMLDivElement>(null);
  const move = (to: number) => onChange(Math.min(100 - LEAST, Math.max(LEAST, to)));
  const drag = (event: React.PointerEvent<HTMLDivElement>) => {
    const box = element.current?.parentElement?.getBoundingClientRect();
    if (box === undefined || !event.currentTarget.hasPointerCapture(event.pointerId)) return;
    const fromStart = getComputedStyle(event.currentTarget).direction === 'rtl' ? box.right - event.clientX : event.clientX - box.left;
    move((fromStart / box.width) * 100);
  };
  const press = (event: React.KeyboardEvent) => {
    const steps: Record<string, number> = { ArrowLeft: share - STEP, ArrowRight: share + STEP, Home: 50, End: 50 };
    const to = steps[event.key];
    if (to === undefined) return;
    event.preventDefault();
    move(to);
  };
  return (
    <div
      ref={element}
      className="reader-divider"
      role="separator"
      aria-orientation="vertical"
      aria-label={label}
      aria-valuenow={Math.round(share)}
      aria-valuemin={LEAST}
      aria-valuemax={100 - LEAST}
      tabIndex={0}
      onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
      onPointerMove={drag}
      onDoubleClick={() => move(50)}
      onKeyDown={press}
    />
  );
}
