import { z } from 'zod';
import { edtf } from './edtf.ts';
import { id, longWords, timestamp, words } from './primitives.ts';
import { areaPrecision, claimActs, groups, modalities, partyRoles, qualifiers, quantityRoles, stances, units } from './vocabulary.ts';

/** A term of a vocabulary, or the case's own word in the same place: lower case, short. */
const term = (known: readonly [string, ...string[]]) =>
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

export const claimParty = z.object({ partyId: id, role: z.enum(partyRoles) });

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
  incidentId: id.nullable().default(null),
  note: longWords.default(''),
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

export const incidentFields = z.object({
  code: z.string().trim().min(1).max(40),
  title: words,
  kind: z.string().trim().max(60).default(''),
  when: edtf.nullable().default(null),
  place: place.nullable().default(null),
  note: longWords.default(''),
});
export type IncidentFields = z.infer<typeof incidentFields>;
export const incident = incidentFields.extend({ id, createdAt: timestamp, updatedAt: timestamp, claims: z.number().int() });
export type Incident = z.infer<typeof incident>;

export const partyKinds = ['person', 'body', 'armed-group', 'state', 'publisher', 'community', 'unknown'] as const;
export const partyFields = z.object({
  name: words,
  kind: z.enum(partyKinds).default('unknown'),
  /** Other names, each with its language tag (BCP 47) where known. */
  aliases: z
    .array(z.object({ name: words, language: z.string().max(35).nullable().default(null) }))
    .max(100)
    .default([]),
  note: longWords.default(''),
});
export type PartyFields = z.infer<typeof partyFields>;
export const party = partyFields.extend({ id, createdAt: timestamp, updatedAt: timestamp, claims: z.number().int() });
export type Party = z.infer<typeof party>;
