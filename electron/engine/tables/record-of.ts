/** A thing of the case as a row of a table; pure. Names are there for people, ids for programs. */
import type { Claim } from '#shared/model/claims.ts';
import type { IncidentFields } from '#shared/model/incidents.ts';
import type { PartyFields } from '#shared/model/parties.ts';
import type { RecordLink } from '#shared/model/record-links.ts';
import type { ClaimRecord, IncidentRecord, PartyRecord, PartyRef } from '#shared/model/tables.ts';

/** What ids are called: parties by name, incidents by code. */
export type Called = { parties: ReadonlyMap<string, string>; codes: ReadonlyMap<string, string> };

export function claimRecordOf(claim: Claim, links: readonly RecordLink[], called: Called): ClaimRecord {
  const { id, act, modality, quantities, when, saidAt, place, cause, victims, note, extra } = claim;
  return {
    id,
    act,
    modality,
    quantities,
    speaker: refTo(claim.speakerId, called),
    via: claim.via.map(({ partyId, ...hop }) => ({ party: refTo(partyId, called), ...hop })),
    when,
    saidAt,
    place,
    cause,
    parties: partiesOf(claim.parties, called),
    victims,
    incident: claim.incidentId === null ? null : (called.codes.get(claim.incidentId) ?? claim.incidentId),
    note,
    extra,
    relations: relationsOf(links, (to) => to) as ClaimRecord['relations'],
    evidence: claim.evidence
      .map(({ passageId, stance, note: words }) => ({ passageId, stance, note: words }))
      .sort((a, b) => compare(a.passageId + a.stance, b.passageId + b.stance)),
  };
}

export function incidentRecordOf(id: string, fields: IncidentFields, links: readonly RecordLink[], called: Called): IncidentRecord {
  return {
    id,
    ...fields,
    parties: partiesOf(fields.parties, called),
    relations: relationsOf(links, (to) => called.codes.get(to) ?? to) as IncidentRecord['relations'],
  };
}

export function partyRecordOf(
  id: string,
  { name, kind, aliases, note, extra }: PartyFields,
  links: readonly RecordLink[],
  called: Called,
): PartyRecord {
  const relations = relationsOf(links, (to) => to).map((link) => ({ ...link, to: refTo(link.to, called) as PartyRef }));
  return { id, name, kind, aliases, note, extra, relations: relations as PartyRecord['relations'] };
}

function refTo(id: string | null, { parties }: Called): PartyRef | null {
  return id === null ? null : { id, name: parties.get(id) ?? '' };
}

const partiesOf = (parties: IncidentFields['parties'], called: Called) =>
  parties.map(({ partyId, role }) => ({ party: refTo(partyId, called) as PartyRef, role }));

/** In an order that does not depend on when they were made. */
function relationsOf(links: readonly RecordLink[], nameOf: (id: string) => string) {
  return links
    .toSorted((a, b) => compare(a.relation + a.toId, b.relation + b.toId))
    .map(({ relation, toId, when, note }) => ({ relation, to: nameOf(toId), when, note }));
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
