import { z } from 'zod';
import { facts } from './primitives.ts';

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
