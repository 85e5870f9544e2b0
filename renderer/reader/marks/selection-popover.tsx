import { useLayoutEffect, useRef, useState } from 'react';
import { t } from '../../messages/index.ts';
import { Kbd } from '../../ui/kbd.tsx';
import { placeBeside } from './place-beside.ts';

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
