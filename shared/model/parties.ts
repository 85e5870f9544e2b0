import { z } from 'zod';
import { extraValues, term } from './claims.ts';
import { id, longWords, timestamp, words } from './primitives.ts';

/** Kinds that are offered; a case can add its own. */
export const builtInPartyKinds = ['person', 'body', 'armed-group', 'state', 'publisher', 'community', 'unknown'] as const;
export const partyFields = z.object({
  name: words,
  kind: term(builtInPartyKinds).default('unknown'),
  /** Other names, each with its language tag (BCP 47) where known. */
  aliases: z
    .array(z.object({ name: words, language: z.string().max(35).nullable().default(null) }))
    .max(100)
    .default([]),
  note: longWords.default(''),
  extra: extraValues.default({}),
});
export type PartyFields = z.infer<typeof partyFields>;
export const party = partyFields.extend({
  id,
  createdAt: timestamp,
  updatedAt: timestamp,
  /** The party this one was found to be; what named it goes on naming it. */
  mergedInto: id.nullable(),
  claims: z.number().int(),
});
export type Party = z.infer<typeof party>;
