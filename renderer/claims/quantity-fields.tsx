import { MoveHorizontal, Plus, X } from 'lucide-react';
import { useState } from 'react';
import { figureBounds } from '#shared/claims/figure-bounds.ts';
import { numberWords } from '#shared/claims/figure-words.ts';
import { qualifiers, quantityRoles, units } from '#shared/model/vocabulary.ts';
import { t } from '../messages/index.ts';
import { Button, IconButton } from '../ui/button.tsx';
import { NumberField } from '../ui/number-field.tsx';
import { Select } from '../ui/select.tsx';
import { BreakdownFields } from './breakdown-fields.tsx';
import type { FormErrors } from './form-errors.ts';
import { From, FormRow } from './form-row.tsx';
import { newBreakdown, newQuantity, type QuantityForm } from './form-state.ts';
import { TermField } from './term-field.tsx';

type Rows = {
  rows: readonly QuantityForm[];
  onChange: (rows: QuantityForm[]) => void;
  errors: FormErrors;
  from: (field: string) => string | undefined;
};

/** Every figure the words give, each as it was said. */
export function QuantityFields({ rows, onChange, errors, from }: Rows) {
  const put = (at: number, row: QuantityForm) => onChange(rows.map((other, index) => (index === at ? row : other)));
  return (
    <>
      {rows.map((row, at) => (
        <FormRow key={row.key} field={`quantities.${at}`} label={at === 0 ? t('claim.quantity') : t('claim.quantity.and')}>
          <QuantityRow
            row={row}
            at={at}
            errors={errors}
            onChange={(next) => put(at, next)}
            onRemove={() => onChange(rows.filter((_, index) => index !== at))}
          />
          <Read words={from(`quantities.${at}`)} row={row} />
          <BreakdownFields
            rows={row.breakdown}
            onChange={(breakdown) => put(at, { ...row, breakdown })}
            errorAt={(part) => errors[`quantities.${at}.breakdown.${part}`]}
            from={from(`quantities.${at}.breakdown`)}
          />
        </FormRow>
      ))}
      <FormRow label={rows.length === 0 ? t('claim.quantity') : ''}>
        <div className="claim-adds">
          <Button size="s" variant="quiet" icon={Plus} onPress={() => onChange([...rows, newQuantity()])}>
            {t('claim.quantity.add')}
          </Button>
          {rows.length === 0 ? null : (
            <Button size="s" variant="quiet" icon={Plus} onPress={() => addPart(rows, put)}>
              {t('claim.breakdown.add')}
            </Button>
          )}
        </div>
      </FormRow>
    </>
  );
}

function addPart(rows: readonly QuantityForm[], put: (at: number, row: QuantityForm) => void): void {
  const at = rows.length - 1;
  const last = rows[at];
  if (last !== undefined) put(at, { ...last, breakdown: [...last.breakdown, newBreakdown()] });
}

type Row = { row: QuantityForm; at: number; errors: FormErrors; onChange: (row: QuantityForm) => void; onRemove: () => void };

function QuantityRow({ row, at, errors, onChange, onRemove }: Row) {
  const [hasBounds, setBounds] = useState(row.min !== null || row.max !== null);
  const isRange = row.qualifier === 'between';
  const set = (part: Partial<QuantityForm>) => onChange({ ...row, ...part });
  return (
    <>
      <div className="claim-quantity">
        <Select
          aria-label={t('claim.qualifier')}
          options={asOptions(qualifiers)}
          value={row.qualifier}
          onChange={(qualifier) => onChange(requalified(row, qualifier))}
        />
        {isRange ? null : (
          <NumberField
            aria-label={t('claim.value')}
            placeholder={t('claim.value')}
            value={row.value}
            minValue={0}
            onChange={(value) => set({ value })}
            error={errors[`quantities.${at}`] === undefined ? undefined : ''}
          />
        )}
        {isRange ? <RangeFields row={row} set={set} /> : null}
        <IconButton label={t('claim.quantity.remove')} icon={X} onPress={onRemove} />
      </div>
      {hasBounds && !isRange ? (
        <div className="claim-quantity">
          <RangeFields row={row} set={set} />
        </div>
      ) : null}
      <div className="claim-quantity claim-unit">
        <TermField
          label={t('claim.unit')}
          terms={units}
          value={row.unit}
          onChange={(unit) => set({ unit })}
          error={errors[`quantities.${at}.unit`]}
          placeholder={t('claim.unit')}
        />
        <Select
          aria-label={t('claim.role')}
          options={quantityRoles.map((id) => ({ id, label: t(`claim.role.${id}`) }))}
          value={row.role}
          onChange={(role) => set({ role })}
        />
        <IconButton label={t('claim.bounds')} icon={MoveHorizontal} isDisabled={isRange} onPress={() => setBounds(!hasBounds)} />
      </div>
      {errors[`quantities.${at}`] === undefined ? null : (
        <p className="field-error" role="alert">
          {errors[`quantities.${at}`]}
        </p>
      )}
    </>
  );
}

function RangeFields({ row, set }: { row: QuantityForm; set: (part: Partial<QuantityForm>) => void }) {
  return (
    <>
      <NumberField aria-label={t('claim.min')} placeholder={t('claim.min')} value={row.min} minValue={0} onChange={(min) => set({ min })} />
      <NumberField aria-label={t('claim.max')} placeholder={t('claim.max')} value={row.max} minValue={0} onChange={(max) => set({ max })} />
    </>
  );
}

/** A range keeps its number when its qualifier changes. */
function requalified(row: QuantityForm, qualifier: QuantityForm['qualifier']): QuantityForm {
  if (qualifier === 'between' && row.min === null && row.max === null) return { ...row, qualifier, min: row.value, value: null };
  if (row.qualifier === 'between' && row.value === null) return { ...row, qualifier, value: row.max ?? row.min, min: null, max: null };
  return { ...row, qualifier };
}

function Read({ words, row }: { words: string | undefined; row: QuantityForm }) {
  return words === undefined ? null : <From words={words} reading={reading(row)} />;
}

const asOptions = <Term extends string>(terms: readonly Term[]) => terms.map((id) => ({ id, label: id }));

/** How a figure is read, so that a rounded number is not taken for an exact one. */
function reading(row: QuantityForm): string | undefined {
  const { min, max } = figureBounds(row);
  if (min !== null && max !== null) return undefined;
  if (max !== null) return t('claims.form.read-most', { n: numberWords(max) });
  if (min !== null) return t('claims.form.read-least', { n: numberWords(min) });
  return row.value === null ? undefined : t('claims.form.read-open');
}
