import { sql, type Kysely } from 'kysely';
import type { CallOutput, ParsedInput } from '#shared/contract.ts';
import type { CaseContext } from '../context.ts';
import type { Tables } from '../db/tables.ts';
import { completeClaims, livingClaims } from './read-claims.ts';

/** How many are offered: the one that said it first is among the oldest. */
const OFFERED = 5;
/** Without an incident only the newest claims are looked at, because figures have no index of their own. */
const LOOKED_AT = 300;

type Asked = ParsedInput<'claims.alike'>;

/**
 * Claims of the same act with a figure of the same unit and the same number, which a new claim may repeat; the oldest
 * first. Of the incident, or of the newest claims while none is chosen.
 */
export async function claimsAlike(ctx: CaseContext, input: Asked): Promise<CallOutput<'claims.alike'>> {
  if (input.figures.length === 0) return { claims: [] };
  const rows = await alike(ctx.read, input).selectAll('claim').orderBy('claim.createdAt').orderBy('claim.id').limit(OFFERED).execute();
  return { claims: await completeClaims(ctx.read, rows) };
}

export function alike(db: Kysely<Tables>, { act, incidentId, figures }: Asked) {
  const base = livingClaims(db).where('claim.act', '=', act);
  const near =
    incidentId === null
      ? base.where(sql<boolean>`claim.id IN (SELECT id FROM claim ORDER BY createdAt DESC, id DESC LIMIT ${sql.lit(LOOKED_AT)})`)
      : base.where('claim.incidentId', '=', incidentId);
  return near.where(
    sql<boolean>`EXISTS (SELECT 1 FROM claimQuantity q JOIN json_each(${JSON.stringify(figures)}) f
      ON q.unit = f.value ->> 'unit' AND q.value IS f.value ->> 'value' AND q.min IS f.value ->> 'min' AND q.max IS f.value ->> 'max'
      WHERE q.claimId = claim.id)`,
  );
}
