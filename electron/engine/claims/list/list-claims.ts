import { sql, type SelectQueryBuilder } from 'kysely';
import type { ListedClaim } from '#shared/contract/claims-table.ts';
import type { CallOutput, ParsedInput } from '#shared/contract.ts';
import type { Claim } from '#shared/model/claims.ts';
import type { ClaimGrouping, ClaimSort } from '#shared/model/claim-filter.ts';
import type { CaseContext } from '../../context.ts';
import type { Tables } from '../../db/tables.ts';
import { claimsById } from '../read-claims.ts';
import { currentGrades } from './current-grades.ts';
import { narrowClaims } from './narrow-claims.ts';
import { groupTerms, orderOf } from './sort-claims.ts';

const MOST_GROUPS = 1000;

/** A page of claims, the newest first unless sorted. A fixed number of queries whatever the page holds. */
export async function listClaims(
  ctx: Pick<CaseContext, 'read'>,
  { limit, offset, sort = 'created', direction = 'descending', groupBy, ...filter }: ParsedInput<'claims.list'>,
): Promise<{ rows: Claim[]; total: number }> {
  const base = narrowClaims(ctx.read, filter);
  const { total } = await base.select((eb) => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow();
  // Ids alone are sorted: whole rows would fill the sorter of a long list.
  const ids = await ordered(base.select('claim.id'), sort, direction, groupBy).limit(limit).offset(offset).execute();
  return {
    rows: await claimsById(
      ctx.read,
      ids.map(({ id }) => id),
    ),
    total,
  };
}

type Ids = SelectQueryBuilder<Tables, 'claim', { id: string }>;

/** Puts a query of claims in order; ties come the same way every time. */
export function ordered(query: Ids, sort: ClaimSort, direction: 'ascending' | 'descending', groupBy?: ClaimGrouping): Ids {
  const groups = groupBy === undefined ? [] : groupTerms[groupBy].map((term) => sql`${term} NULLS LAST`);
  return [...groups, ...orderOf(sort, direction)].reduce<Ids>((sorted, term) => sorted.orderBy(term), query);
}

/** The same for the window, with the grades that stand. */
export async function listWithGrades(ctx: CaseContext, input: ParsedInput<'claims.list'>): Promise<CallOutput<'claims.list'>> {
  const { rows, total } = await listClaims(ctx, input);
  const grades = await currentGrades(
    ctx.read,
    rows.map(({ id }) => id),
  );
  const listed = (claim: Claim): ListedClaim => ({
    ...claim,
    reliability: grades(claim.id, 'admiralty reliability'),
    credibility: grades(claim.id, 'admiralty credibility'),
  });
  return { rows: rows.map(listed), total };
}

/** Claims counted by what they have in common, in the order a grouped list has. */
export async function listClaimGroups(
  ctx: CaseContext,
  { filter, by }: ParsedInput<'claims.groups'>,
): Promise<CallOutput<'claims.groups'>> {
  const [label, key] = groupTerms[by];
  const base = narrowClaims(ctx.read, filter).select([
    sql<string | null>`${key}`.as('key'),
    sql<string | null>`${label}`.as('label'),
    (eb) => eb.fn.countAll<number>().as('count'),
  ]);
  const found = await base
    .groupBy([sql`${label}`, sql`${key}`])
    .orderBy(sql`${label} NULLS LAST`)
    .orderBy(sql`${key} NULLS LAST`)
    .execute();
  const more = found.slice(MOST_GROUPS);
  return {
    groups: found.slice(0, MOST_GROUPS),
    rest: { groups: more.length, claims: more.reduce((sum, { count }) => sum + count, 0) },
  };
}
