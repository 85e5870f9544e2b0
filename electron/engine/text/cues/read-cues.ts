/** Subtitles as text files: SubRip (no standard; as players read it), WebVTT (W3C), SubViewer, SubStation Alpha. */
import type { CueWarning, SubtitleFormat } from '#shared/model/transcripts.ts';
import { normaliseLines } from '../decode-text.ts';
import { readTimeLine } from './cue-time.ts';
import { readWords } from './cue-words.ts';
import { warn } from './raw-cue.ts';
import { repairTimes } from './repair-times.ts';
import { scanSubstation } from './scan-substation.ts';
import { scanSubtitles } from './scan-subtitles.ts';

/** `from` and `to` in seconds; `text` on one line, without tags. `line`: where it stands in the file, from 1. */
export type ReadCue = { line: number; from: number; to: number; speaker: string | null; text: string };

/** `format` is null, and there are no cues, when no line of the file holds a time. */
export type CueReading = { format: SubtitleFormat | null; cues: ReadCue[]; warnings: CueWarning[] };

/**
 * Reads all that can be read: no words are lost, and whatever is not as it should be is told by its line. Cues come in
 * the order of their time. `duration` of the recording in seconds, where it is known. Never throws.
 */
export function readCues(file: string, duration: number | null = null): CueReading {
  const text = normaliseLines(file).replace(/^\ufeff/, '');
  const format = formatOf(text);
  if (format === null) return { format, cues: [], warnings: [] };
  const { cues: raw, warnings } = format === 'ass' ? scanSubstation(text) : scanSubtitles(text, format === 'vtt');
  const spoken = raw.flatMap((cue) => {
    const voiced = readWords(cue.words);
    if (voiced.length === 0) warn(warnings, cue.line, 'no-words', { from: cue.from });
    return voiced.length === 0 ? [] : [{ ...cue, voiced }];
  });
  const cues = repairTimes(spoken, warnings, duration).flatMap(({ line, from, to, voiced, speaker }): ReadCue[] => {
    if (voiced.some((one) => one.text.includes('\ufffd'))) warn(warnings, line, 'characters-lost');
    return voiced.map((one) => ({ line, from, to, ...one, speaker: one.speaker ?? speaker }));
  });
  cues.sort((a, b) => a.from - b.from || a.line - b.line);
  warnings.sort((a, b) => a.line - b.line);
  return { format, cues, warnings };
}

function formatOf(text: string): SubtitleFormat | null {
  if (/^WEBVTT(\s|$)/.test(text)) return 'vtt';
  if (/^\s*Dialogue\s*:.*\d:\d/im.test(text)) return 'ass';
  const lines = text.split('\n').filter((line) => readTimeLine(line) !== null);
  const first = lines[0];
  if (first === undefined) return null;
  return /[>→]|&gt;/.test(first) ? 'srt' : 'sbv';
}
