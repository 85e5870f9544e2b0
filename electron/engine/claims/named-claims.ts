import { sql, type Kysely } from 'kysely';
import { claimSentence } from '#shared/claims/claim-sentence.ts';
import type { NamedClaim } from '#shared/model/claim-relations.ts';
import type { Claim } from '#shared/model/claims.ts';
import type { Tables } from '../db/tables.ts';
import { completeClaims } from './read-claims.ts';

/** Claims by their sentence, speaker and date, by id; removed ones too, for whoever tells what was. A fixed number of queries. */
export async function namedClaims(db: Kysely<Tables>, ids: readonly string[]): Promise<Map<string, NamedClaim>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom('claim')
    .selectAll()
    .where(sql<boolean>`id IN (SELECT value FROM json_each(${JSON.stringify([...new Set(ids)])}))`)
    .execute();
  const claims = await completeClaims(db, rows);
  const names = await partyNames(db, claims.flatMap(partiesNamed));
  return new Map(claims.map((claim) => [claim.id, nameOf(claim, names)]));
}

function nameOf(claim: Claim, names: ReadonlyMap<string, string>): NamedClaim {
  const { id, modality, speakerId, saidAt, incidentId } = claim;
  const speaker = speakerId === null ? null : (names.get(speakerId) ?? null);
  return { id, sentence: claimSentence(claim, names), modality, speakerId, speaker, saidAt, incidentId };
}

const partiesNamed = ({ speakerId, parties }: Claim): string[] => [
  ...(speakerId === null ? [] : [speakerId]),
  ...parties.map((party) => party.partyId),
];

/** Names of parties by id; removed ones too. */
export async function partyNames(db: Kysely<Tables>, ids: readonly string[]): Promise<Map<string, string>> {
  const rows = await db
    .selectFrom('party')
    .select(['id', 'name'])
    .where(sql<boolean>`id IN (SELECT value FROM json_each(${JSON.stringify([...new Set(ids)])}))`)
    .execute();
  return new Map(rows.map(({ id, name }) => [id, name]));
}
