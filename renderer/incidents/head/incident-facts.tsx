import type { ReactNode } from 'react';
import { edtfWords } from '#shared/claims/edtf-words.ts';
import type { Incident } from '#shared/model/incidents.ts';
import { t } from '../../messages/index.ts';
import { PartyName, usePartyNames } from '../../parties/party-names.tsx';
import { openParty } from '../../shell/session.ts';
import { useOwnFacts } from '../../vocabulary/use-own-facts.ts';
import { useLinkedIncidents } from './linked-incidents.tsx';

/** What is written of the incident itself, each fact with its name, on as few lines as it needs. */
export function IncidentFacts({ incident }: { incident: Incident }) {
  const { kind, when, place, parties } = incident;
  const names = usePartyNames();
  const linked = useLinkedIncidents(incident.id);
  const own = useOwnFacts('incident', incident.extra);
  const byRole = new Map<string, string[]>();
  for (const { role, partyId } of parties) byRole.set(role, [...(byRole.get(role) ?? []), partyId]);
  const facts: { label: string; value: ReactNode }[] = [
    ...(kind === '' ? [] : [{ label: t('incident.fact.kind'), value: <span dir="auto">{kind}</span> }]),
    ...(when === null ? [] : [{ label: t('incident.fact.when'), value: <span title={when}>{edtfWords(when)}</span> }]),
    ...(place === null ? [] : [{ label: t('incident.fact.where'), value: <PlaceFact place={place} /> }]),
    ...[...byRole].map(([label, ids]) => ({ label, value: <Parties ids={ids} names={names} /> })),
    ...linked,
    ...own.map(({ label, value }) => ({ label, value: <bdi>{value}</bdi> })),
  ];
  if (facts.length === 0) return null;
  return (
    <dl className="incident-facts">
      {facts.map(({ label, value }, at) => (
        <div key={`${label} ${at}`}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function PlaceFact({ place }: { place: NonNullable<Incident['place']> }) {
  const others = Object.entries(place.names);
  return (
    <>
      <bdi>{place.name}</bdi>
      {others.map(([language, name]) => (
        <span key={language}>
          {' '}
          <bdi lang={language}>{name}</bdi>
        </span>
      ))}
      <span className="muted"> ({place.precision === 'unknown' ? t('incident.fact.precision.unknown') : place.precision})</span>
    </>
  );
}

function Parties({ ids, names }: { ids: readonly string[]; names: ReadonlyMap<string, string> }) {
  return ids.map((id, at) => (
    <span key={id}>
      {at === 0 ? '' : ', '}
      <button type="button" className="row-link" onClick={() => openParty(id)}>
        <PartyName id={id} names={names} />
      </button>
    </span>
  ));
}
