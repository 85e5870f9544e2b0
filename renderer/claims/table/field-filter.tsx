import type { OwnField } from '#shared/model/vocabularies.ts';
import { t } from '../../messages/index.ts';
import { useCall } from '../../shell/engine.ts';
import { Select } from '../../ui/select.tsx';
import type { DraftProps } from './filter-controls.tsx';
import { OwnFieldValue } from './own-field-value.tsx';

/** A field of the case's own: that it has a value, or which. */
export function FieldFilter({ draft, onDraft }: DraftProps) {
  const fields = useCall('fields.list', { subject: 'claim' }).data?.fields;
  if (fields === undefined) return null;
  if (fields.length === 0) return <p className="muted">{t('claims.table.field.none')}</p>;
  const field: OwnField | undefined = fields.find(({ name }) => name === draft.field?.name);
  return (
    <>
      <Select
        label={t('claims.table.field.name')}
        options={fields.map(({ name, label }) => ({ id: name, label }))}
        value={field?.name ?? null}
        onChange={(name) => onDraft({ field: { name } })}
      />
      {field === undefined ? null : (
        <OwnFieldValue
          field={field}
          label={t('claims.table.field.value')}
          placeholder={t('claims.table.field.any')}
          value={draft.field?.value}
          onChange={(value) => onDraft({ field: value === undefined ? { name: field.name } : { name: field.name, value } })}
        />
      )}
    </>
  );
}
