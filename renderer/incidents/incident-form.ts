/** What the incident dialog holds while it is written, and its way to the fields of an incident. Pure. */
import { incidentFields, type Incident, type IncidentFields } from '#shared/model/incidents.ts';
import type { Place } from '#shared/model/claims.ts';
import { chosen, isNowhere, newKey, type PartyForm } from '../claims/form-state.ts';
import { t } from '../messages/index.ts';

export type PlaceRow = { key: number; place: Place };
export type IncidentForm = {
  code: string;
  title: string;
  kind: string;
  when: string;
  place: Place;
  secondaryPlaces: PlaceRow[];
  parties: PartyForm[];
  note: string;
  extra: IncidentFields['extra'];
};

const nowhere: Place = { name: '', names: {}, latitude: null, longitude: null, precision: 'unknown' };
export const newPlaceRow = (place: Place = nowhere): PlaceRow => ({ key: newKey(), place });

export function formOfIncident({ code, title, kind, when, place, secondaryPlaces, parties, note, extra }: Incident): IncidentForm {
  return {
    code,
    title,
    kind,
    when: when ?? '',
    place: place ?? nowhere,
    secondaryPlaces: secondaryPlaces.map(newPlaceRow),
    parties: parties.map(({ partyId, role }) => ({ key: newKey(), party: chosen(partyId), role })),
    note,
    extra,
  };
}

/** Words such as "RAQ-0002 Mass graves" give code and title at once. */
export function newForm(words: string): IncidentForm {
  const [, code = '', title = ''] = /^(\p{Lu}[\p{L}\p{N}]*-[\p{L}\p{N}-]+)\s*(.*)$/u.exec(words) ?? ['', '', words];
  return { code, title, kind: '', when: '', place: nowhere, secondaryPlaces: [], parties: [], note: '', extra: {} };
}

export function fieldsOfIncident(form: IncidentForm) {
  return {
    ...form,
    when: form.when.trim() === '' ? null : form.when.trim(),
    place: isNowhere(form.place) ? null : form.place,
    secondaryPlaces: form.secondaryPlaces.map(({ place }) => place).filter((place) => !isNowhere(place)),
    parties: form.parties.map(({ party, role }) => ({ partyId: party.id ?? '', role })),
  };
}

/** What is wrong, in words, by the path of the field. */
export function incidentErrors(form: IncidentForm): Record<string, string> {
  const errors: Record<string, string> = {};
  for (const { path } of incidentFields.safeParse(fieldsOfIncident(form)).error?.issues ?? [])
    errors[path[0] === 'parties' ? `parties.${String(path[1])}` : path.join('.')] = wordsFor(path.map(String));
  return errors;
}

function wordsFor([field = '', ...rest]: string[]): string {
  switch (field) {
    case 'code':
      return t('incident.error.code');
    case 'title':
      return t('incident.error.title');
    case 'when':
      return t('claims.error.edtf');
    case 'parties':
      return t('claims.error.party');
    default:
      return rest.at(-1)?.endsWith('itude') === true ? t('claims.error.coordinate') : t('claims.error.place');
  }
}
