/** What a claim is to other claims, worded for its page. */
import { z } from 'zod';
import { id } from './primitives.ts';
import { recordLink } from './record-links.ts';
import { modalities } from './vocabulary.ts';

/** A claim as others name it. */
export const namedClaim = z.object({
  id,
  sentence: z.string(),
  modality: z.enum(modalities),
  speakerId: id.nullable(),
  speaker: z.string().nullable(),
  saidAt: z.string().nullable(),
  incidentId: id.nullable(),
});
export type NamedClaim = z.infer<typeof namedClaim>;

/** A link seen from one of its ends; `direction` is `out` where that end is `fromId`, `both` where it holds both ways. */
export const claimRelation = recordLink.extend({ direction: z.enum(['out', 'in', 'both']), other: namedClaim });
export type ClaimRelation = z.infer<typeof claimRelation>;

/**
 * Claims tied by "repeats": those that a claim goes back to and all that repeat them, the claim itself among them.
 * `total` counts the whole family where more are tied than are listed.
 */
export const repeatFamily = z.object({
  claims: z.array(namedClaim),
  /** `fromId` repeats `toId`. */
  repeats: z.array(z.object({ fromId: id, toId: id })),
  total: z.number().int(),
});
export type RepeatFamily = z.infer<typeof repeatFamily>;
