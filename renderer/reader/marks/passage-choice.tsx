import './passage-choice.css';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { Passage } from '#shared/model/passages.ts';
import { t } from '../../messages/index.ts';
import { placeBeside } from './place-beside.ts';
import type { PassagesUnder, Under } from './use-passages-under.ts';

/** Which of several passages over the same words is meant. Arrows go through them, Enter opens, Escape leaves. */
export function PassageChoice({ under, onChoose }: { under: Under; onChoose: PassagesUnder['choose'] }) {
  const box = useRef<HTMLDivElement>(null);
  const place = usePlace(under.rect, box);
  useEffect(() => {
    box.current?.querySelector('button')?.focus();
    const leave = (event: PointerEvent) => box.current?.contains(event.target as Node) !== true && onChoose(null);
    const lose = () => onChoose(null);
    document.addEventListener('pointerdown', leave, { capture: true });
    window.addEventListener('blur', lose);
    return () => {
      document.removeEventListener('pointerdown', leave, { capture: true });
      window.removeEventListener('blur', lose);
    };
  }, [under, onChoose]);
  const press = (event: React.KeyboardEvent) => {
    const buttons = [...(box.current?.querySelectorAll('button') ?? [])];
    const at = buttons.indexOf(document.activeElement as HTMLButtonElement);
    const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (event.key === 'Escape') onChoose(null);
    else if (by !== 0) buttons[(at + by + buttons.length) % buttons.length]?.focus();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div className="passage-choice" ref={box} role="group" aria-label={t('reader.choice')} style={place} onKeyDown={press}>
      <h3>{t('reader.choice')}</h3>
      {under.passages.map((passage) => (
        <button type="button" key={passage.id} onClick={() => onChoose(passage.id)}>
          <span className="passage-choice-words" dir="auto">
            {passage.quote}
          </span>
          <span className="faint truncate" dir="auto">
            {notesOf(passage)}
          </span>
        </button>
      ))}
    </div>
  );
}

/** What stands beside the words the pointer rests on. Nothing to press: a press on the words themselves opens it. */
export function PassageHint({ under }: { under: Under }) {
  const box = useRef<HTMLDivElement>(null);
  const place = usePlace(under.rect, box);
  const [first] = under.passages;
  if (first === undefined) return null;
  return (
    <div className="passage-hint" ref={box} role="status" style={place}>
      <span className="passage-hint-comment" dir="auto">
        {notesOf(first)}
      </span>
      {under.passages.length > 1 ? <span className="faint">{t('reader.choice.more', { count: under.passages.length })}</span> : null}
    </div>
  );
}

function notesOf({ comment, tags, claimIds }: Passage): string {
  const claims = claimIds.length > 0 ? t('passage.claims', { count: claimIds.length }) : '';
  return [comment, tags.join(', '), claims].filter((part) => part !== '').join(' · ') || t('reader.choice.no-comment');
}

function usePlace(rect: DOMRect | null, box: React.RefObject<HTMLElement | null>): React.CSSProperties {
  const [place, setPlace] = useState<{ left: number; top: number } | null>(null);
  useLayoutEffect(() => {
    if (box.current !== null) setPlace(placeBeside(rect, box.current));
  }, [rect, box]);
  // Not `visibility`, which would refuse the focus.
  return place ?? { opacity: 0 };
}
