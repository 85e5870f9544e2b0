import { X } from 'lucide-react';
import { groups, qualifiers } from '#shared/model/vocabulary.ts';
import { t } from '../messages/index.ts';
import { IconButton } from '../ui/button.tsx';
import { NumberField } from '../ui/number-field.tsx';
import { Select } from '../ui/select.tsx';
import { TagsField } from '../ui/tags-field.tsx';
import { From } from './form-row.tsx';
import type { BreakdownForm } from './form-state.ts';

type Props = {
  rows: readonly BreakdownForm[];
  onChange: (rows: BreakdownForm[]) => void;
  errorAt: (at: number) => string | undefined;
  from: string | undefined;
};

/** Who the counted were. "most" and "some" need no number. */
export function BreakdownFields({ rows, onChange, errorAt, from }: Props) {
  const put = (at: number, part: Partial<BreakdownForm>) => onChange(rows.map((row, index) => (index === at ? { ...row, ...part } : row)));
  if (rows.length === 0) return null;
  return (
    <fieldset className="claim-breakdown" aria-label={t('claim.breakdown')}>
      {rows.map((row, at) => (
        <div key={row.key}>
          <div className="claim-quantity">
            <Select
              aria-label={t('claim.qualifier')}
              options={qualifiers.map((id) => ({ id, label: id }))}
              value={row.qualifier}
              onChange={(qualifier) => put(at, { qualifier })}
            />
            <NumberField
              aria-label={t('claim.value')}
              placeholder={t('claim.value')}
              value={row.value}
              minValue={0}
              onChange={(value) => put(at, { value })}
            />
            <IconButton label={t('claim.breakdown.remove')} icon={X} onPress={() => onChange(rows.filter((_, index) => index !== at))} />
          </div>
          <TagsField
            label={t('claim.groups')}
            value={row.groups}
            onChange={(next) => put(at, { groups: next.map((group) => group.toLowerCase()) })}
            placeholder={row.groups.length === 0 ? groups.slice(0, 2).join(', ') : ''}
          />
          {errorAt(at) === undefined ? null : (
            <p className="field-error" role="alert">
              {errorAt(at)}
            </p>
          )}
        </div>
      ))}
      {from === undefined ? null : <From words={from} />}
    </fieldset>
  );
}
