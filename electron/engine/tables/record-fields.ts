/** What a row of the case says, in the fields of its thing; pure. */
import { createHash } from 'node:crypto';
import { canonicalJson } from '#shared/canonical-json.ts';
import type { ClaimFields } from '#shared/model/claims.ts';
import type { IncidentFields } from '#shared/model/incidents.ts';
import type { PartyFields } from '#shared/model/parties.ts';
import type { ClaimRecord, IncidentRecord, PartyRecord, TableKind } from '#shared/model/tables.ts';
import type { AnyRow } from './columns/column-sets.ts';

export type AnyFields = ClaimFields | IncidentFields | PartyFields;

/** `row` comes from the case, so that every reference has its id; `codes` are the incidents' by code. */
export function fieldsOf(of: TableKind, row: AnyRow, { codes }: { codes: ReadonlyMap<string, string> }): AnyFields {
  if (of === 'parties') {
    const { id: _id, relations: _relations, ...fields } = row as PartyRecord;
    return fields;
  }
  if (of === 'incidents') {
    const { id: _id, relations: _relations, parties, ...fields } = row as IncidentRecord;
    return { ...fields, parties: parties.map(({ party, role }) => ({ partyId: party.id ?? '', role })) };
  }
  const { id: _id, relations: _relations, evidence: _evidence, speaker, incident, via, parties, ...fields } = row as ClaimRecord;
  return {
    ...fields,
    speakerId: speaker?.id ?? null,
    via: via.map(({ party, ...hop }) => ({ ...hop, partyId: party?.id ?? null })),
    parties: parties.map(({ party, role }) => ({ partyId: party.id ?? '', role })),
    incidentId: incident === null ? null : (codes.get(incident) ?? incident),
  };
}

/** What a claim says, apart from its id and what it leans on, as one short word: the same for the same content. */
export const contentKey = (fields: ClaimFields): string => createHash('sha256').update(canonicalJson(fields)).digest('base64');
