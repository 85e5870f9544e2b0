/** A claim read from marked words by rules: a draft to correct, with the words and the rule behind every field. */
import { z } from 'zod';
import { place, quantity, viaHop, type Place } from './claims.ts';
import { edtf } from './edtf.ts';
import { id } from './primitives.ts';
import { modalities } from './vocabulary.ts';

export const calendarUnits = ['day', 'week', 'month', 'year'] as const;
export const partsOfTime = ['early', 'mid', 'late'] as const;
const itemDate = z.string();
const counted = { unit: z.enum(calendarUnits), count: z.number() };
const part = z.enum(partsOfTime).nullable();

/** Why words were read as they were, where they do not say it outright. `itemDate` is the EDTF the rule counted from. */
export const readingRule = z.discriminatedUnion('rule', [
  z.object({ rule: z.literal('month-before'), itemDate, month: z.number(), strictly: z.boolean(), part }),
  z.object({ rule: z.literal('day-before'), itemDate, month: z.number(), day: z.number() }),
  z.object({ rule: z.literal('weekday-before'), itemDate, weekday: z.number(), strictly: z.boolean() }),
  z.object({ rule: z.literal('season-before'), itemDate, season: z.number(), strictly: z.boolean() }),
  /** The day, week, month or year of the item’s date, or the one before it. */
  z.object({ rule: z.literal('same'), itemDate, unit: z.enum(calendarUnits), part }),
  z.object({ rule: z.literal('one-before'), itemDate, unit: z.enum(calendarUnits), part }),
  z.object({ rule: z.literal('ago'), itemDate, ...counted }),
  z.object({ rule: z.literal('up-to-item'), itemDate, ...counted }),
  z.object({ rule: z.literal('part-of'), part: z.enum(partsOfTime), of: z.enum(['month', 'year', 'decade']) }),
  /** The words count people without naming them so: "40 were killed"; or by what befell them: "40 deaths". */
  z.object({ rule: z.literal('people-unsaid') }),
  /** Only parts are named, so the whole is people, number unknown. */
  z.object({ rule: z.literal('count-unsaid') }),
  /** The form of a noun says one or two of it. */
  z.object({ rule: z.literal('by-form'), word: z.string(), count: z.number() }),
  z.object({ rule: z.literal('case-term'), vocabulary: z.enum(['act', 'unit', 'group']), term: z.string() }),
]);
export type ReadingRule = z.infer<typeof readingRule>;

export const draftedField = z.union([
  z.enum(['act', 'modality', 'when', 'saidAt', 'place', 'speakerId', 'via']),
  z.templateLiteral(['quantities.', z.number().int()]),
  z.templateLiteral(['quantities.', z.number().int(), '.breakdown']),
]);
export type DraftedField = z.infer<typeof draftedField>;

/** What was read, without defaults: what the words do not say is not there. */
const draftedFields = z
  .object({
    act: z.string(),
    modality: z.enum(modalities),
    quantities: z.array(quantity),
    speakerId: id,
    via: z.array(viaHop),
    when: edtf,
    saidAt: edtf,
    place,
  })
  .partial();

export const claimDraft = z.object({
  fields: draftedFields,
  /** `from` is quote.slice(start, end), in UTF-16 code units. `rule` is null where the words say it themselves. */
  read: z.array(
    z.object({ field: draftedField, from: z.string(), start: z.number().int(), end: z.number().int(), rule: readingRule.nullable() }),
  ),
});
export type ClaimDraft = z.infer<typeof claimDraft>;

/** What the case knows that helps to read words of it. */
export type ReadingContext = {
  /** When the item was published, as far as known (EDTF). Without it words such as "last year" are left alone. */
  itemDate?: string | null;
  /** The case's own terms, each with the words that mean it. */
  terms?: readonly { vocabulary: 'act' | 'unit' | 'group'; term: string; words: readonly string[] }[];
  names?: {
    parties?: readonly { id: string; names: readonly string[] }[];
    places?: readonly { place: Place; names: readonly string[] }[];
  };
};
