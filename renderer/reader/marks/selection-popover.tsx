import { useLayoutEffect, useRef, useState } from 'react';
import { t } from '../../messages/index.ts';
import { Kbd } from '../../ui/kbd.tsx';

export type SelectionAct = { id: string; label: string; keys: string; run: () => void };

/** What can be done with what is selected, beside it. Never takes the selection away by being pressed. */
export function SelectionPopover({ rect, acts, main }: { rect: DOMRect | null; acts: readonly SelectionAct[]; main: string }) {
  const box = useRef<HTMLDivElement>(null);
  const [place, setPlace] = useState<{ left: number; top: number } | null>(null);
  useLayoutEffect(() => {
    if (box.current !== null) setPlace(placeBeside(rect, box.current));
  }, [rect]);
  return (
    <div
      className="selection-acts"
      ref={box}
      role="toolbar"
      aria-label={t('reader.selected')}
      style={place === null ? { visibility: 'hidden' } : place}
      onMouseDown={(event) => event.preventDefault()}
    >
      {acts.map(({ id, label, keys, run }) => (
        <button type="button" key={id} data-main={id === main} onClick={run}>
          {label} <Kbd keys={keys} />
        </button>
      ))}
    </div>
  );
}

const GAP = 8;

/** Under the selection, above it when there is no room, and always within the reader. */
function placeBeside(rect: DOMRect | null, box: HTMLElement): { left: number; top: number } {
  const frame = box.parentElement?.getBoundingClientRect() ?? new DOMRect(0, 0, innerWidth, innerHeight);
  const { offsetWidth: width, offsetHeight: height } = box;
  const lowest = frame.height - height - GAP;
  if (rect === null) return { left: (frame.width - width) / 2, top: lowest };
  const under = rect.bottom - frame.top + GAP;
  const over = rect.top - frame.top - height - GAP;
  const top = under <= lowest ? under : Math.max(GAP, over);
  const left = rect.left - frame.left + rect.width / 2 - width / 2;
  return { left: Math.min(Math.max(GAP, left), frame.width - width - GAP), top: Math.min(top, lowest) };
}
