import type { OwnField } from '#shared/model/vocabularies.ts';
import { t } from '../../messages/index.ts';
import { NumberField } from '../../ui/number-field.tsx';
import { Select } from '../../ui/select.tsx';
import { TextField } from '../../ui/text-field.tsx';

type Value = string | number | boolean | undefined;
type OwnFieldValueProps = { field: OwnField; label: string; placeholder: string; value: Value; onChange: (value: Value) => void };

const NONE = 'none';

/** A value of a field of the case's own, as its type takes it. */
export function OwnFieldValue({ field: { type, options }, label, placeholder, value, onChange }: OwnFieldValueProps) {
  const none = { id: NONE, label: placeholder };
  switch (type) {
    case 'number':
      return (
        <NumberField
          label={label}
          placeholder={placeholder}
          value={typeof value === 'number' ? value : null}
          onChange={(n) => onChange(n ?? undefined)}
        />
      );
    case 'yes or no':
      return (
        <Select
          label={label}
          options={[none, { id: 'yes', label: t('claims.table.yes') }, { id: 'no', label: t('claims.table.no') }]}
          value={typeof value === 'boolean' ? (value ? 'yes' : 'no') : NONE}
          onChange={(id) => onChange(id === NONE ? undefined : id === 'yes')}
        />
      );
    case 'choice':
      return (
        <Select
          label={label}
          options={[none, ...options.map((id) => ({ id: `=${id}`, label: id }))]}
          value={typeof value === 'string' ? `=${value}` : NONE}
          onChange={(id) => onChange(id === NONE ? undefined : id.slice(1))}
        />
      );
    default:
      return (
        <TextField
          label={label}
          placeholder={placeholder}
          value={typeof value === 'string' ? value : ''}
          onChange={(text) => onChange(text === '' ? undefined : text)}
        />
      );
  }
}
