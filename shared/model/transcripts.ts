import { z } from 'zod';
import { facts, id, sha256, timestamp, words } from './primitives.ts';

/** What can be wrong with a file of subtitles. What was done about each is worded beside it in the message catalogue. */
export const cueCauses = [
  'time-unreadable',
  'time-missing',
  'time-overflow',
  'negative-time',
  'end-before-start',
  'out-of-order',
  'overlap',
  'beyond-end',
  'number-wrong',
  'blank-missing',
  'blank-in-words',
  'words-before-times',
  'words-on-time-line',
  'no-words',
  'note-left-out',
  'characters-lost',
] as const;
export type CueCause = (typeof cueCauses)[number];

/** `line` counts from 1 in the file as it was given. Times in `facts` are seconds. */
export const cueWarning = z.object({ line: z.number().int(), cause: z.enum(cueCauses), facts });
export type CueWarning = z.infer<typeof cueWarning>;

export const subtitleFormats = ['srt', 'vtt', 'sbv', 'ass'] as const;
export const subtitleFormat = z.enum(subtitleFormats);
export type SubtitleFormat = z.infer<typeof subtitleFormat>;

/** Charsets a person may choose, by the names of the Encoding standard; the commonest of the region first. */
export const charsets = [
  'utf-8',
  'windows-1256',
  'iso-8859-6',
  'utf-16le',
  'utf-16be',
  'windows-1251',
  'koi8-r',
  'koi8-u',
  'windows-1252',
  'windows-1254',
  'windows-1255',
  'windows-1250',
  'windows-1253',
  'shift_jis',
  'euc-kr',
  'gb18030',
  'big5',
] as const;
export const charset = z.enum(charsets);
export type Charset = z.infer<typeof charset>;

/** A line being typed: seconds, or null while it has none. */
export const draftLine = z.object({
  from: z.number().min(0).nullable(),
  to: z.number().min(0).nullable(),
  text: z.string().max(10_000),
  speaker: z.string().trim().max(200).nullable().default(null),
});
export type DraftLine = z.infer<typeof draftLine>;

const language = z
  .string()
  .trim()
  .regex(/^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/, 'must be a BCP 47 language tag, such as ar or en-GB');

/** Words in another language are somebody's, or some program's; which of the two is always said. */
export const translatorKinds = ['person', 'software'] as const;
export const translator = z.object({ kind: z.enum(translatorKinds), name: words });
export type Translator = z.infer<typeof translator>;

export const wordsKinds = ['transcript', 'translation'] as const;
export const wordsKind = z.enum(wordsKinds);
export type WordsKind = z.infer<typeof wordsKind>;

/** What a person may say about the file they bring. */
export const transcriptSource = z.object({
  itemId: id,
  path: z.string().min(1).max(4096),
  /** In place of the charset that was told from the bytes. */
  charset: charset.optional(),
});

export const transcriptPreview = z.object({
  name: z.string(),
  size: z.number().int(),
  sha256,
  charset: z.string(),
  charsetFrom: z.enum(['bom', 'utf-8', 'zeros', 'guess', 'chosen']),
  /** 0-100 where it was guessed. */
  confidence: z.number().nullable(),
  format: subtitleFormat.nullable(),
  cues: z.number().int(),
  /** The first lines, as they would be kept; without times when the file has none. */
  lines: z.array(draftLine),
  /** The first remarks; `remarks` counts all. */
  warnings: z.array(cueWarning),
  remarks: z.number().int(),
  /** The text of this item that was read from the same bytes in the same charset, when there is one. */
  keptAs: id.nullable(),
});
export type TranscriptPreview = z.infer<typeof transcriptPreview>;

/**
 * Words not kept yet. `sourceFileId`: the text a translation is of, or a transcript starts from. `corrects`: the text
 * that this will stand beside as its correction.
 */
export const transcriptDraft = z.object({
  id,
  itemId: id,
  kind: wordsKind,
  sourceFileId: id.nullable(),
  corrects: id.nullable(),
  language: z.string().max(40),
  /** Who translates; empty while it is not said. */
  translator: z.object({ kind: z.enum(translatorKinds), name: z.string().max(500) }).nullable(),
  lines: z.array(draftLine).max(100_000),
  updatedAt: timestamp,
  updatedBy: z.string(),
});
export type TranscriptDraft = z.infer<typeof transcriptDraft>;

export { language as languageTag };
