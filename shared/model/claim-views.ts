import { z } from 'zod';
import { claimFilter, claimGrouping, claimSort } from './claim-filter.ts';
import { id, sortDirection, words } from './primitives.ts';

/** A way of looking at the claims, kept in the case. Strict: a view that asks for what is not known is no view. */
export const claimView = z.strictObject({
  name: words.max(80),
  filter: claimFilter.strict(),
  sort: z.strictObject({ by: claimSort, direction: sortDirection }),
  groupBy: claimGrouping.nullable(),
  columns: z.array(z.string().min(1).max(70)).min(1).max(60),
});
export type ClaimView = z.infer<typeof claimView>;
export const keptView = z.object({ id, view: claimView });
export type KeptView = z.infer<typeof keptView>;
/** What stands in the case as a view and is none: its name where it has one, and why. */
export const brokenView = z.object({ id: z.string(), name: z.string().nullable(), problem: z.string() });
