import { z } from 'zod';
import { languageTag } from '../language/language-tag.ts';
import { id, longWords, sha256, timestamp } from './primitives.ts';
import { tagColour } from './tag-colours.ts';
import { passageOrigin } from './annotations.ts';
import { textKind } from './text-kinds.ts';

/** Offsets into a text in UTF-16 code units, `end` exclusive: the item's text, or the text content of the element refined. */
const textPositionSelector = z.object({
  type: z.literal('TextPositionSelector'),
  start: z.number().int().min(0),
  end: z.number().int().min(0),
});
/** Shapes in an SVG whose viewBox is the page in points (PDF: origin top left of the crop box, not rotated). */
const svgSelector = z.object({ type: z.literal('SvgSelector'), value: z.string() });
/** `value` is a media fragment: `page=3`, `t=12.5,20`, `xywh=percent:10,10,30,20`. */
const fragmentSelector = z.object({
  type: z.literal('FragmentSelector'),
  conformsTo: z.string(),
  value: z.string(),
  refinedBy: svgSelector.optional(),
});
/** An element of the frozen snapshot, and where in its text or picture. */
const cssSelector = z.object({
  type: z.literal('CssSelector'),
  value: z.string(),
  refinedBy: z.discriminatedUnion('type', [textPositionSelector, fragmentSelector]).optional(),
});
const rangeSelector = z.object({ type: z.literal('RangeSelector'), startSelector: cssSelector, endSelector: cssSelector });

/** W3C Web Annotation selectors (Web Annotation Data Model, section 4.2) and Media Fragments URI 1.0. */
export const selector = z.discriminatedUnion('type', [
  z.object({ type: z.literal('TextQuoteSelector'), exact: z.string(), prefix: z.string(), suffix: z.string() }),
  textPositionSelector,
  fragmentSelector,
  cssSelector,
  rangeSelector,
  svgSelector,
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
  /** BCP 47. */
  language: languageTag.nullable().optional(),
  /** Given with its translator, or not at all. */
  translation: longWords.nullable().optional(),
  translator: z.string().trim().min(1).max(200).nullable().optional(),
});

export type PassageNotes = z.infer<typeof passageNotes>;

/** The same as a change: what is left out stays as it is. */
export const passageNotesChange = passageNotes.extend({ comment: longWords.optional(), tags: passageNotes.shape.tags.unwrap().optional() });

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
 * Ways to say what is marked: offsets (with the quote they must hold) or a bare quote, in the canonical text or in a
 * derived one; a time range; an area of the original, of a PDF page, of another picture of the item (`fileId`: a
 * screenshot, a still) or of a picture in the frozen snapshot (`element`: a CSS selector).
 */
export const passageTarget = z.union([
  z.object({ start: z.number().int().min(0), end: z.number().int().min(1), quote: z.string().min(1), textFileId: id.optional() }),
  z.object({ quote: z.string().min(1), prefix: z.string().optional(), suffix: z.string().optional(), textFileId: id.optional() }),
  z.object({ time: timeRange, area: areaBox.optional() }),
  z.object({ area: areaBox, page: z.number().int().min(1).optional(), fileId: id.optional(), element: z.string().max(2000).optional() }),
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
  /** The text they count in; null for the canonical text. */
  textFileId: id.nullable(),
  /** What that text is; null where there are no words. */
  textKind: textKind.nullable(),
  /** How sure the engine that read the words was, 0 to 100; null where nothing was read. */
  textConfidence: z.number().nullable(),
  /** The file whose picture or recording is measured; null for the original. */
  fileId: id.nullable(),
  comment: z.string(),
  tags: z.array(z.string()),
  /** That of the first of its tags that has one; what its marks are drawn in. */
  colour: tagColour.nullable(),
  language: z.string().nullable(),
  translation: z.string().nullable(),
  translator: z.string().nullable(),
  createdAt: timestamp,
  createdBy: z.string(),
  updatedAt: timestamp,
  /** What it was read from, when it was not made here. */
  origin: passageOrigin.nullable(),
  state: anchorState,
  /** How sure the place is, 0 (lost) to 1 (the very words at their place). */
  score: z.number(),
  itemTitle: z.string(),
  claimIds: z.array(id),
  /** How many links to other passages it has. */
  links: z.number().int(),
});
export type Passage = z.infer<typeof passage>;
