import './chip.css';
import type { ReactNode } from 'react';

export type ChipTone = 'proved' | 'pending' | 'broken' | 'plain';

const marks: Record<ChipTone, string> = { proved: '✓', pending: '', broken: '✕', plain: '' };

/** A state in words; the colour and mark only repeat what the words say. */
export function Chip({ tone = 'plain', children, title }: { tone?: ChipTone; children: ReactNode; title?: string }) {
  return (
    <span className={`chip chip-${tone}`} title={title}>
      {marks[tone] === '' ? null : <span aria-hidden>{marks[tone]}</span>}
      <span className="truncate">{children}</span>
    </span>
  );
}
