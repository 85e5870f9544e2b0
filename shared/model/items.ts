import { z } from 'zod';
import { textKind } from './text-kinds.ts';
import { facts, id, sha256, timestamp } from './primitives.ts';
import { absenceKinds } from './versions.ts';

export const itemTypes = ['web', 'pdf', 'video', 'audio', 'image', 'document'] as const;
export const itemType = z.enum(itemTypes);
export type ItemType = z.infer<typeof itemType>;

/** What a file is to its item (DESIGN section 3). `original` and `mhtml` are evidence as received; the rest is derived. */
export const fileRoles = [
  'original',
  'mhtml',
  'wacz',
  'snapshot',
  'screenshot',
  'print',
  'text',
  'headers',
  'certificate',
  'provenance',
  'thumbnail',
  'cover',
  'poster',
  'still',
  'proxy',
  'transcript',
  'timestamp',
  'report',
  'video',
  'info',
  'subtitles',
  'waveform',
  'adjusted',
  'attachment',
  'c2pa',
  'redacted',
  'ocr',
] as const;
export const fileRole = z.enum(fileRoles);
export type FileRole = z.infer<typeof fileRole>;

export const itemFile = z.object({
  id,
  itemId: id,
  role: fileRole,
  sha256,
  size: z.number().int(),
  name: z.string(),
  mediaType: z.string(),
  /** The file this one was made from, and by what; null on originals. */
  parentFileId: id.nullable(),
  tool: z.string().nullable(),
  toolVersion: z.string().nullable(),
  toolParameters: facts.nullable(),
  createdAt: timestamp,
});
export type ItemFile = z.infer<typeof itemFile>;

/** Where stretches of the canonical text come from. Offsets in UTF-16 code units, `end` exclusive. */
export const textMap = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('plain') }),
  /** `fileId` of the frozen snapshot; `article` bounds the readable article within the page's text. */
  z.object({ kind: z.literal('snapshot'), article: z.object({ start: z.number().int(), end: z.number().int() }).nullable() }),
  z.object({
    kind: z.literal('pages'),
    pages: z.array(z.object({ start: z.number().int(), end: z.number().int(), page: z.number().int() })),
  }),
  /** Cues of a transcript; `from` and `to` in seconds; `speaker` as the file or a person named them. */
  z.object({
    kind: z.literal('cues'),
    cues: z.array(
      z.object({ start: z.number().int(), end: z.number().int(), from: z.number(), to: z.number(), speaker: z.string().exactOptional() }),
    ),
  }),
  /** Words read from a picture. `page` is 1 for a picture; boxes in percent of the upright page or picture. */
  z.object({
    kind: z.literal('boxes'),
    words: z.array(
      z.object({
        start: z.number().int(),
        end: z.number().int(),
        page: z.number().int(),
        x: z.number(),
        y: z.number(),
        width: z.number(),
        height: z.number(),
        /** How sure the engine was, 0 to 100; null when it did not say. */
        confidence: z.number().nullable(),
      }),
    ),
  }),
]);
export type TextMap = z.infer<typeof textMap>;

export const canonicalText = z.object({
  itemId: id,
  /** The derived file (role `text`) whose bytes are this text in UTF-8. */
  fileId: id,
  sha256,
  text: z.string(),
  /** In UTF-16 code units. */
  length: z.number().int(),
  map: textMap,
  kind: textKind,
  /** BCP 47; of a derived text, when somebody said. */
  language: z.string().nullable(),
});
export type CanonicalText = z.infer<typeof canonicalText>;

/** A text without its words, and who or what made it. */
export const textHead = canonicalText.pick({ itemId: true, fileId: true, sha256: true, length: true, kind: true, language: true }).extend({
  name: z.string(),
  tool: z.string().nullable(),
  toolVersion: z.string().nullable(),
  toolParameters: facts.nullable(),
  createdAt: timestamp,
});
export type TextHead = z.infer<typeof textHead>;

/** How far the bytes of an item can be vouched for right now. Words for each stand in the message catalogue. */
export const proofStates = ['kept', 'verified', 'partial', 'altered', 'missing'] as const;
export const proofState = z.enum(proofStates);
export type ProofState = z.infer<typeof proofState>;

/** One row of the library. */
export const itemRow = z.object({
  id,
  type: itemType,
  title: z.string(),
  source: z.string(),
  sourceUrl: z.string().nullable(),
  language: z.string().nullable(),
  method: z.enum(['capture', 'import']),
  capturedAt: timestamp,
  completeness: z.enum(['whole', 'partial']),
  proof: proofState,
  thumbnailSha256: sha256.nullable(),
  graphic: z.boolean(),
  passages: z.number().int(),
  claims: z.number().int(),
  /** A newer version of it stands in the case. */
  hasNewer: z.boolean(),
  /** Its address was found gone after it (`status`), or the page came to read like a notice of removal, by a rule. */
  gone: z.enum(absenceKinds).nullable(),
});
export type ItemRow = z.infer<typeof itemRow>;

/** What a person typed about an item; kept apart from what was read from the bytes. */
export const itemNote = z.object({
  title: z.string().nullable(),
  source: z.string().nullable(),
  publishedAt: z.string().nullable(),
  note: z.string().nullable(),
  graphic: z.boolean(),
});
export type ItemNote = z.infer<typeof itemNote>;

export const item = itemRow.extend({
  originalName: z.string().nullable(),
  /** Read from the bytes: document, media, image and page facts. */
  facts,
  /** Why a partial item is partial, as message ids with facts. */
  gaps: z.array(z.object({ reason: z.string(), facts: facts })),
  given: itemNote,
  files: z.array(itemFile),
  textLength: z.number().int().nullable(),
});
export type Item = z.infer<typeof item>;

export const itemSort = z.enum(['title', 'type', 'source', 'capturedAt', 'proof', 'passages', 'claims']);

/** What became of an archive of many pages: `added` now, in the case `before`, and how many it holds. */
export const archivePages = z.object({ added: z.number().int(), before: z.number().int(), inArchive: z.number().int() });
export type ArchivePages = z.infer<typeof archivePages>;

/**
 * The fate of one path given to an import. An archive has `pages`: each is an item of its own, `itemId` is the first one
 * added. A refusal or cancellation has them when some were kept before it; they stay.
 */
export const importOutcome = z.discriminatedUnion('fate', [
  z.object({
    fate: z.literal('kept'),
    path: z.string(),
    itemId: id,
    sha256,
    type: itemType,
    warnings: z.array(z.string()),
    pages: archivePages.optional(),
  }),
  z.object({ fate: z.literal('already-kept'), path: z.string(), itemId: id, sha256 }),
  z.object({ fate: z.literal('refused'), path: z.string(), error: z.object({ code: z.string(), facts }), pages: archivePages.optional() }),
  z.object({ fate: z.literal('cancelled'), path: z.string(), pages: archivePages.optional() }),
]);
export type ImportOutcome = z.infer<typeof importOutcome>;
