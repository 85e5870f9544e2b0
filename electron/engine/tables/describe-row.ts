/** What a row is called in a list, and which of its words no vocabulary has; pure. */
import { claimSentence } from '#shared/claims/claim-sentence.ts';
import type { ClaimFields } from '#shared/model/claims.ts';
import type { TableKind } from '#shared/model/tables.ts';
import type { ReadRow } from './read-row.ts';
import type { AnyFields } from './record-fields.ts';
import type { Resolver } from './resolve-refs.ts';

const LONGEST = 300;

export function rowName(of: TableKind, { given }: ReadRow, fields: AnyFields | null, { index }: Pick<Resolver, 'index'>): string {
  const said = (field: string) => (typeof given[field] === 'string' ? given[field] : '');
  if (of === 'parties') return said('name').slice(0, LONGEST);
  if (of === 'incidents') return `${said('code')} ${said('title')}`.trim().slice(0, LONGEST);
  if (fields === null) return said('act').slice(0, LONGEST);
  const { parties } = fields as ClaimFields;
  return claimSentence(fields as ClaimFields, new Map(parties.map(({ partyId }) => [partyId, index.parties.get(partyId)?.name ?? '']))).slice(0, LONGEST); // prettier-ignore
}

export function ownWordsOf(fields: AnyFields, known: ReadonlySet<string>): string[] {
  const words = new Set<string>();
  if ('aliases' in fields) words.add(fields.kind);
  if ('parties' in fields) for (const { role } of fields.parties) words.add(role);
  if ('act' in fields) {
    words.add(fields.act);
    for (const { unit, breakdown } of fields.quantities) {
      words.add(unit);
      for (const { groups } of breakdown) for (const group of groups) words.add(group);
    }
  }
  return [...words].filter((word) => !known.has(word));
}
