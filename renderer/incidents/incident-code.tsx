import { useCall } from '../shell/engine.ts';
import { openIncident } from '../shell/session.ts';

/** An incident by its code; its title on hover. */
export function IncidentCode({ id }: { id: string }) {
  const incident = useCall('incidents.get', { id }).data;
  return (
    <button type="button" className="row-link mono truncate" title={incident?.title} tabIndex={-1} onClick={() => openIncident(id)}>
      {incident?.code ?? '…'}
    </button>
  );
}
