import { useMemo } from 'react';
import { useCall } from '../shell/engine.ts';

const MANY = 1000;

/** Names of the case's parties by id: the first thousand at once, for lists. */
export function usePartyNames(): ReadonlyMap<string, string> {
  const { data } = useCall('parties.list', { limit: MANY });
  return useMemo(() => new Map(data?.rows.map((party) => [party.id, party.name])), [data]);
}

/** One party's name; asked for alone where it is not among the first thousand. */
export function PartyName({ id, names }: { id: string; names: ReadonlyMap<string, string> }) {
  const known = names.get(id);
  const asked = useCall('parties.get', { id }, { enabled: known === undefined && names.size >= MANY });
  return <span dir="auto">{known ?? asked.data?.name ?? '…'}</span>;
}
