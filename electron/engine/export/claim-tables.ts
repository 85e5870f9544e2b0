/** Claims, incidents, parties and evidence as CSV (RFC 4180) for spreadsheets. */
import { stringify } from 'csv-stringify/sync';
import { claimSentence } from '#shared/claims/claim-sentence.ts';
import { figureWords } from '#shared/claims/figure-words.ts';
import type { ExportedClaim, ExportedEvidence, ExportedIncident, ExportedItem, ExportedParty } from '#shared/model/case-file.ts';
import type { ExtraValues } from '#shared/model/claims.ts';
import type { Passage } from '#shared/model/passages.ts';
import type { Gathered } from './gather-case.ts';

type Row = Record<string, string | number | null>;

/**
 * With a byte order mark, because without it spreadsheets take Arabic and Cyrillic for Latin-1. A cell that a
 * spreadsheet would run as a formula (`=`, `+`, `-`, `@`, tab, CR first) is given a leading apostrophe.
 */
export function csv(rows: Row[], columns: readonly string[], hasHead = true): string {
  return stringify(rows, { header: hasHead, columns: [...columns], bom: hasHead, escape_formulas: true, record_delimiter: 'windows' });
}

type Names = Pick<Gathered, 'partyNames' | 'incidentCodes'>;

/** One row a quantity; a claim without one has a single row. */
export function claimsCsv(claims: ExportedClaim[], names: Names): string {
  const rows = claims.flatMap((claim) => {
    const shared = claimColumns(claim, names);
    const quantities = claim.quantities.length === 0 ? [null] : claim.quantities;
    return quantities.map((quantity, index) => ({
      ...shared,
      quantity: quantity === null ? null : index + 1,
      qualifier: quantity?.qualifier ?? null,
      value: quantity?.value ?? null,
      min: quantity?.min ?? null,
      max: quantity?.max ?? null,
      unit: quantity?.unit ?? null,
      role: quantity?.role ?? null,
      breakdown: quantity?.breakdown.map((part) => `${figureWords(part)} ${part.groups.join(' and ')}`).join('; ') ?? null,
    }));
  });
  return csv(rows, [
    'claimId',
    'sentence',
    'act',
    'modality',
    'quantity',
    'qualifier',
    'value',
    'min',
    'max',
    'unit',
    'role',
    'breakdown',
    'speaker',
    'via',
    'when',
    'saidAt',
    'place',
    'latitude',
    'longitude',
    'precision',
    'cause',
    'parties',
    'victims',
    'incident',
    'note',
    'passages',
    'journalEntries',
    ...ownFields(claims),
  ]);
}

const FIELD = 'field:';

/** Columns of the case's own fields, those that some thing has a value in. */
function ownFields(things: readonly { extra: ExtraValues }[]): string[] {
  return [...new Set(things.flatMap(({ extra }) => Object.keys(extra)))].sort().map((name) => FIELD + name);
}

const ownValues = (extra: ExtraValues): Row =>
  Object.fromEntries(Object.entries(extra).map(([name, value]) => [FIELD + name, typeof value === 'boolean' ? yesOrNo(value) : value]));
const yesOrNo = (value: boolean) => (value ? 'yes' : 'no');

/** Who was harmed, in the words of the source: name, gender and age as far as known. */
function victimWords({ name, gender, ageMin, ageMax, note }: ExportedClaim['victims'][number]): string {
  const age = ageMin === null && ageMax === null ? '' : ageMin === ageMax ? `${ageMin}` : `${ageMin ?? 0} to ${ageMax ?? '?'}`;
  return [name || 'unnamed', gender === 'unknown' ? '' : gender, age, note].filter((part) => part !== '').join(', ');
}

function claimColumns(claim: ExportedClaim, { partyNames, incidentCodes }: Names): Row {
  const name = (id: string | null) => (id === null ? null : (partyNames.get(id) ?? id));
  return {
    claimId: claim.id,
    sentence: claimSentence(claim, partyNames),
    act: claim.act,
    modality: claim.modality,
    speaker: name(claim.speakerId),
    via: claim.via
      .map((hop) => [name(hop.partyId), hop.medium, hop.date].filter((part) => part !== null && part !== '').join(', '))
      .join(' > '),
    when: claim.when,
    saidAt: claim.saidAt,
    place: claim.place?.name ?? null,
    latitude: claim.place?.latitude ?? null,
    longitude: claim.place?.longitude ?? null,
    precision: claim.place?.precision ?? null,
    cause: claim.cause,
    parties: claim.parties.map((one) => `${one.role}: ${name(one.partyId)}`).join('; '),
    victims: claim.victims.map(victimWords).join('; '),
    incident: claim.incidentId === null ? null : (incidentCodes.get(claim.incidentId) ?? claim.incidentId),
    note: claim.note,
    passages: claim.evidence.map((link) => link.passageId).join(' '),
    journalEntries: claim.journalEntries.join(' '),
    ...ownValues(claim.extra),
  };
}

export function incidentsCsv(incidents: ExportedIncident[]): string {
  const rows = incidents.map(({ id, code, title, kind, when, place, note, claims }) => ({
    incidentId: id,
    code,
    title,
    kind,
    when,
    place: place?.name ?? null,
    latitude: place?.latitude ?? null,
    longitude: place?.longitude ?? null,
    precision: place?.precision ?? null,
    claims,
    note,
  }));
  return csv(rows, ['incidentId', 'code', 'title', 'kind', 'when', 'place', 'latitude', 'longitude', 'precision', 'claims', 'note']);
}

export function partiesCsv(parties: ExportedParty[]): string {
  const rows = parties.map(({ id, name, kind, aliases, note, claims }) => ({
    partyId: id,
    name,
    kind,
    aliases: aliases.map((alias) => alias.name).join('; '),
    claims,
    note,
  }));
  return csv(rows, ['partyId', 'name', 'kind', 'aliases', 'claims', 'note']);
}

export function evidenceCsv(
  evidence: ExportedEvidence[],
  passages: ReadonlyMap<string, Passage>,
  items: ReadonlyMap<string, ExportedItem>,
): string {
  const rows = evidence.map((link) => {
    const passage = passages.get(link.passageId);
    const item = passage === undefined ? undefined : items.get(passage.itemId);
    const original = item?.files[0];
    return {
      evidenceId: link.id,
      claimId: link.claimId,
      stance: link.stance,
      passageId: link.passageId,
      quotation: passage?.quote ?? null,
      quotationStandsIn: passage?.textKind ?? null,
      page: passage?.page ?? null,
      from: passage?.from ?? null,
      to: passage?.to ?? null,
      itemId: item?.id ?? null,
      item: item?.title ?? null,
      file: original?.path ?? null,
      sha256: original?.sha256 ?? null,
      note: link.note,
    };
  });
  return csv(rows, [
    'evidenceId',
    'claimId',
    'stance',
    'passageId',
    'quotation',
    'quotationStandsIn',
    'page',
    'from',
    'to',
    'itemId',
    'item',
    'file',
    'sha256',
    'note',
  ]);
}
