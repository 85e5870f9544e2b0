import type { ExtraValues } from '#shared/model/claims.ts';
import type { OwnField } from '#shared/model/vocabularies.ts';
import { ExtraFields } from '../claims/extra-fields.tsx';
import { useCall } from '../shell/engine.ts';

type OwnFieldRowsProps = { subject: OwnField['subject']; values: ExtraValues; onChange: (values: ExtraValues) => void };

const noErrors = {};

/** Rows for the fields that the case has for incidents or parties; none where it has none. */
export function OwnFieldRows({ subject, values, onChange }: OwnFieldRowsProps) {
  const fields = useCall('fields.list', { subject }).data?.fields ?? [];
  return <ExtraFields fields={fields} values={values} onChange={onChange} errors={noErrors} />;
}
