/** Where the keyboard is in the claim form, and where it goes next. */
import { nextField, type FieldState } from './form-draft.ts';

/** The field that an element stands in, as the form calls it. */
export function fieldAt(element: Element | null): string | null {
  return element?.closest<HTMLElement>('[data-field]')?.dataset['field'] ?? null;
}

/** Puts the keyboard into a field, its words selected so that typing replaces them. */
export function focusField(form: Element | null, field: string): void {
  enter(form?.querySelector<HTMLElement>(`[data-field="${CSS.escape(field)}"]`) ?? null);
}

/** From the field the keyboard is in to the next that asks for something; to the button that saves when none does. */
export function focusNext(form: HTMLElement | null): void {
  if (form === null) return;
  const rows = [...form.querySelectorAll<HTMLElement>('[data-field]')];
  const at = rows.findIndex((row) => row.dataset['field'] === fieldAt(document.activeElement));
  const next =
    rows[
      nextField(
        rows.map((row) => row.dataset['state'] as FieldState),
        at,
      )
    ];
  if (next === undefined) form.querySelector<HTMLElement>('.claim-form-actions button')?.focus();
  else enter(next);
}

function enter(row: HTMLElement | null): void {
  const field = row?.querySelector<HTMLElement>('input:not([tabindex="-1"]), textarea, .select-button');
  field?.focus({ preventScroll: true });
  if (field instanceof HTMLInputElement) field.select();
  row?.scrollIntoView({ block: 'nearest' });
}

export function focusFirstError(form: HTMLElement | null): void {
  const row = form?.querySelector('.claim-row [data-invalid], .claim-row .field-error')?.closest('.claim-row') ?? null;
  const input = row?.querySelector<HTMLElement>('[data-invalid] input') ?? row?.querySelector<HTMLElement>('input, button');
  input?.focus();
  row?.scrollIntoView({ block: 'nearest' });
}
