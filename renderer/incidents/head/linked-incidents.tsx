import { useMemo, type ReactNode } from 'react';
import { isMessage, t } from '../../messages/index.ts';
import { useCall } from '../../shell/engine.ts';
import { openIncident } from '../../shell/session.ts';

/** Other incidents this one is linked with, by what they are to it: both ends of a link are shown from where one stands. */
export function useLinkedIncidents(id: string): { label: string; value: ReactNode }[] {
  const links = useCall('links.list', { kind: 'incident', id }).data?.links;
  return useMemo(() => {
    const byRelation = new Map<string, string[]>();
    for (const { relation, fromId, toId } of links ?? []) {
      const label = relationWords(relation, fromId === id);
      byRelation.set(label, [...(byRelation.get(label) ?? []), fromId === id ? toId : fromId]);
    }
    return [...byRelation].map(([label, ids]) => ({
      label,
      value: ids.map((other, at) => (
        <span key={other}>
          {at === 0 ? '' : ', '}
          <IncidentLink id={other} />
        </span>
      )),
    }));
  }, [links, id]);
}

function relationWords(relation: string, isFrom: boolean): string {
  const key = `incident.link.${relation}${isFrom ? '' : '.back'}`;
  return isMessage(key) ? t(key) : relation;
}

function IncidentLink({ id }: { id: string }) {
  const incident = useCall('incidents.get', { id }).data;
  return (
    <button type="button" className="row-link" dir="auto" onClick={() => openIncident(id)}>
      {incident === undefined ? '…' : `${incident.code} ${incident.title}`}
    </button>
  );
}
