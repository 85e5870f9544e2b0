import type { KeyboardEvent } from 'react';

export type RowActs = { onRemove?: () => void; onMove?: (by: -1 | 1) => void; onInsert?: () => void };

/** Keys of a row in a list: Alt+Up and Alt+Down move it, Alt+Backspace takes it away, Alt+I puts one after it. */
export function rowKeys({ onRemove, onMove, onInsert }: RowActs) {
  return (event: KeyboardEvent<HTMLElement>) => {
    if (!event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const act = {
      ArrowUp: onMove && (() => onMove(-1)),
      ArrowDown: onMove && (() => onMove(1)),
      Backspace: onRemove && (() => leave(event.currentTarget, onRemove)),
      KeyI: onInsert,
    }[event.code];
    if (act === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    const held = document.activeElement;
    act();
    // A row that moves is put elsewhere in the page, and the field in it loses the focus.
    if (event.code.startsWith('Arrow')) setTimeout(() => held instanceof HTMLElement && held.focus());
  };
}

/** The focus goes to what is left of the list, so that the keyboard stays in the form. */
function leave(row: HTMLElement, remove: () => void): void {
  const list = row.parentElement?.closest<HTMLElement>('.claim-row, .claim-rows, form, section') ?? null;
  const others = [...(list?.querySelectorAll<HTMLElement>('[data-row]') ?? [])];
  const key = others[others.indexOf(row) + 1]?.dataset['row'] ?? others[others.indexOf(row) - 1]?.dataset['row'];
  remove();
  setTimeout(() => {
    const next = key === undefined ? null : list?.querySelector<HTMLElement>(`[data-row="${key}"] input`);
    (next ?? list?.querySelector<HTMLElement>('.claim-adds button'))?.focus();
  });
}

/** Puts the keyboard into a row that was just added, as soon as it is drawn. */
export function enterRow(key: number, frames = 10): void {
  requestAnimationFrame(() => {
    const field = document.querySelector<HTMLElement>(`[data-row="${key}"] input:not([tabindex="-1"])`);
    if (field !== null) field.focus();
    else if (frames > 0) enterRow(key, frames - 1);
  });
}
