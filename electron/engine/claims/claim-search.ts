import { sql, type Kysely, type Transaction } from 'kysely';
import { claimSentence } from '#shared/claims/claim-sentence.ts';
import type { ClaimFields } from '#shared/model/claims.ts';
import type { Tables } from '../db/tables.ts';
import { putSearchRow } from '../search/search-row.ts';
import { claimsCiting, getClaim, livingClaims } from './read-claims.ts';

/** A claim is found by its sentence, its place, its note and the names of its parties, aliases included. */
export async function putClaimSearchRow(trx: Transaction<Tables>, id: string, fields: ClaimFields): Promise<void> {
  const parties = await citedParties(trx, fields);
  const names = new Map(parties.map((party) => [party.id, party.name]));
  const { place, cause, note } = fields;
  const body = [
    ...parties.flatMap((party) => [party.name, ...(JSON.parse(party.aliases) as { name: string }[]).map((alias) => alias.name)]),
    ...(place === null ? [] : [place.name, ...Object.values(place.names)]),
    cause ?? '',
    note,
  ];
  await putSearchRow(trx, { kind: 'claim', id, title: claimSentence(fields, names), body: body.filter((line) => line !== '').join('\n') });
}

/** After a party's names changed, in the same transaction. */
export async function refreshSearchRowsCiting(trx: Transaction<Tables>, partyId: string): Promise<void> {
  const rows = await livingClaims(trx)
    .select('claim.id')
    .where(sql<boolean>`claim.id IN ${claimsCiting(partyId)}`)
    .execute();
  for (const { id } of rows) await putClaimSearchRow(trx, id, await getClaim({ read: trx }, id));
}

function citedParties(db: Kysely<Tables>, { speakerId, via, parties }: ClaimFields) {
  const ids = [speakerId, ...via.map((hop) => hop.partyId), ...parties.map((party) => party.partyId)].filter((id) => id !== null);
  return db
    .selectFrom('party')
    .select(['id', 'name', 'aliases'])
    .where('id', 'in', [...new Set(ids)])
    .orderBy('id')
    .execute();
}
