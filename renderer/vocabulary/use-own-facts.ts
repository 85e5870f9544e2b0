import type { ExtraValues } from '#shared/model/claims.ts';
import type { OwnField } from '#shared/model/vocabularies.ts';
import { extraWords } from '../claims/history/field-words.ts';
import { useCall } from '../shell/engine.ts';

/** What a record holds in the case's own fields, each by its label. */
export function useOwnFacts(subject: OwnField['subject'], values: ExtraValues): { label: string; value: string }[] {
  const fields = useCall('fields.list', { subject }).data?.fields ?? [];
  const labels = new Map(fields.map(({ name, label }) => [name, label]));
  return Object.entries(values).map(([name, value]) => ({ label: labels.get(name) ?? name, value: extraWords(value) }));
}
