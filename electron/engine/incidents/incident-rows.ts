/** An incident as rows and back; pure. */
import type { Selectable } from 'kysely';
import type { IncidentFields } from '#shared/model/incidents.ts';
import { toPlace } from '../claims/claim-rows.ts';
import type { Tables } from '../db/tables.ts';

/** The columns of `incident` that a person fills in. */
export function incidentColumns({ parties: _parties, place, secondaryPlaces, extra, ...columns }: IncidentFields) {
  return {
    ...columns,
    place: place === null ? null : JSON.stringify(place),
    secondaryPlaces: JSON.stringify(secondaryPlaces),
    extra: JSON.stringify(extra),
  };
}

export function toIncidentFields(row: Selectable<Tables['incident']>, parties: IncidentFields['parties']): IncidentFields {
  const { code, title, kind, when, place, secondaryPlaces, note, extra } = row;
  return {
    code,
    title,
    kind,
    when,
    place: toPlace(place),
    secondaryPlaces: JSON.parse(secondaryPlaces) as IncidentFields['secondaryPlaces'],
    parties,
    note,
    extra: JSON.parse(extra) as IncidentFields['extra'],
  };
}

/** What an incident holds that older entries of the journal say nothing of. */
export const incidentDefaults = { secondaryPlaces: [], parties: [], extra: {} };
