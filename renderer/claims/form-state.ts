/** What the claim form holds while it is written, and its way from and to the fields of a claim. Pure. */
import { readAge } from '#shared/claims/read-age.ts';
import type { ClaimFields, EvidenceLink, ExtraValues, Place } from '#shared/model/claims.ts';
import type { FormDraft } from './form-draft.ts';
import {
  chosen,
  newKey,
  toHopForm,
  toQuantityForm,
  toVictimForm,
  type Choice,
  type HopForm,
  type PartyForm,
  type QuantityForm,
  type VictimForm,
} from './form-rows.ts';

export { chosen, newKey, type Choice, type PartyForm } from './form-rows.ts';

export type ClaimFormState = {
  act: string;
  modality: ClaimFields['modality'];
  quantities: QuantityForm[];
  speaker: Choice;
  via: HopForm[];
  when: string;
  saidAt: string;
  place: Place;
  cause: string;
  parties: PartyForm[];
  victims: VictimForm[];
  incident: Choice;
  note: string;
  /** Why a claim that exists is changed; the history shows it. */
  why: string;
  extra: ExtraValues;
  stance: EvidenceLink['stance'];
  evidenceNote: string;
  /** Claims that the new one repeats. */
  repeats: string[];
  /** Drafted fields that the person looked at and let stand. */
  looked: string[];
};

const nowhere: Place = { name: '', names: {}, latitude: null, longitude: null, precision: 'unknown' };

export const emptyForm = (): ClaimFormState => ({
  act: '',
  modality: 'asserts',
  quantities: [],
  speaker: chosen(null),
  via: [],
  when: '',
  saidAt: '',
  place: nowhere,
  cause: '',
  parties: [],
  victims: [],
  incident: chosen(null),
  note: '',
  why: '',
  extra: {},
  stance: 'states',
  evidenceNote: '',
  repeats: [],
  looked: [],
});

export function formOfClaim(fields: ClaimFields): ClaimFormState {
  return {
    ...emptyForm(),
    act: fields.act,
    modality: fields.modality,
    quantities: fields.quantities.map((one) => toQuantityForm(one)),
    speaker: chosen(fields.speakerId),
    via: fields.via.map(toHopForm),
    when: fields.when ?? '',
    saidAt: fields.saidAt ?? '',
    place: fields.place ?? nowhere,
    cause: fields.cause ?? '',
    parties: fields.parties.map((one) => ({ key: newKey(), party: chosen(one.partyId), role: one.role })),
    victims: fields.victims.map(toVictimForm),
    incident: chosen(fields.incidentId),
    note: fields.note,
    extra: fields.extra,
  };
}

export function formOfDraft({ fields }: FormDraft): ClaimFormState {
  return {
    ...emptyForm(),
    act: fields.act ?? '',
    modality: fields.modality ?? 'asserts',
    quantities: (fields.quantities ?? []).map((one, at) => toQuantityForm(one, -1 - at)),
    speaker: chosen(fields.speakerId ?? null),
    via: (fields.via ?? []).map(toHopForm),
    when: fields.when ?? '',
    saidAt: fields.saidAt ?? '',
    place: fields.place ?? nowhere,
  };
}

/** The fields as the contract takes them, not yet checked. */
export function fieldsOf(form: ClaimFormState) {
  return {
    act: form.act.trim(),
    modality: form.modality,
    quantities: form.quantities.map(({ key: _, breakdown, ...quantity }) => ({
      ...quantity,
      unit: quantity.unit.trim(),
      breakdown: breakdown.map(({ key: _key, ...part }) => part),
    })),
    speakerId: form.speaker.id,
    via: form.via.map(({ party, medium, item, date }) => ({ partyId: party.id, medium, itemId: item.id, date: orNull(date) })),
    when: orNull(form.when),
    saidAt: orNull(form.saidAt),
    place: isNowhere(form.place) ? null : form.place,
    cause: orNull(form.cause),
    parties: form.parties.map(({ party, role }) => ({ partyId: party.id ?? '', role: role.trim() })),
    victims: form.victims.map(({ key: _, age, ...victim }) => ({ ...victim, ...(readAge(age) ?? { ageMin: null, ageMax: null }) })),
    incidentId: form.incident.id,
    note: form.note,
    extra: form.extra,
  };
}

export function isNowhere({ name, names, latitude, longitude }: Place): boolean {
  return name.trim() === '' && latitude === null && longitude === null && Object.keys(names).length === 0;
}

function orNull(words: string): string | null {
  return words.trim() === '' ? null : words.trim();
}

/** What a person would miss of anything in the form, to be compared: a choice is its id, keys of rows are nothing. */
export function asSeen(value: unknown): string {
  return JSON.stringify(value ?? null, (name, part: unknown) =>
    name === 'key' || name === 'looked' ? undefined : isChosen(part) ? part.id : part,
  );
}

function isChosen(value: unknown): value is { id: string } {
  return typeof value === 'object' && value !== null && 'words' in value && 'id' in value && value.id !== null;
}

/** Whether anything a person would miss differs. */
export function isDirty(before: ClaimFormState, now: ClaimFormState): boolean {
  return asSeen(before) !== asSeen(now);
}
