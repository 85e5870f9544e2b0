/** Scales of judgement and the grades given on them (FIELDS.md). */
import { z } from 'zod';
import { id, timestamp } from './primitives.ts';

/** Admiralty: source reliability and information credibility, judged independently. Airwars: civilian harm status. */
export const scales = {
  'admiralty reliability': ['A', 'B', 'C', 'D', 'E', 'F'],
  'admiralty credibility': ['1', '2', '3', '4', '5', '6'],
  airwars: ['confirmed', 'fair', 'weak', 'contested', 'discounted'],
  'huridocs reliability': ['highly reliable', 'likely reliable', 'unsure', 'likely unreliable', 'highly unreliable', 'unknown'],
  'huridocs violation status': ['confirmed', 'likely', 'possible', 'unlikely', 'unknown'],
} as const;
export type Scale = keyof typeof scales;
export const scaleNames = Object.keys(scales) as [Scale, ...Scale[]];

export const gradedKinds = ['claim', 'incident', 'party'] as const;
/** Which scales judge which kind of thing. */
export const scalesOf: Record<(typeof gradedKinds)[number], readonly Scale[]> = {
  claim: ['admiralty reliability', 'admiralty credibility', 'huridocs reliability'],
  incident: ['airwars', 'huridocs violation status'],
  party: ['admiralty reliability', 'huridocs reliability'],
};

export const newGrade = z
  .object({
    subjectKind: z.enum(gradedKinds),
    subjectId: id,
    scale: z.enum(scaleNames),
    value: z.string(),
    reason: z.string().trim().min(1, 'a grade needs its reason').max(10_000),
  })
  .refine(({ subjectKind, scale }) => scalesOf[subjectKind].includes(scale), { message: 'this scale does not judge such a thing' })
  .refine(({ scale, value }) => (scales[scale] as readonly string[]).includes(value), {
    message: 'the value is not on the scale',
    path: ['value'],
  });

/** `current`: the newest of its person on its scale. Two people's grades stand side by side. */
export const grade = z.object({
  id,
  subjectKind: z.enum(gradedKinds),
  subjectId: id,
  scale: z.enum(scaleNames),
  value: z.string(),
  reason: z.string(),
  createdAt: timestamp,
  createdBy: z.string(),
  current: z.boolean(),
});
export type Grade = z.infer<typeof grade>;
