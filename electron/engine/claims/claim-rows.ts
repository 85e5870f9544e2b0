/** A claim as rows and back; pure. Lists keep their order by `position`. */
import type { Selectable } from 'kysely';
import type { Claim, ClaimFields, EvidenceLink, Place, Quantity } from '#shared/model/claims.ts';
import { edtfBounds } from '../db/edtf-functions.ts';
import type { Tables } from '../db/tables.ts';

export type ClaimParts = {
  quantities: Tables['claimQuantity'][];
  breakdowns: Tables['claimBreakdown'][];
  via: Tables['claimVia'][];
  parties: Tables['claimParty'][];
};

/** The columns of `claim` that a person fills in, and what follows from them. */
export function claimColumns({ quantities: _quantities, via: _via, parties: _parties, place, victims, extra, ...columns }: ClaimFields) {
  const [said, when] = [edtfBounds(columns.saidAt), edtfBounds(columns.when)];
  return {
    ...columns,
    saidFrom: said.from,
    saidTo: said.to,
    whenFrom: when.from,
    whenTo: when.to,
    place: place === null ? null : JSON.stringify(place),
    victims: JSON.stringify(victims),
    extra: JSON.stringify(extra),
  };
}

/** What a claim holds that older entries of the journal say nothing of. */
export const claimDefaults = { victims: [], extra: {} };

export function claimParts(claimId: string, fields: Pick<ClaimFields, 'quantities' | 'via' | 'parties'>): ClaimParts {
  return {
    quantities: fields.quantities.map(({ qualifier, value, min, max, unit, role }, position) => ({
      claimId,
      position,
      qualifier,
      value,
      min,
      max,
      unit,
      role,
    })),
    breakdowns: fields.quantities.flatMap(({ breakdown }, quantity) =>
      breakdown.map(({ groups, qualifier, value, min, max }, position) => ({
        claimId,
        quantity,
        position,
        groups: JSON.stringify(groups),
        qualifier,
        value,
        min,
        max,
      })),
    ),
    via: fields.via.map((hop, position) => ({ claimId, position, ...hop })),
    parties: fields.parties.map((party, position) => ({ claimId, position, ...party })),
  };
}

/** Parts may come in any order of claims, but in order of position within each. */
export function toClaims(rows: Selectable<Tables['claim']>[], parts: ClaimParts, evidence: EvidenceLink[]): Claim[] {
  const quantities = Map.groupBy(parts.quantities, (part) => part.claimId);
  const breakdowns = Map.groupBy(parts.breakdowns, (part) => part.claimId);
  const via = Map.groupBy(parts.via, (part) => part.claimId);
  const parties = Map.groupBy(parts.parties, (part) => part.claimId);
  const links = Map.groupBy(evidence, (link) => link.claimId);
  // Field by field: thousands of claims are read for one page, and copying rows by spreading takes several times as long.
  return rows.map((row) => ({
    id: row.id,
    act: row.act,
    modality: row.modality as Claim['modality'],
    speakerId: row.speakerId,
    when: row.when,
    saidAt: row.saidAt,
    place: toPlace(row.place),
    cause: row.cause,
    victims: row.victims === '[]' ? [] : (JSON.parse(row.victims) as Claim['victims']),
    incidentId: row.incidentId,
    note: row.note,
    extra: row.extra === '{}' ? {} : (JSON.parse(row.extra) as Claim['extra']),
    createdAt: row.createdAt,
    createdBy: row.createdBy,
    updatedAt: row.updatedAt,
    quantities: (quantities.get(row.id) ?? []).map((part) =>
      toQuantity(
        part,
        (breakdowns.get(row.id) ?? []).filter(({ quantity }) => quantity === part.position),
      ),
    ),
    via: (via.get(row.id) ?? []).map(({ partyId, medium, itemId, date }) => ({ partyId, medium, itemId, date })),
    parties: (parties.get(row.id) ?? []).map(({ partyId, role }) => ({ partyId, role })),
    evidence: links.get(row.id) ?? [],
  }));
}

export function toPlace(text: string | null): Place | null {
  return text === null ? null : (JSON.parse(text) as Place);
}

function toQuantity({ qualifier, value, min, max, unit, role }: Tables['claimQuantity'], breakdown: Tables['claimBreakdown'][]): Quantity {
  return {
    qualifier: qualifier as Quantity['qualifier'],
    value,
    min,
    max,
    unit,
    role: role as Quantity['role'],
    breakdown: breakdown.map((part) => ({
      groups: JSON.parse(part.groups) as string[],
      qualifier: part.qualifier as Quantity['qualifier'],
      value: part.value,
      min: part.min,
      max: part.max,
    })),
  };
}
