/** What the claim form holds while it is written, and its way from and to the fields of a claim. Pure. */
import type { ClaimDraft } from '#shared/claims/draft-from-words.ts';
import type { ClaimFields, EvidenceLink, Place, Quantity } from '#shared/model/claims.ts';

/** Something chosen by id, or `words` that are typed but not yet anything of the case. Beside an id they are its name. */
export type Choice = { id: string | null; words: string };
export type BreakdownForm = Omit<Quantity['breakdown'][number], never> & { key: number };
export type QuantityForm = Omit<Quantity, 'breakdown'> & { key: number; breakdown: BreakdownForm[] };
export type HopForm = { key: number; party: Choice; medium: string; item: Choice; date: string };
export type PartyForm = { key: number; party: Choice; role: ClaimFields['parties'][number]['role'] };

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
  incident: Choice;
  note: string;
  stance: EvidenceLink['stance'];
  evidenceNote: string;
};

export const chosen = (id: string | null): Choice => ({ id, words: '' });
const nowhere: Place = { name: '', names: {}, latitude: null, longitude: null, precision: 'unknown' };
let keys = 0;
/** Rows keep their key while they are moved and removed. */
export const newKey = (): number => ++keys;

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
  incident: chosen(null),
  note: '',
  stance: 'states',
  evidenceNote: '',
});

export const newQuantity = (): QuantityForm => ({
  key: newKey(),
  qualifier: 'exactly',
  value: null,
  min: null,
  max: null,
  unit: '',
  role: 'count',
  breakdown: [],
});
export const newBreakdown = (): BreakdownForm => ({ key: newKey(), groups: [], qualifier: 'most', value: null, min: null, max: null });
/** A new hop is drafted in the item that is being read. */
export const newHop = (itemId: string | null): HopForm => ({
  key: newKey(),
  party: chosen(null),
  medium: '',
  item: chosen(itemId),
  date: '',
});
export const newPartyRow = (): PartyForm => ({ key: newKey(), party: chosen(null), role: 'alleged responsible' });

export function formOfClaim(fields: ClaimFields): ClaimFormState {
  return {
    ...emptyForm(),
    act: fields.act,
    modality: fields.modality,
    quantities: fields.quantities.map(toQuantityForm),
    speaker: chosen(fields.speakerId),
    via: fields.via.map((hop) => ({
      key: newKey(),
      party: chosen(hop.partyId),
      medium: hop.medium,
      item: chosen(hop.itemId),
      date: hop.date ?? '',
    })),
    when: fields.when ?? '',
    saidAt: fields.saidAt ?? '',
    place: fields.place ?? nowhere,
    cause: fields.cause ?? '',
    parties: fields.parties.map((one) => ({ key: newKey(), party: chosen(one.partyId), role: one.role })),
    incident: chosen(fields.incidentId),
    note: fields.note,
  };
}

export function formOfDraft({ fields }: ClaimDraft): ClaimFormState {
  return {
    ...emptyForm(),
    act: fields.act ?? '',
    modality: fields.modality ?? 'asserts',
    quantities: (fields.quantities ?? []).map(toQuantityForm),
    when: fields.when ?? '',
    saidAt: fields.saidAt ?? '',
  };
}

function toQuantityForm(quantity: Quantity): QuantityForm {
  return { ...quantity, key: newKey(), breakdown: quantity.breakdown.map((part) => ({ ...part, key: newKey() })) };
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
    place: form.place.name.trim() === '' && form.place.latitude === null && form.place.longitude === null ? null : form.place,
    cause: orNull(form.cause),
    parties: form.parties.map(({ party, role }) => ({ partyId: party.id ?? '', role })),
    incidentId: form.incident.id,
    note: form.note,
  };
}

function orNull(words: string): string | null {
  return words.trim() === '' ? null : words.trim();
}

function isChosen(value: unknown): value is { id: string } {
  return typeof value === 'object' && value !== null && 'words' in value && 'id' in value && value.id !== null;
}

/** Whether anything a person would miss differs. */
export function isDirty(before: ClaimFormState, now: ClaimFormState): boolean {
  const seen = (form: ClaimFormState) =>
    JSON.stringify(form, (name, value: unknown) => (name === 'key' ? undefined : isChosen(value) ? value.id : value));
  return seen(before) !== seen(now);
}
