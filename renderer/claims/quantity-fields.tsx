import { MoveHorizontal, Plus, UsersRound, X } from 'lucide-react';
import { useState } from 'react';
import { figureBounds } from '#shared/claims/figure-bounds.ts';
import { numberWords } from '#shared/claims/figure-words.ts';
import { qualifiers, quantityRoles } from '#shared/model/vocabulary.ts';
import { t } from '../messages/index.ts';
import { Button, IconButton } from '../ui/button.tsx';
import { NumberField } from '../ui/number-field.tsx';
import { Select } from '../ui/select.tsx';
import { BreakdownFields } from './breakdown-fields.tsx';
import { quantityField } from './form-draft.ts';
import { rangeError, type FormErrors } from './form-errors.ts';
import { newBreakdown, newQuantity, type QuantityForm } from './form-rows.ts';
import { From, FormRow } from './form-row.tsx';
import { enterRow, rowKeys } from './row-keys.ts';
import { TermField } from './term-field.tsx';
import { useRecent, useTerms } from './use-terms.ts';

type Rows = { rows: readonly QuantityForm[]; onChange: (rows: QuantityForm[]) => void; errors: FormErrors };

/** Every figure the words give, each as it was said. */
export function QuantityFields({ rows, onChange, errors }: Rows) {
  const put = (at: number, row: QuantityForm) => onChange(rows.map((other, index) => (index === at ? row : other)));
  return (
    <>
      {rows.map((row, at) => (
        <FormRow key={row.key} field={quantityField(row.key)} label={at === 0 ? t('claim.quantity') : t('claim.quantity.and')} hasOwnWords>
          <QuantityRow
            row={row}
            errorAt={(part) => errors[`quantities.${at}${part}`]}
            onChange={(next) => put(at, next)}
            onRemove={() => onChange(rows.filter((_, index) => index !== at))}
          />
        </FormRow>
      ))}
      <FormRow label={rows.length === 0 ? t('claim.quantity') : ''}>
        <div className="claim-adds">
          <Button size="s" variant="quiet" icon={Plus} keys="Alt+q" onPress={() => onChange(withQuantity(rows))}>
            {t('claim.quantity.add')}
          </Button>
        </div>
      </FormRow>
    </>
  );
}

/** One more figure, and the keyboard in it. */
export function withQuantity(rows: readonly QuantityForm[]): QuantityForm[] {
  const added = newQuantity();
  enterRow(added.key);
  return [...rows, added];
}

/** One more part of the figure that the keyboard is in, or of the last one. */
export function withPart(rows: readonly QuantityForm[]): QuantityForm[] {
  const held = Number(document.activeElement?.closest<HTMLElement>('[data-quantity]')?.dataset['row']);
  const to = rows.find(({ key }) => key === held) ?? rows.at(-1);
  const added = newBreakdown();
  enterRow(added.key);
  return rows.map((row) => (row === to ? { ...row, breakdown: [...row.breakdown, added] } : row));
}

type Row = {
  row: QuantityForm;
  errorAt: (part: string) => string | undefined;
  onChange: (row: QuantityForm) => void;
  onRemove: () => void;
};

function QuantityRow({ row, errorAt, onChange, onRemove }: Row) {
  const [hasBounds, setBounds] = useState(row.min !== null || row.max !== null);
  const isRange = row.qualifier === 'between';
  const set = (part: Partial<QuantityForm>) => onChange({ ...row, ...part });
  const error = rangeError(row) ?? errorAt('');
  const toggleBounds = () => setBounds(!hasBounds);
  return (
    <div className="claim-group" data-row={row.key} data-quantity onKeyDownCapture={rowKeys({ onRemove })}>
      <div className="claim-quantity">
        <Select
          aria-label={t('claim.qualifier')}
          options={qualifiers.map((id) => ({ id, label: id }))}
          value={row.qualifier}
          onChange={(qualifier) => onChange(requalified(row, qualifier))}
        />
        {isRange ? (
          <RangeFields row={row} set={set} isWrong={error !== undefined} />
        ) : (
          <>
            <NumberField
              aria-label={t('claim.value')}
              placeholder={t('claim.value')}
              value={row.value}
              minValue={0}
              onChange={(value) => set({ value })}
              error={error === undefined ? undefined : ''}
            />
            <IconButton label={t('claim.bounds')} icon={MoveHorizontal} onPress={toggleBounds} />
          </>
        )}
        <IconButton label={t('claim.quantity.remove')} icon={X} keys="Alt+Backspace" onPress={onRemove} />
      </div>
      {hasBounds && !isRange ? (
        <div className="claim-quantity">
          <span className="faint claim-bounds">{t('claim.bounds.known')}</span>
          <RangeFields row={row} set={set} isWrong={error !== undefined} />
        </div>
      ) : null}
      <UnitFields row={row} set={set} error={errorAt('.unit')} />
      {error === undefined ? null : (
        <p className="field-error" role="alert">
          {error}
        </p>
      )}
      <From field={quantityField(row.key)} reading={reading(row)} />
      <BreakdownFields of={row} onChange={(breakdown) => set({ breakdown })} errorAt={(part) => errorAt(`.breakdown.${part}`)} />
    </div>
  );
}

type UnitProps = { row: QuantityForm; set: (part: Partial<QuantityForm>) => void; error: string | undefined };

function UnitFields({ row, set, error }: UnitProps) {
  const terms = useTerms('unit');
  const recent = useRecent().units;
  return (
    <div className="claim-quantity claim-unit">
      <TermField
        label={t('claim.unit')}
        terms={terms}
        recent={recent}
        value={row.unit}
        onChange={(unit) => set({ unit })}
        error={error}
        placeholder={t('claim.unit')}
      />
      <Select
        aria-label={t('claim.role')}
        options={quantityRoles.map((id) => ({ id, label: t(`claim.role.${id}`) }))}
        value={row.role}
        onChange={(role) => set({ role })}
      />
      <IconButton
        label={t('claim.breakdown.add')}
        icon={UsersRound}
        keys="Alt+g"
        onPress={() => {
          const added = newBreakdown();
          enterRow(added.key);
          set({ breakdown: [...row.breakdown, added] });
        }}
      />
    </div>
  );
}

type RangeProps = { row: QuantityForm; set: (part: Partial<QuantityForm>) => void; isWrong: boolean };

function RangeFields({ row, set, isWrong }: RangeProps) {
  const error = isWrong ? '' : undefined;
  return (
    <div className="claim-range">
      <NumberField
        aria-label={t('claim.min')}
        placeholder={t('claim.min')}
        value={row.min}
        minValue={0}
        onChange={(min) => set({ min })}
        error={error}
      />
      <NumberField
        aria-label={t('claim.max')}
        placeholder={t('claim.max')}
        value={row.max}
        minValue={0}
        onChange={(max) => set({ max })}
        error={error}
      />
    </div>
  );
}

/** A range keeps its number when its qualifier changes. */
function requalified(row: QuantityForm, qualifier: QuantityForm['qualifier']): QuantityForm {
  if (qualifier === 'between' && row.min === null && row.max === null) return { ...row, qualifier, min: row.value, value: null };
  if (row.qualifier === 'between' && row.value === null) return { ...row, qualifier, value: row.max ?? row.min, min: null, max: null };
  return { ...row, qualifier };
}

/** How a figure is read, so that a rounded number is not taken for an exact one. */
function reading(row: QuantityForm): string | undefined {
  const { min, max } = figureBounds(row);
  if (min !== null && max !== null) return undefined;
  if (max !== null) return t('claims.form.read-most', { n: numberWords(max) });
  if (min !== null) return t('claims.form.read-least', { n: numberWords(min) });
  return row.value === null ? undefined : t('claims.form.read-open');
}
