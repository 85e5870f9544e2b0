import { sql, type Kysely, type RawBuilder } from 'kysely';
import type { VocabularyName } from '#shared/model/vocabularies.ts';
import type { Tables } from '../db/tables.ts';

const living = (id: string) => sql`NOT EXISTS (SELECT 1 FROM tombstone t WHERE t.subject = ${sql.ref(id)})`;

/** Each word in use with how many things use it, one count a thing and word. */
const queries: Record<VocabularyName, RawBuilder<{ term: string; used: number }>> = {
  act: sql`SELECT act AS term, count(*) AS used FROM claim WHERE ${living('claim.id')} GROUP BY act`,
  unit: sql`SELECT unit AS term, count(DISTINCT claimId) AS used FROM claimQuantity WHERE ${living('claimId')} GROUP BY unit`,
  group: sql`SELECT part.value AS term, count(DISTINCT claimId) AS used FROM claimBreakdown, json_each(claimBreakdown.groups) part
    WHERE ${living('claimId')} GROUP BY part.value`,
  'party role': sql`SELECT role AS term, count(DISTINCT id) AS used FROM (SELECT role, claimId AS id FROM claimParty
    UNION ALL SELECT role, incidentId FROM incidentParty) WHERE ${living('id')} GROUP BY role`,
  'party kind': sql`SELECT kind AS term, count(*) AS used FROM party WHERE ${living('party.id')} GROUP BY kind`,
  'incident kind': sql`SELECT kind AS term, count(*) AS used FROM incident WHERE kind <> '' AND ${living('incident.id')} GROUP BY kind`,
};

export async function usesOf(db: Kysely<Tables>, vocabulary: VocabularyName): Promise<Map<string, number>> {
  const { rows } = await queries[vocabulary].execute(db);
  return new Map(rows.map(({ term, used }) => [term, used]));
}
