import type { KeyboardEvent } from 'react';

export type FormActs = { submit: () => void; discard: () => void; goOn: () => void; confirmAll: () => void };

/** Keys that mean something to the form as a whole, before and after the field in focus has had them. */
export function formKeys({ submit, discard, goOn, confirmAll }: FormActs) {
  const onKeyDownCapture = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing || !event.currentTarget.contains(event.target as Node)) return;
    const act = event.ctrlKey || event.metaKey ? submit : event.altKey ? confirmAll : goesOn(event) ? goOn : null;
    if (act === null) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented || document.querySelector('.popup, .veil') !== null) return;
    event.preventDefault();
    discard();
  };
  return { onKeyDown, onKeyDownCapture };
}

/** Enter goes on from a field that has no use for it: not with a choice pointed at, a tag half typed, or a date on offer. */
function goesOn({ target, shiftKey }: KeyboardEvent): boolean {
  if (!(target instanceof HTMLElement) || shiftKey) return false;
  if (target.matches('.select-button')) return target.getAttribute('aria-expanded') !== 'true';
  if (!(target instanceof HTMLInputElement) || target.type === 'checkbox') return false;
  if (target.getAttribute('aria-activedescendant')) return false;
  if (target.closest('[data-takes-enter]') !== null) return false;
  return !(target.matches('.tags-input') && target.value.trim() !== '');
}
