/** What one row means for the case: which thing it is, and what that would say. Pure. */
import { canonicalJson } from '#shared/canonical-json.ts';
import { claimFields, type ExtraValues, type Place } from '#shared/model/claims.ts';
import { incidentFields } from '#shared/model/incidents.ts';
import { partyFields } from '#shared/model/parties.ts';
import type { Json } from '#shared/model/primitives.ts';
import type { ClaimRecord, IncidentRecord, PartyRecord, TableKind } from '#shared/model/tables.ts';
import { parseEdtf } from '#shared/edtf.ts';
import type { CaseIndex } from './case-index.ts';
import type { AnyRow } from './columns/column-sets.ts';
import type { PlaceDraft } from './columns/place-columns.ts';
import { issueRemark } from './issue-remark.ts';
import type { ReadRow } from './read-row.ts';
import type { AnyFields } from './record-fields.ts';
import { incidentId, mustBeHere, partyId, problem, type Resolver, type Told } from './resolve-refs.ts';

/** The fields of a thing after a row: those it gives, over those it had, or over nothing. Null when the row cannot be. */
export function fieldsAfter(of: TableKind, read: ReadRow, before: AnyRow | null, resolver: Resolver, told: Told): AnyFields | null {
  const refused = told.problems.length;
  const untouched = untouchedByCoarse(read, before, told);
  const given = { ...without(read.given, untouched), ...placeAfter(read, before, told) };
  const record = { ...before, ...keepEmpty(given, before) } as unknown as AnyRow;
  checkExtra((record as Partial<AnyRow>).extra ?? {}, before?.extra ?? {}, resolver.index, told);
  const fields = of === 'claims' ? claimOf(record as ClaimRecord, before as ClaimRecord | null, resolver, told) : of === 'incidents' ? incidentOf(record as IncidentRecord, before as IncidentRecord | null, resolver, told) : partyOf(record as PartyRecord); // prettier-ignore
  if (told.problems.length > refused || read.problems.length > 0) return null;
  const parsed = (of === 'claims' ? claimFields : of === 'incidents' ? incidentFields : partyFields).safeParse(fields);
  if (parsed.success) return parsed.data;
  for (const issue of parsed.error.issues.slice(0, 5)) told.problems.push(issueRemark(issue, fields, String(issue.path[0] ?? '')));
  return null;
}

function claimOf(record: ClaimRecord, before: ClaimRecord | null, resolver: Resolver, told: Told): unknown {
  const { id: _id, relations: _relations, evidence: _evidence, speaker, incident, via = [], parties = [], ...rest } = record;
  const named = new Set(before === null ? [] : [before.speaker?.id, ...before.via.map((hop) => hop.party?.id), ...before.parties.map(({ party }) => party.id)].filter((id) => id != null)); // prettier-ignore
  const find = (ref: ClaimRecord['speaker'], column: string) => (ref === null ? null : partyId(ref, column, resolver, told, named));
  const items = new Set(before?.via.map((hop) => hop.itemId));
  for (const { itemId } of via) if (itemId !== null && !items.has(itemId)) mustBeHere('item', itemId, 'via', resolver, told);
  return {
    ...rest,
    speakerId: find(speaker ?? null, 'speaker'),
    via: via.map(({ party, ...hop }) => ({ ...hop, partyId: find(party, 'via') })),
    parties: parties.map(({ party, role }) => ({ role, partyId: find(party, 'parties') })),
    incidentId: incident == null || incident === '' ? null : incidentId(incident, 'incident', resolver, told),
  };
}

function incidentOf(record: IncidentRecord, before: IncidentRecord | null, resolver: Resolver, told: Told): unknown {
  const { id: _id, relations: _relations, parties = [], ...rest } = record;
  const named = new Set(before?.parties.map(({ party }) => party.id ?? ''));
  return { ...rest, parties: parties.map(({ party, role }) => ({ role, partyId: partyId(party, 'parties', resolver, told, named) })) };
}

function partyOf({ id: _id, relations: _relations, ...rest }: PartyRecord): unknown {
  return rest;
}

/** Parts of a place over the place that is known: a set without scripts does not take the names in scripts away. */
function placeAfter({ given }: ReadRow, before: AnyRow | null, told: Told): { place?: Place | null } {
  if (!('place' in given)) return {};
  const parts = given['place'] as PlaceDraft | null;
  if (parts === null) return { place: null };
  const known = before !== null && 'place' in before ? before.place : null;
  const { otherNames, ...own } = parts;
  const names = { ...(own.names ?? known?.names), ...otherNames };
  const place = { ...known, ...own, names: Object.fromEntries(Object.entries(names).filter(([, name]) => name !== '')) };
  if ((place.name ?? '') === '') {
    const isEmpty = Object.keys(place.names).length === 0 && place.latitude == null && place.longitude == null && (place.precision ?? 'unknown') === 'unknown'; // prettier-ignore
    if (isEmpty || (known !== null && own.name === '' && parts.latitude == null)) return { place: null };
    problem(told, 'place-name', 'place', {});
    return {};
  }
  const parsed = claimFields.shape.place.safeParse(place);
  if (parsed.success) return { place: parsed.data };
  for (const issue of parsed.error.issues.slice(0, 3)) told.problems.push(issueRemark(issue, place, String(issue.path[0] ?? 'place')));
  return {};
}

/** Fields that coarse columns say nothing new of. A column that holds less than the case must not wash away the rest. */
function untouchedByCoarse({ coarse }: ReadRow, before: AnyRow | null, told: Told): ReadonlySet<string | null> {
  if (before === null) return new Set();
  const untouched = new Set<string | null>(coarse.map(({ column }) => column.field));
  for (const { column, text } of coarse) {
    if (String(column.put(before, {}) ?? '') === text.trim()) continue;
    untouched.delete(column.field);
    const held = before[column.field as keyof AnyRow] as unknown;
    if (Array.isArray(held) && held.length > 0) problem(told, 'coarse-column', column.name, {});
  }
  return untouched;
}

const without = (given: Record<string, unknown>, fields: ReadonlySet<string | null>) =>
  Object.fromEntries(Object.entries(given).filter(([field]) => !fields.has(field)));

/** A cell cannot tell nothing from an empty text: what held an empty text goes on holding it. */
function keepEmpty(given: Record<string, unknown>, before: AnyRow | null): Record<string, unknown> {
  const held = (before ?? {}) as Record<string, unknown>;
  return Object.fromEntries(Object.entries(given).map(([field, value]) => [field, value === null && held[field] === '' ? '' : value]));
}

/** Own fields must be defined and fit; a value that stands already may stay, whatever became of its field. */
export function checkExtra(extra: ExtraValues, before: ExtraValues, { fields }: CaseIndex, told: Told): void {
  for (const [name, value] of Object.entries(extra)) {
    if (before[name] === value) continue;
    const field = fields.get(name);
    const column = `field:${name}`;
    if (field === undefined) problem(told, 'unknown-field', column, { name });
    else if (!fits(value, field)) problem(told, 'field-value', column, { name, type: field.type, options: field.options.join(', ') });
  }
}

function fits(value: ExtraValues[string], { type, options }: { type: string; options: readonly string[] }): boolean {
  if (type === 'number') return typeof value === 'number';
  if (type === 'yes or no') return typeof value === 'boolean';
  if (typeof value !== 'string') return false;
  return type === 'date' ? parseEdtf(value) !== null : type === 'choice' ? options.includes(value) : true;
}

/** Names of the fields that differ. */
export function changesBetween(before: AnyFields, after: AnyFields): string[] {
  return Object.keys(after).filter((field) => {
    const [was, is] = [before, after].map((fields) => canonicalJson((fields as unknown as Record<string, Json>)[field] ?? null));
    return was !== is;
  });
}
