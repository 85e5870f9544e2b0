import { z } from 'zod';
import { areaBox } from './passages.ts';
import { itemFile } from './items.ts';
import { id, sha256, timestamp } from './primitives.ts';

/** Why something is withheld; a vocabulary of its own, so that a log can be counted. `other` asks for words. */
export const redactionReasons = [
  'witness-identity',
  'victim-identity',
  'minor',
  'security',
  'third-party-privacy',
  'legal',
  'other',
] as const;
export const redactionReason = z.enum(redactionReasons);
export type RedactionReason = z.infer<typeof redactionReason>;

const why = {
  reason: redactionReason,
  /** In a person's own words; never the words that are withheld. */
  note: z.string().trim().max(2000).default(''),
};

/**
 * One place that is withheld. `words`: offsets in the canonical text (UTF-16 code units, `end` exclusive), or in the
 * derived text `textFileId`. `area`: percent of the upright page or picture; `page` from 1 in a PDF; in a video from
 * `from` to `to` (seconds of the original), all of it when they are left out. `sound`: seconds that fall silent.
 */
export const redactionRegion = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('words'),
    start: z.number().int().min(0),
    end: z.number().int().min(0),
    textFileId: id.nullable().default(null),
    ...why,
  }),
  z.object({
    kind: z.literal('area'),
    page: z.number().int().min(1).nullable().default(null),
    area: areaBox,
    from: z.number().min(0).nullable().default(null),
    to: z.number().min(0).nullable().default(null),
    ...why,
  }),
  z.object({ kind: z.literal('sound'), from: z.number().min(0), to: z.number().min(0), ...why }),
]);
export type RedactionRegion = z.infer<typeof redactionRegion>;
export type RegionKind = RedactionRegion['kind'];
export type RegionOf<Kind extends RegionKind> = Extract<RedactionRegion, { kind: Kind }>;

/**
 * Redacted copies made in one act. `fileId` and `sha256`: the withheld original; its text when only words of a text are
 * withheld. `copies`: what was kept, the picture, page or recording first, then the text.
 */
export const redaction = z.object({
  id,
  itemId: id,
  fileId: id,
  sha256,
  regions: z.array(redactionRegion).min(1),
  copies: z.array(itemFile.extend({ /** Taken off its item since. */ removed: z.boolean() })),
  createdAt: timestamp,
  createdBy: z.string(),
});
export type Redaction = z.infer<typeof redaction>;

/** What came of making one: whether words that were withheld still stand elsewhere in the copy's text, and how often. */
export const redactionMade = z.object({
  redaction,
  elsewhere: z.array(z.object({ /** Index of the region. */ region: z.number().int(), times: z.number().int() })),
});
export type RedactionMade = z.infer<typeof redactionMade>;

/**
 * A line of the redaction log, as it may be handed on: no words, and for withheld words neither offsets nor length, only
 * the how-manieth block of the text copy it is (from 1) and the page.
 */
export const redactionLogEntry = z.object({
  redactionId: id,
  itemId: id,
  /** SHA-256 of the original that is withheld. */
  withheldSha256: sha256,
  copySha256: sha256,
  copyFileId: id,
  name: z.string(),
  mediaType: z.string(),
  tool: z.string().nullable(),
  toolVersion: z.string().nullable(),
  regions: z.array(
    z.object({
      kind: z.enum(['words', 'area', 'sound']),
      block: z.number().int().nullable(),
      page: z.number().int().nullable(),
      area: areaBox.nullable(),
      from: z.number().nullable(),
      to: z.number().nullable(),
      reason: redactionReason,
      note: z.string(),
    }),
  ),
  author: z.string(),
  at: timestamp,
  removed: z.boolean(),
});
export type RedactionLogEntry = z.infer<typeof redactionLogEntry>;
