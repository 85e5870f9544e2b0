import { X } from 'lucide-react';
import { groups, qualifiers } from '#shared/model/vocabulary.ts';
import { t } from '../messages/index.ts';
import { IconButton } from '../ui/button.tsx';
import { NumberField } from '../ui/number-field.tsx';
import { Select } from '../ui/select.tsx';
import { TagsField } from '../ui/tags-field.tsx';
import { useFormContext } from './form-context.ts';
import { breakdownField } from './form-draft.ts';
import { rangeError } from './form-errors.ts';
import { From } from './form-row.tsx';
import { type BreakdownForm, type QuantityForm } from './form-rows.ts';
import { rowKeys } from './row-keys.ts';
import { useTerms } from './use-terms.ts';

type Props = {
  of: QuantityForm;
  onChange: (rows: BreakdownForm[]) => void;
  errorAt: (at: number) => string | undefined;
};

/** Qualifiers that say how many without a number. */
const numberless = new Set<string>(['most', 'some', 'many', 'several', 'dozens', 'hundreds', 'thousands', 'unknown']);

/** Who the counted were. "most" and "some" need no number. */
export function BreakdownFields({ of, onChange, errorAt }: Props) {
  const rows = of.breakdown;
  const field = breakdownField(of.key);
  const state = useFormContext().stateOf(field);
  const put = (at: number, part: Partial<BreakdownForm>) => onChange(rows.map((row, index) => (index === at ? { ...row, ...part } : row)));
  if (rows.length === 0) return null;
  return (
    <fieldset
      className="claim-breakdown"
      aria-label={t('claim.breakdown')}
      data-field={field}
      data-state={state === 'empty' ? 'default' : state}
    >
      {rows.map((row, at) => (
        <BreakdownRow
          key={row.key}
          row={row}
          onChange={(part) => put(at, part)}
          onRemove={() => onChange(rows.filter((_, index) => index !== at))}
          error={rangeError(row) ?? errorAt(at)}
        />
      ))}
      <From field={field} state={state} />
    </fieldset>
  );
}

type RowProps = { row: BreakdownForm; onChange: (part: Partial<BreakdownForm>) => void; onRemove: () => void; error: string | undefined };

function BreakdownRow({ row, onChange, onRemove, error }: RowProps) {
  const terms = useTerms('group');
  const fresh = row.groups.filter((group) => !terms.some(({ term }) => term === group));
  return (
    <div className="claim-group" data-row={row.key} onKeyDownCapture={rowKeys({ onRemove })}>
      <div className="claim-quantity">
        <Select
          aria-label={t('claim.qualifier')}
          options={qualifiers.filter((id) => id !== 'between').map((id) => ({ id, label: id }))}
          value={row.qualifier}
          onChange={(qualifier) => onChange({ qualifier })}
        />
        <NumberField
          aria-label={t('claim.value')}
          placeholder={numberless.has(row.qualifier) ? t('claim.value.none') : t('claim.value')}
          value={row.value}
          minValue={0}
          onChange={(value) => onChange({ value })}
        />
        <IconButton label={t('claim.breakdown.remove')} icon={X} keys="Alt+Backspace" onPress={onRemove} />
      </div>
      <TagsField
        label={t('claim.groups')}
        value={row.groups}
        suggestions={terms.map(({ term }) => term)}
        onChange={(next) => onChange({ groups: next.map((group) => group.toLowerCase()) })}
        placeholder={row.groups.length === 0 ? groups.slice(0, 2).join(', ') : ''}
      />
      {fresh.length === 0 ? null : <p className="field-hint">{t('claims.form.new-words', { words: fresh.join(', ') })}</p>}
      {error === undefined ? null : (
        <p className="field-error" role="alert">
          {error}
        </p>
      )}
    </div>
  );
}
