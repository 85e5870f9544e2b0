import type { ExtraValues } from '#shared/model/claims.ts';
import type { OwnField } from '#shared/model/vocabularies.ts';
import { t } from '../messages/index.ts';
import { NumberField } from '../ui/number-field.tsx';
import { Select } from '../ui/select.tsx';
import { TextField } from '../ui/text-field.tsx';
import { EdtfField } from './edtf-field.tsx';
import type { FormErrors } from './form-errors.ts';
import { FormRow } from './form-row.tsx';

type Props = { fields: readonly OwnField[]; values: ExtraValues; onChange: (values: ExtraValues) => void; errors: FormErrors };

/** Fields of the case's own, each by its type. A field that is emptied holds nothing. */
export function ExtraFields({ fields, values, onChange, errors }: Props) {
  const put = (name: string, value: ExtraValues[string] | null) => {
    const { [name]: _, ...others } = values;
    onChange(value === null || value === '' ? others : { ...others, [name]: value });
  };
  return fields.map((field) => (
    <FormRow key={field.id} label={field.label}>
      <ExtraField
        field={field}
        value={values[field.name] ?? null}
        onChange={(value) => put(field.name, value)}
        error={errors[`extra.${field.name}`]}
      />
      {field.note === '' ? null : (
        <p className="field-hint" dir="auto">
          {field.note}
        </p>
      )}
    </FormRow>
  ));
}

type FieldProps = {
  field: OwnField;
  value: ExtraValues[string] | null;
  onChange: (value: ExtraValues[string] | null) => void;
  error: string | undefined;
};

const NONE = '';

function ExtraField({ field, value, onChange, error }: FieldProps) {
  const label = field.label;
  const text = typeof value === 'string' ? value : '';
  switch (field.type) {
    case 'number':
      return <NumberField aria-label={label} value={typeof value === 'number' ? value : null} onChange={onChange} error={error} />;
    case 'date':
      return <EdtfField label={label} value={text} onChange={onChange} error={error} />;
    case 'yes or no':
      return (
        <Select
          aria-label={label}
          options={[
            { id: NONE, label: t('claim.extra.none') },
            ...(['yes', 'no'] as const).map((id) => ({ id, label: t(`claim.extra.${id}`) })),
          ]}
          value={value === null ? NONE : value === true ? 'yes' : 'no'}
          onChange={(id) => onChange(id === NONE ? null : id === 'yes')}
        />
      );
    case 'choice':
      return (
        <Select
          aria-label={label}
          options={[{ id: NONE, label: t('claim.extra.none') }, ...field.options.map((id) => ({ id, label: id }))]}
          value={text}
          onChange={onChange}
        />
      );
    case 'text':
      return <TextField aria-label={label} value={text} onChange={onChange} error={error} />;
  }
}
