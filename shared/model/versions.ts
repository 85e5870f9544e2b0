/** Versions of one page, what differs between two of them, passages carried over, and pages found gone. */
import { z } from 'zod';
import { passageKinds } from './passages.ts';
import { id, sha256, timestamp } from './primitives.ts';

/** `itemId` is a newer version of `earlierId`: by an `address` both were captured from, or because a person said so. */
export const versionLink = z.object({
  id,
  itemId: id,
  earlierId: id,
  basis: z.enum(['address', 'person']),
  address: z.string().nullable(),
  at: timestamp,
});
export type VersionLink = z.infer<typeof versionLink>;

/** One item of a chain. */
export const itemVersion = z.object({
  itemId: id,
  title: z.string(),
  sourceUrl: z.string().nullable(),
  method: z.enum(['capture', 'import']),
  capturedAt: timestamp,
  textSha256: sha256.nullable(),
  /** In UTF-16 code units. */
  textLength: z.number().int().nullable(),
  /** Its link to the version before it; null on the first. */
  link: versionLink.nullable(),
  /** Whether its text is letter for letter that of the version it is linked to; null where one of them has none. */
  sameText: z.boolean().nullable(),
  /** Passages that stand on it. */
  passages: z.number().int(),
});
export type ItemVersion = z.infer<typeof itemVersion>;

export const absenceKinds = ['status', 'removal-text'] as const;

/**
 * An address that did not give its page at a moment. `status`: the server answered 404 or 410. `removal-text`: it
 * answered with a page whose words, by a rule, read like a notice of removal; a suggestion, not a finding.
 */
export const absence = z.object({
  id,
  askedUrl: z.string(),
  /** `askedUrl` as addresses are compared. */
  address: z.string(),
  finalUrl: z.string(),
  at: timestamp,
  kind: z.enum(absenceKinds),
  status: z.number().int(),
  words: z.string().nullable(),
  wordsIn: z.enum(['title', 'text']).nullable(),
  responseHeaders: z.array(z.tuple([z.string(), z.string()])),
  remoteAddress: z.string().nullable(),
  /** The server's own `Date` header. */
  serverDate: z.string().nullable(),
  /** The latest version kept before; null when nobody had captured the address. */
  earlierId: id.nullable(),
  /** What was kept of the answer itself. */
  keptItemId: id.nullable(),
});
export type Absence = z.infer<typeof absence>;

/** Words inside a changed paragraph. */
export const wordRun = z.object({ kind: z.enum(['same', 'removed', 'added']), text: z.string() });
export type WordRun = z.infer<typeof wordRun>;

/**
 * A stretch of the way from one text to another; the runs in order make both texts whole. Offsets and lengths are
 * UTF-16 code units. A paragraph is a line of the canonical text with its line feed.
 */
export const textRun = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('same'),
    fromStart: z.number().int(),
    toStart: z.number().int(),
    length: z.number().int(),
    paragraphs: z.number().int(),
  }),
  z.object({ kind: z.literal('removed'), fromStart: z.number().int(), text: z.string() }),
  z.object({ kind: z.literal('added'), toStart: z.number().int(), text: z.string() }),
  /** One paragraph that both have, with the words that differ. */
  z.object({ kind: z.literal('changed'), fromStart: z.number().int(), toStart: z.number().int(), words: z.array(wordRun) }),
]);
export type TextRun = z.infer<typeof textRun>;

/** How two texts differ. `coarse`: they differ so much that one stretch is shown as replaced, not compared inside. */
export const textComparison = z.object({
  runs: z.array(textRun),
  coarse: z.boolean(),
  /** In paragraphs. */
  added: z.number().int(),
  removed: z.number().int(),
  changed: z.number().int(),
  same: z.number().int(),
});
export type TextComparison = z.infer<typeof textComparison>;

const comparedSide = z.object({
  itemId: id,
  title: z.string(),
  capturedAt: timestamp,
  textSha256: sha256.nullable(),
  textLength: z.number().int().nullable(),
  /** Of all its files. */
  bytes: z.number().int(),
});

export const comparedFields = ['title', 'author', 'published', 'modified', 'language', 'address'] as const;

export const versionComparison = z.object({
  from: comparedSide,
  to: comparedSide,
  /** Null where one of them has no text. */
  text: textComparison.nullable(),
  /** What the pages say of themselves, where that differs. */
  metadata: z.array(z.object({ field: z.enum(comparedFields), from: z.string().nullable(), to: z.string().nullable() })),
});
export type VersionComparison = z.infer<typeof versionComparison>;

/**
 * `same`: the very words in the very surroundings, wherever they stand now. `moved`: the very words, other
 * surroundings. `approximate`: like words, or more than one place that fits. `no-words`: a time or an area, which has
 * no place in another recording or picture.
 */
export const carryStates = ['same', 'moved', 'approximate', 'lost', 'no-words'] as const;
export const carryState = z.enum(carryStates);
export type CarryState = z.infer<typeof carryState>;

/** Where a passage of an earlier version stands in a newer one; nothing is made by looking. */
export const carriedPassage = z.object({
  passageId: id,
  kind: z.enum(passageKinds),
  quote: z.string(),
  comment: z.string(),
  tags: z.array(z.string()),
  claimIds: z.array(id),
  state: carryState,
  /** 1 when nothing differs, 0 when lost. */
  score: z.number(),
  /** `near`: a text too long to be searched whole for like words; lost means not found letter for letter, nor near its place. */
  searched: z.enum(['whole', 'near']),
  /** In the newer text, with some of what stands round it. */
  found: z.object({ start: z.number().int(), end: z.number().int(), quote: z.string(), prefix: z.string(), suffix: z.string() }).nullable(),
  /** The passage already made of it in the newer version. */
  carriedTo: id.nullable(),
});
export type CarriedPassage = z.infer<typeof carriedPassage>;

/** That `passageId` was made from `fromPassageId` of an earlier version. */
export const passageCarry = z.object({
  passageId: id,
  fromPassageId: id,
  state: z.enum(['same', 'moved', 'approximate']),
  score: z.number(),
  at: timestamp,
});
export type PassageCarry = z.infer<typeof passageCarry>;
