/** What the claims about an incident say together: computed when asked for, never stored, never typed in (DESIGN section 7). */
import { z } from 'zod';
import { id, timestamp } from './primitives.ts';

/** One claim's figure for a measure, as said. `min` and `max` are the bounds that follow from the qualifier; null is unbounded. */
export const figure = z.object({
  claimId: id,
  /** Position of the quantity in its claim. */
  quantity: z.number().int(),
  speakerId: z.string().nullable(),
  speaker: z.string().nullable(),
  modality: z.string(),
  saidAt: z.string().nullable(),
  qualifier: z.string(),
  value: z.number().nullable(),
  min: z.number().nullable(),
  max: z.number().nullable(),
  /** Origins this figure goes back to, by their ids. */
  origins: z.array(z.string()),
  /** Claims of this incident that it says again. */
  repeats: z.array(id),
  /** Passages it stands on, and how many of its evidence links take each stance. */
  passages: z.number().int(),
  stances: z.record(z.string(), z.number().int()),
  /** Current Admiralty grades, one of each person: 'B', '3'. */
  reliability: z.array(z.string()),
  credibility: z.array(z.string()),
});
export type Figure = z.infer<typeof figure>;

/** All figures of one measure (act, unit and role) side by side; nothing is averaged. */
export const measure = z.object({
  act: z.string(),
  unit: z.string(),
  role: z.string(),
  /**
   * Least and most number any figure that is put forward states; null where no such figure bounds that side. A figure
   * denied, retracted or questioned is listed and bounds nothing.
   */
  least: z.number().nullable(),
  most: z.number().nullable(),
  /** Independent origins of the figures put forward. */
  origins: z.number().int(),
  figures: z.array(figure),
});
export type Measure = z.infer<typeof measure>;

/**
 * Claims that go back to one voice. Why they are one: the same speaker, claims that repeat, parties that belong to each
 * other (part of, member of, controlled by, merged), or a circle of sources that cite each other. `known` false: nobody
 * is named as speaker, so nothing shows that it is independent; it is listed and not counted.
 */
export const origin = z.object({
  id: z.string(),
  /** A, B, C ... in order of the first date said. */
  label: z.string(),
  known: z.boolean(),
  speakers: z.array(z.object({ partyId: id, name: z.string() })),
  /** Claims made by its own voice, and all that go back to it. */
  roots: z.array(id),
  claims: z.array(id),
  firstSaidAt: z.string().nullable(),
  why: z.array(z.enum(['same speaker', 'repeats', 'related parties', 'circle', 'unknown speaker'])),
});
export type Origin = z.infer<typeof origin>;

/** Sources that lean on each other: each edge is one who hands on what the other says, in a claim of this incident. */
export const circle = z.object({
  parties: z.array(z.object({ partyId: id, name: z.string() })),
  edges: z.array(z.object({ fromId: id, toId: id, claimIds: z.array(id) })),
  claims: z.array(id),
});
export type Circle = z.infer<typeof circle>;

export const contradictionRules = [
  /** Two figures put forward for one measure, whose bounds do not meet. */
  'figures apart',
  /** One asserts or admits what the other denies. */
  'denied',
  /** Different parties are held responsible. */
  'different responsible',
  /** The event is put at times that do not meet. */
  'different dates',
  /** A person linked the two as contradicting. */
  'linked',
] as const;

/** Two claims that cannot both hold, and why. The facts are worded in the interface and the report. */
export const contradiction = z.object({
  rule: z.enum(contradictionRules),
  /** In order of their ids. */
  claimA: id,
  claimB: id,
  facts: z.record(z.string(), z.union([z.string(), z.number(), z.null()])),
  /** How a person explained it; `stale` when a claim was changed since. */
  settlement: z.object({ id, reason: z.string(), by: z.string(), at: timestamp, stale: z.boolean() }).nullable(),
});
export type Contradiction = z.infer<typeof contradiction>;

/** A statement, in the order they were said, undated last. */
export const statement = z.object({
  claimId: id,
  sentence: z.string(),
  speakerId: z.string().nullable(),
  speaker: z.string().nullable(),
  act: z.string(),
  modality: z.string(),
  saidAt: z.string().nullable(),
  origins: z.array(z.string()),
});

/** One speaker who changed position on one act: denial to admission, assertion to retraction. */
export const turn = z.object({
  speakerId: id,
  speaker: z.string(),
  act: z.string(),
  fromClaimId: id,
  toClaimId: id,
  from: z.string(),
  to: z.string(),
});
export type Turn = z.infer<typeof turn>;

/** A grade on Airwars' scale that a stated rule gives; a person's grade stands beside it. Null when no rule applies. */
export const suggestedGrade = z.object({
  value: z.enum(['confirmed', 'fair', 'weak', 'contested', 'discounted']),
  rule: z.string(),
  facts: z.record(z.string(), z.union([z.string(), z.number()])),
  claims: z.array(id),
});
export type SuggestedGrade = z.infer<typeof suggestedGrade>;

export const incidentAnalysis = z.object({
  incidentId: id,
  claims: z.number().int(),
  /** Independent origins of known voice. */
  independentOrigins: z.number().int(),
  origins: z.array(origin),
  circles: z.array(circle),
  measures: z.array(measure),
  /** The first few hundred by weight; `contradictionsTotal` counts all. */
  contradictions: z.array(contradiction),
  contradictionsTotal: z.number().int(),
  statements: z.array(statement),
  turns: z.array(turn),
  suggested: suggestedGrade.nullable(),
  claimsWithoutPassage: z.array(id),
});
export type IncidentAnalysis = z.infer<typeof incidentAnalysis>;
