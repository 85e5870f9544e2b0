import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { claimFilter, type ClaimFilter } from '#shared/model/claim-filter.ts';
import { t } from '../../messages/index.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { FilterControls } from './filter-controls.tsx';
import { fieldLabel, filterFields, withoutField, type FilterField } from './filter-words.tsx';

type FilterDialogProps = { field: FilterField; filter: ClaimFilter; onApply: (filter: ClaimFilter) => void; onClose: () => void };

/** One field of the filter. Enter applies it; emptied, the field is asked no more. */
export function FilterDialog({ field, filter, onApply, onClose }: FilterDialogProps) {
  const [draft, setDraft] = useState(filter);
  const parsed = claimFilter.safeParse(draft);
  const apply = () => {
    if (!parsed.success) return;
    const isAsked = filterFields[field].some((part) => !isEmpty(parsed.data[part]));
    onApply(isAsked ? parsed.data : withoutField(parsed.data, field));
    onClose();
  };
  const latest = useRef(apply);
  useEffect(() => {
    latest.current = apply;
  });
  return (
    <Dialog
      title={fieldLabel(field)}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={() => (onApply(withoutField(filter, field)), onClose())}>{t('claims.table.filter.clear')}</Button>
          <Button variant="go" isDisabled={!parsed.success} onPress={apply}>
            {t('claims.table.filter.apply')}
          </Button>
        </>
      }
    >
      <div className="filter-controls" onKeyDownCapture={(event) => applyOnEnter(event, () => latest.current())}>
        <FilterControls field={field} draft={draft} onDraft={(part) => setDraft({ ...draft, ...part } as ClaimFilter)} />
      </div>
    </Dialog>
  );
}

/** A field of numbers takes its number only when it is left, and lets no Enter through. */
function applyOnEnter(event: KeyboardEvent, apply: () => void): void {
  const { target } = event;
  if (event.key !== 'Enter' || !(target instanceof HTMLInputElement) || target.getAttribute('aria-expanded') === 'true') return;
  event.preventDefault();
  event.stopPropagation();
  target.blur();
  setTimeout(apply, 0);
}

function isEmpty(value: ClaimFilter[keyof ClaimFilter]): boolean {
  if (Array.isArray(value)) return value.length === 0;
  if (value === null) return false;
  if (typeof value === 'object') return Object.values(value).every((one) => one === undefined);
  return value === undefined || value === '';
}
