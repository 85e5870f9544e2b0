/** The table of claims: lists, groups, saved views, many claims changed at once. */
import { z } from 'zod';
import { claimChanges } from '../model/claim-changes.ts';
import { claimFilter, claimGroup, claimGrouping, claimSort } from '../model/claim-filter.ts';
import { brokenView, claimView, keptView } from '../model/claim-views.ts';
import { claim, claimFields } from '../model/claims.ts';
import { id, pageOf, pageRequest, sortDirection } from '../model/primitives.ts';
import { engineCall, nothing, byId } from './call.ts';

/** A claim as lists show it: with the current grades of everybody, the newest first. */
export const listedClaim = claim.extend({ reliability: z.array(z.string()), credibility: z.array(z.string()) });
export type ListedClaim = z.infer<typeof listedClaim>;

/** Which claims: these, or all that fit a filter when it is run, but for some. */
const chosenClaims = z.union([
  z.object({ ids: z.array(id).min(1).max(10_000) }),
  z.object({ filter: claimFilter, except: z.array(id).max(10_000).default([]) }),
]);
export type ChosenClaims = z.input<typeof chosenClaims>;

export const claimsTableContract = {
  /** Newest first unless sorted. With `groupBy` in the order of `claims.groups`, and within a group as sorted. */
  'claims.list': engineCall(
    z.object({
      ...claimFilter.shape,
      sort: claimSort.optional(),
      direction: sortDirection.optional(),
      groupBy: claimGrouping.optional(),
      ...pageRequest,
    }),
    pageOf(listedClaim),
  ),
  /** How many claims a filter finds by what they have in common; the first thousand groups, and what is in `rest`. */
  'claims.groups': engineCall(
    z.object({ filter: claimFilter.default({}), by: claimGrouping }),
    z.object({ groups: z.array(claimGroup), rest: z.object({ groups: z.number().int(), claims: z.number().int() }) }),
  ),
  /** What a bulk edit would do: how many claims would change, and the first of them before and after. */
  'claims.bulkPreview': engineCall(
    z.object({ chosen: chosenClaims, set: claimChanges }),
    z.object({
      total: z.number().int(),
      changed: z.number().int(),
      first: z.array(z.object({ id, before: claimFields, after: claimFields, changed: z.array(z.string()) })),
    }),
  ),
  /** One act, all or nothing; each claim that changes has its own entry in the journal. */
  'claims.bulkEdit': engineCall(
    z.object({ chosen: chosenClaims, set: claimChanges, why: z.string().trim().min(1).max(2000).optional() }),
    z.object({ changed: z.number().int(), unchanged: z.number().int() }),
    'claims',
    'incidents',
    'parties',
    'journal',
  ),
  'claims.views': engineCall(nothing, z.object({ views: z.array(keptView), broken: z.array(brokenView) })),
  /** A new view, or with `id` another state or name of one that is kept. */
  'claims.saveView': engineCall(z.object({ id: id.optional(), view: claimView }), keptView, 'case', 'journal'),
  'claims.removeView': engineCall(byId, nothing, 'case', 'journal'),
} as const;
