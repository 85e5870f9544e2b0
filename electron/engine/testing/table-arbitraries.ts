/** For tests: random parties, incidents and claims that use everything a row can hold. */
import fc from 'fast-check';
import { claimFields } from '#shared/model/claims.ts';
import { incidentFields } from '#shared/model/incidents.ts';
import { partyFields } from '#shared/model/parties.ts';
import {
  areaPrecision,
  claimActs,
  genders,
  groups,
  modalities,
  partyRoles,
  qualifiers,
  quantityRoles,
  units,
} from '#shared/model/vocabulary.ts';

/** Text that spreadsheets, delimiters, our own signs and scripts could trip over; trimmed, as the model keeps it. */
const pieces = ['=CMD|x', '+1+cmd', '-2', '@SUM(A1)', "'", "'=x", ',', ';', '|', '=', '\\', '\\n', '"', '\n', '\r\n', '\t', ' ', 'a', 'Amal', 'الرقة', '𐤀', '[x]', 'field:', '1,236', '\u00a0', 'é', '']; // prettier-ignore
const rough = fc.array(fc.constantFrom(...pieces), { maxLength: 6 }).map((parts) => parts.join(''));
const trimmed = rough.map((text) => text.trim());
const words = trimmed.map((text) => (text === '' ? 'x' : text));
const orNull = <T>(one: fc.Arbitrary<T>) => fc.option(one, { nil: null });
const edtf = fc.constantFrom(
  '2018',
  '2018-06',
  '2018-11~',
  '2017-03?',
  '2017-03/2017-10',
  '201X',
  '2018-06-14T10:30:00Z',
  '/2018',
  '2016-06/..',
);
const names = fc.dictionary(fc.constantFrom('ar', 'he', 'ku-Latn', 'uk'), words, { maxKeys: 3 });
const count = fc.oneof(fc.nat(5000), fc.double({ min: 0, max: 1e9, noNaN: true }).map((n) => n + 0)); // prettier-ignore

export const place = fc.record({
  name: words,
  names,
  latitude: orNull(fc.double({ min: -90, max: 90, noNaN: true }).map((n) => n + 0)),
  longitude: orNull(fc.integer({ min: -180, max: 180 })),
  precision: fc.constantFrom(...areaPrecision),
});

const range = fc.array(count, { minLength: 3, maxLength: 3 }).chain((three) => {
  const [min = 0, value = 0, max = 0] = three.toSorted((a, b) => a - b);
  return fc.record({ value: fc.constant(value), min: orNull(fc.constant(min)), max: orNull(fc.constant(max)) });
});
const breakdown = fc.tuple(fc.array(fc.constantFrom(...groups, 'old, own; words'), { minLength: 1, maxLength: 3 }), fc.constantFrom(...qualifiers), range).map(([of, qualifier, one]) => ({ groups: of, qualifier, ...one })); // prettier-ignore
const quantity = fc
  .tuple(fc.constantFrom(...qualifiers), range, fc.constantFrom(...units, 'olive trees'), fc.constantFrom(...quantityRoles), fc.array(breakdown, { maxLength: 2 }))
  .map(([qualifier, one, unit, role, parts]) => ({ qualifier, ...one, unit, role, breakdown: parts })); // prettier-ignore
const victim = fc.record({ name: trimmed, names, gender: fc.constantFrom(...genders), ageMin: orNull(fc.nat(100)), ageMax: orNull(fc.nat(130)), note: trimmed }); // prettier-ignore

/** Values of the fields `ownFields` defines. */
export const extra = fc.record({ ward: words, depth: fc.integer(), seen: fc.boolean(), 'odd [name]': words }, { requiredKeys: [] });
export const ownFields = [['ward', 'text'], ['depth', 'number'], ['seen', 'yes or no'], ['odd [name]', 'text']] as const; // prettier-ignore

const note = rough;
export const partyWith = fc.record({ name: words, kind: fc.constantFrom('person', 'body', 'unknown'), aliases: fc.array(fc.record({ name: words, language: orNull(fc.constantFrom('ar', 'en')) }), { maxLength: 3 }), note, extra }).map((fields) => partyFields.parse(fields)); // prettier-ignore

export const incidentWith = (code: string, parties: readonly string[]) =>
  fc.record({ title: words, kind: trimmed.map((text) => text.slice(0, 60).trim()), when: orNull(edtf), place: orNull(place), secondaryPlaces: fc.array(place, { maxLength: 2 }), parties: partiesOf(parties), note, extra }).map((fields) => incidentFields.parse({ ...fields, code })); // prettier-ignore

const partiesOf = (ids: readonly string[]) =>
  ids.length === 0 ? fc.constant([]) : fc.array(fc.record({ partyId: fc.constantFrom(...ids), role: fc.constantFrom(...partyRoles, 'own role') }), { maxLength: 3 }); // prettier-ignore

export const claimWith = (parties: readonly string[], incidents: readonly string[]) => {
  const party = parties.length === 0 ? fc.constant(null) : orNull(fc.constantFrom(...parties));
  const hop = fc.record({ partyId: party, medium: trimmed, itemId: fc.constant(null), date: orNull(edtf) });
  return fc
    .record({
      act: fc.constantFrom(...claimActs, 'starved'),
      modality: fc.constantFrom(...modalities),
      quantities: fc.array(quantity, { maxLength: 3 }),
      speakerId: party,
      via: fc.array(hop, { maxLength: 3 }),
      when: orNull(edtf),
      saidAt: orNull(edtf),
      place: orNull(place),
      cause: orNull(words),
      parties: partiesOf(parties),
      victims: fc.array(victim, { maxLength: 3 }),
      incidentId: incidents.length === 0 ? fc.constant(null) : orNull(fc.constantFrom(...incidents)),
      note,
      extra,
    }) // prettier-ignore
    .map((fields) => claimFields.parse(fields));
};
