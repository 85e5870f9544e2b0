import type { OutlineRow } from './outline-rows.ts';

export type TreeAct = { kind: 'move'; to: number } | { kind: 'toggle' } | { kind: 'press' };

/** What a key does in a tree; null for keys that mean nothing there. */
export function treeKey(key: string, rows: readonly OutlineRow[], at: number): TreeAct | null {
  const row = rows[at];
  if (row === undefined) return null;
  const to = (index: number): TreeAct => ({ kind: 'move', to: Math.min(Math.max(0, index), rows.length - 1) });
  switch (key) {
    case 'ArrowDown':
      return to(at + 1);
    case 'ArrowUp':
      return to(at - 1);
    case 'PageDown':
      return to(at + 10);
    case 'PageUp':
      return to(at - 10);
    case 'Home':
      return to(0);
    case 'End':
      return to(rows.length - 1);
    case 'ArrowRight':
      return row.isOpen === null ? null : row.isOpen ? to(at + 1) : { kind: 'toggle' };
    case 'ArrowLeft':
      return row.isOpen === true ? { kind: 'toggle' } : to(parentOf(rows, at));
    case 'Enter':
    case ' ':
      return { kind: 'press' };
    default:
      return null;
  }
}

function parentOf(rows: readonly OutlineRow[], at: number): number {
  const level = rows[at]?.level ?? 1;
  for (let above = at - 1; above >= 0; above--) if ((rows[above]?.level ?? 1) < level) return above;
  return at;
}
