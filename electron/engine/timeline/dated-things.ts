/** Gathers what may have a date, light: names are asked for later, for what is shown. */
import { sql, type RawBuilder } from 'kysely';
import type { TimelineKind } from '#shared/model/timeline.ts';
import type { CaseContext } from '../context.ts';
import { claimsOfScope, incidentsOfScope, itemsOfScope, type Scope } from './scope.ts';

/** `position`: the step of the chain, 0 elsewhere. */
export type DatedThing = { kind: TimelineKind; id: string; position: number; date: string | null };

/** The source's own date: what a person typed, else what the page says of itself. The page's word is no proof. */
const published = sql<string | null>`coalesce(nullif(itemNote.publishedAt, ''),
  json_extract(item.facts, '$.publishedAt'), json_extract(item.facts, '$.page.publishedAt'))`;

const sources: Record<TimelineKind, (scope: Scope) => RawBuilder<Omit<DatedThing, 'kind'>>> = {
  incident: (scope) => sql`SELECT id, 0 AS position, "when" AS date FROM incident WHERE ${incidentsOfScope(scope)}`,
  event: (scope) => sql`SELECT id, 0 AS position, "when" AS date FROM claim WHERE ${claimsOfScope(scope)}`,
  statement: (scope) => sql`SELECT id, 0 AS position, saidAt AS date FROM claim WHERE ${claimsOfScope(scope)}`,
  'handed on': (scope) =>
    sql`SELECT claimId AS id, v.position, v.date FROM claim JOIN claimVia v ON v.claimId = claim.id WHERE ${claimsOfScope(scope)}`,
  published: (scope) =>
    sql`SELECT item.id, 0 AS position, ${published} AS date FROM item LEFT JOIN itemNote ON itemNote.itemId = item.id
      WHERE ${itemsOfScope(scope)}`,
  kept: (scope) => sql`SELECT id, 0 AS position, capturedAt AS date FROM item WHERE ${itemsOfScope(scope)}`,
};

/** In no order; removed things are not among them. */
export async function datedThings(ctx: CaseContext, scope: Scope, kinds: readonly TimelineKind[]): Promise<DatedThing[]> {
  const found: DatedThing[] = [];
  for (const kind of kinds) {
    const { rows } = await sources[kind](scope).execute(ctx.read);
    for (const row of rows) found.push({ kind, ...row });
  }
  return found;
}
