import { z } from 'zod';
import { edtf } from './edtf.ts';
import { id, longWords, timestamp, words } from './primitives.ts';
import {
  areaPrecision,
  claimActs,
  genders,
  groups,
  modalities,
  partyRoles,
  qualifiers,
  quantityRoles,
  stances,
  units,
} from './vocabulary.ts';

/** A term of a vocabulary, or the case's own word in the same place: lower case, short. */
export const term = (known: readonly [string, ...string[]]) =>
  z.union([
    z.enum(known),
    z
      .string()
      .trim()
      .min(1)
      .max(60)
      .regex(/^[^\p{Lu}]+$/u, 'a term is written in lower case'),
  ]);

const count = z.number().min(0).max(1e12);
const range = { value: count.nullable().default(null), min: count.nullable().default(null), max: count.nullable().default(null) };
type Range = { value: number | null; min: number | null; max: number | null };
const ordered = ({ value, min, max }: Range) => {
  const rising = [min, value, max].filter((n) => n !== null);
  return rising.every((n, at) => at === 0 || (rising[at - 1] ?? n) <= n);
};
const orderedError = { message: 'the least cannot be more than the most, and a number stands between them' };

/** How many of a quantity belong to a group; `most` and `some` need no number. */
export const breakdownPart = z
  .object({ groups: z.array(term(groups)).min(1), qualifier: z.enum(qualifiers).default('exactly'), ...range })
  .refine(ordered, orderedError);

export const quantity = z
  .object({
    qualifier: z.enum(qualifiers).default('exactly'),
    ...range,
    unit: term(units),
    role: z.enum(quantityRoles).default('count'),
    breakdown: z.array(breakdownPart).default([]),
  })
  .refine(ordered, orderedError)
  .refine((q) => q.value !== null || q.min !== null || q.max !== null || vague.has(q.qualifier), {
    message: 'a quantity needs a number, a range or a vague qualifier such as dozens',
  });
export type Quantity = z.infer<typeof quantity>;
const vague = new Set<string>(['dozens', 'hundreds', 'thousands', 'several', 'many', 'most', 'some', 'unknown']);

export const place = z.object({
  name: words,
  /** The same place in other scripts, by language tag (BCP 47). */
  names: z.record(z.string(), z.string()).default({}),
  latitude: z.number().min(-90).max(90).nullable().default(null),
  longitude: z.number().min(-180).max(180).nullable().default(null),
  precision: z.enum(areaPrecision).default('unknown'),
});
export type Place = z.infer<typeof place>;

/** One hop of an attribution chain: via whom, in what medium, where kept, when. Nearest to the speaker first. */
export const viaHop = z.object({
  partyId: id.nullable().default(null),
  medium: z.string().trim().max(200).default(''),
  itemId: id.nullable().default(null),
  date: edtf.nullable().default(null),
});

export const claimParty = z.object({ partyId: id, role: term(partyRoles) });

/** Somebody harmed, as the source names or describes them. */
export const victim = z.object({
  name: z.string().trim().max(300).default(''),
  /** The same name in other scripts, by language tag (BCP 47). */
  names: z.record(z.string(), z.string()).default({}),
  gender: z.enum(genders).default('unknown'),
  /** Years at the time, as a band or exact (both the same). */
  ageMin: z.number().int().min(0).max(130).nullable().default(null),
  ageMax: z.number().int().min(0).max(130).nullable().default(null),
  note: z.string().trim().max(2000).default(''),
});
export type Victim = z.infer<typeof victim>;

/** Values of the case's own fields by the field's name; checked against their definitions by the engine. */
export const extraValues = z.record(z.string().min(1).max(60), z.union([z.string().max(10_000), z.number(), z.boolean()]));
export type ExtraValues = z.infer<typeof extraValues>;

/** What a person fills in (DESIGN section 7). */
export const claimFields = z.object({
  act: term(claimActs),
  modality: z.enum(modalities).default('asserts'),
  quantities: z.array(quantity).max(50).default([]),
  speakerId: id.nullable().default(null),
  via: z.array(viaHop).max(20).default([]),
  /** When the event happened, and when it was said. */
  when: edtf.nullable().default(null),
  saidAt: edtf.nullable().default(null),
  place: place.nullable().default(null),
  cause: z.string().trim().max(500).nullable().default(null),
  parties: z.array(claimParty).max(100).default([]),
  victims: z.array(victim).max(2000).default([]),
  incidentId: id.nullable().default(null),
  note: longWords.default(''),
  extra: extraValues.default({}),
});
export type ClaimFields = z.infer<typeof claimFields>;

export const evidenceLink = z.object({
  id,
  claimId: id,
  passageId: id,
  stance: z.enum(stances),
  note: z.string(),
  createdAt: timestamp,
});
export type EvidenceLink = z.infer<typeof evidenceLink>;

export const claim = claimFields.extend({
  id,
  createdAt: timestamp,
  createdBy: z.string(),
  updatedAt: timestamp,
  evidence: z.array(evidenceLink),
});
export type Claim = z.infer<typeof claim>;
