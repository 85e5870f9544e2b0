/** Which records a filter by incident and party leaves. */
import { sql, type Kysely, type RawBuilder } from 'kysely';
import type { Tables } from '../db/tables.ts';

/** `parties`: JSON of the ids that are one party; null without that filter. */
export type Scope = { incidentId: string | null; parties: string | null };

const stands = (id: string) => sql<boolean>`NOT EXISTS (SELECT 1 FROM tombstone t WHERE t.subject = ${sql.ref(id)})`;

/** A party together with those it was found to be, either way. */
export async function scopeOf(
  db: Kysely<Tables>,
  filter: { incidentId?: string | undefined; partyId?: string | undefined },
): Promise<Scope> {
  const { incidentId = null, partyId } = filter;
  if (partyId === undefined) return { incidentId, parties: null };
  const { rows } = await sql<{ mergedId: string; intoId: string }>`SELECT mergedId, intoId FROM partyMerge
    WHERE ${stands('partyMerge.id')}`.execute(db);
  const into = rows.find((row) => row.mergedId === partyId)?.intoId ?? partyId;
  const ids = [into, ...rows.filter((row) => row.intoId === into).map((row) => row.mergedId)];
  return { incidentId, parties: JSON.stringify(ids) };
}

export function claimsOfScope({ incidentId, parties }: Scope): RawBuilder<boolean> {
  const ofIncident = incidentId === null ? sql`` : sql`AND claim.incidentId = ${incidentId}`;
  const ofParties =
    parties === null
      ? sql``
      : sql`AND claim.id IN (SELECT id FROM claim WHERE speakerId IN ${list(parties)}
          UNION SELECT claimId FROM claimVia WHERE partyId IN ${list(parties)}
          UNION SELECT claimId FROM claimParty WHERE partyId IN ${list(parties)})`;
  return sql<boolean>`(${stands('claim.id')} ${ofIncident} ${ofParties})`;
}

/** Those in which the party takes part, and those that its claims are about. */
export function incidentsOfScope(scope: Scope): RawBuilder<boolean> {
  const { incidentId, parties } = scope;
  const one = incidentId === null ? sql`` : sql`AND incident.id = ${incidentId}`;
  const ofParties =
    parties === null
      ? sql``
      : sql`AND incident.id IN (SELECT incidentId FROM incidentParty WHERE partyId IN ${list(parties)}
          UNION SELECT incidentId FROM claim WHERE ${claimsOfScope(scope)})`;
  return sql<boolean>`(${stands('incident.id')} ${one} ${ofParties})`;
}

/** Those that claims stand on, or that hand them on. */
export function itemsOfScope(scope: Scope): RawBuilder<boolean> {
  if (scope.incidentId === null && scope.parties === null) return sql<boolean>`${stands('item.id')}`;
  const claims = sql`(SELECT id FROM claim WHERE ${claimsOfScope(scope)})`;
  return sql<boolean>`(${stands('item.id')} AND item.id IN (
    SELECT itemId FROM claimVia WHERE claimId IN ${claims} AND itemId IS NOT NULL
    UNION SELECT p.itemId FROM evidence e JOIN passage p ON p.id = e.passageId WHERE e.claimId IN ${claims}
      AND NOT EXISTS (SELECT 1 FROM tombstone t WHERE t.subject IN (e.id, p.id))))`;
}

const list = (json: string) => sql`(SELECT value FROM json_each(${json}))`;
