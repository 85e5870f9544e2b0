import { useMemo } from 'react';
import { useCall } from '../shell/engine.ts';

/** What a person reads for each own field of claims, by the field's name. */
export function useFieldLabels(): Readonly<Record<string, string>> {
  const { data } = useCall('fields.list', { subject: 'claim' });
  return useMemo(() => Object.fromEntries(data?.fields.map(({ name, label }) => [name, label]) ?? []), [data]);
}
