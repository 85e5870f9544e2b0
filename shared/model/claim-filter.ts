/** What a list of claims can be narrowed, ordered and grouped by; the same for calls, saved views and bulk edits. */
import { z } from 'zod';
import { term } from './claims.ts';
import { edtf } from './edtf.ts';
import { scales } from './grades.ts';
import { id } from './primitives.ts';
import { claimActs, modalities, partyRoles, qualifiers, stances, units } from './vocabulary.ts';

/** Between two EDTF dates, either end open. A date fits when it may lie between, by its bounds. */
const between = z.object({ from: edtf.optional(), to: edtf.optional() });

/** Fields are joined by "and", the values of one field by "or". */
export const claimFilter = z.object({
  /** Begun words, all of them, in sentence, names, places, cause and note. */
  words: z.string().max(200).optional(),
  acts: z.array(term(claimActs)).min(1).max(100).optional(),
  modalities: z.array(z.enum(modalities)).min(1).optional(),
  units: z.array(term(units)).min(1).max(100).optional(),
  qualifiers: z.array(z.enum(qualifiers)).min(1).optional(),
  /** A figure fits when a number it allows lies between; with `units`, a figure in one of those. */
  figureLeast: z.number().min(0).optional(),
  figureMost: z.number().min(0).optional(),
  /** Who says it, merged parties as one; null: nobody is named. */
  speakerIds: z.array(id.nullable()).min(1).max(100).optional(),
  /** Speaks, hands on or takes part, merged parties as one; with `partyRole`, takes part in that role. */
  partyId: id.optional(),
  partyRole: term(partyRoles).optional(),
  /** Null: about no incident. */
  incidentId: id.nullable().optional(),
  /** Has evidence in this source. */
  itemId: id.optional(),
  /** Part of a name of the place, in any script. */
  place: z.string().trim().min(1).max(200).optional(),
  said: between.optional(),
  happened: between.optional(),
  /** Of somebody's current grade; null: ungraded. */
  reliability: z.array(z.enum(scales['admiralty reliability']).nullable()).min(1).optional(),
  credibility: z.array(z.enum(scales['admiralty credibility']).nullable()).min(1).optional(),
  evidence: z.enum(['none', 'some', ...stances]).optional(),
  /** Has a value in a field of the case's own, or this value. */
  field: z
    .object({ name: z.string().min(1).max(60), value: z.union([z.string().max(2000), z.number(), z.boolean()]).optional() })
    .optional(),
  createdBy: z.string().max(200).optional(),
});
export type ClaimFilter = z.infer<typeof claimFilter>;

export const claimSorts = [
  'created',
  'updated',
  'createdBy',
  'act',
  'modality',
  'figure',
  'unit',
  'speaker',
  'said',
  'happened',
  'place',
  'cause',
  'incident',
  'parties',
  'victims',
  'evidence',
  'reliability',
  'credibility',
  'note',
] as const;
export type ClaimSort = (typeof claimSorts)[number] | `field:${string}`;
/** A column, or `field:NAME` for a field of the case's own. */
export const claimSort = z.union([z.enum(claimSorts), z.templateLiteral(['field:', z.string().min(1).max(60)])]);

export const claimGroupings = ['act', 'modality', 'speaker', 'incident', 'place', 'month', 'evidence', 'createdBy'] as const;
export type ClaimGrouping = (typeof claimGroupings)[number];
export const claimGrouping = z.enum(claimGroupings);

/** A group of claims; `key` null: those without. `label`: what the case calls it, where the key says nothing. */
export const claimGroup = z.object({ key: z.string().nullable(), label: z.string().nullable(), count: z.number().int() });
export type ClaimGroup = z.infer<typeof claimGroup>;
