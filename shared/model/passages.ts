import { z } from 'zod';
import { id, longWords, sha256, timestamp } from './primitives.ts';

/** W3C Web Annotation selectors (Web Annotation Data Model, section 4.2) and Media Fragments URI 1.0. */
export const selector = z.discriminatedUnion('type', [
  z.object({ type: z.literal('TextQuoteSelector'), exact: z.string(), prefix: z.string(), suffix: z.string() }),
  /** Offsets into the item's canonical text in UTF-16 code units, `end` exclusive. */
  z.object({ type: z.literal('TextPositionSelector'), start: z.number().int().min(0), end: z.number().int().min(0) }),
  /** `value` is a media fragment: `page=3`, `t=12.5,20`, `xywh=percent:10,10,30,20`. */
  z.object({ type: z.literal('FragmentSelector'), conformsTo: z.string(), value: z.string() }),
]);
export type Selector = z.infer<typeof selector>;

export const passageKinds = ['words', 'time', 'area'] as const;

/** Where a passage stands against the canonical text now. */
export const anchorStates = ['exact', 'moved', 'approximate', 'lost'] as const;
export const anchorState = z.enum(anchorStates);
export type AnchorState = z.infer<typeof anchorState>;

export const tag = z.string().trim().min(1).max(80);

/** What a person writes about a passage. */
export const passageNotes = z.object({
  comment: longWords.default(''),
  tags: z.array(tag).max(50).default([]),
});

/** A time range in seconds; `to` after `from`. */
export const timeRange = z
  .object({ from: z.number().min(0), to: z.number().min(0) })
  .refine((range) => range.to > range.from, { message: 'the end of a time range comes after its start' });

/** Part of the picture or page, in percent of its width and height. */
export const areaBox = z.object({
  x: z.number().min(0).max(100),
  y: z.number().min(0).max(100),
  width: z.number().gt(0).max(100),
  height: z.number().gt(0).max(100),
});

/**
 * Four ways to say what is marked: a bare quote, offsets (with the quote they must hold), a time range, or an area
 * (of an image or of a PDF page, optionally at a time).
 */
export const passageTarget = z.union([
  z.object({ start: z.number().int().min(0), end: z.number().int().min(1), quote: z.string().min(1) }),
  z.object({ quote: z.string().min(1), prefix: z.string().optional(), suffix: z.string().optional() }),
  z.object({ time: timeRange, area: areaBox.optional() }),
  z.object({ area: areaBox, page: z.number().int().min(1).optional() }),
]);
export type PassageTarget = z.infer<typeof passageTarget>;

export const passage = z.object({
  id,
  itemId: id,
  kind: z.enum(passageKinds),
  selectors: z.array(selector),
  /** The marked words, or the cue text under a time range, or empty for an area. */
  quote: z.string(),
  start: z.number().int().nullable(),
  end: z.number().int().nullable(),
  page: z.number().int().nullable(),
  from: z.number().nullable(),
  to: z.number().nullable(),
  /** SHA-256 of the canonical text the offsets were made against; null where there is none. */
  textSha256: sha256.nullable(),
  comment: z.string(),
  tags: z.array(z.string()),
  createdAt: timestamp,
  createdBy: z.string(),
  updatedAt: timestamp,
  state: anchorState,
  itemTitle: z.string(),
  claimIds: z.array(id),
});
export type Passage = z.infer<typeof passage>;
