import type { Kysely } from 'kysely';
import { claimSentence } from '#shared/claims/claim-sentence.ts';
import type { LinkedKind } from '#shared/model/record-links.ts';
import { getClaim } from '../claims/read-claims.ts';
import type { Tables } from '../db/tables.ts';

/** What things are called, by their ids: a claim by its sentence, an incident by its code, a party by its name. */
export async function nameRecords(db: Kysely<Tables>, kind: LinkedKind, ids: readonly string[]): Promise<Map<string, string>> {
  if (kind === 'claim') {
    const names = new Map<string, string>();
    for (const id of ids) names.set(id, `“${claimSentence(await getClaim({ read: db }, id))}”`);
    return names;
  }
  const rows =
    kind === 'party'
      ? await db.selectFrom('party').select(['id', 'name as called']).where('id', 'in', ids).execute()
      : await db.selectFrom('incident').select(['id', 'code as called']).where('id', 'in', ids).execute();
  return new Map(rows.map(({ id, called }) => [id, called]));
}
