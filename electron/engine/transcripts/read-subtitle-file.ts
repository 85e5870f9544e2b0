import iconv from 'iconv-lite';
import { decodeText, type DecodedText } from '../text/decode-text.ts';
import { readCues, type CueReading } from '../text/cues/read-cues.ts';

/** The largest file read as subtitles; a day of speech is far below. */
export const MOST_BYTES = 16 * 1024 * 1024;

export type SubtitleFile = {
  charset: string;
  charsetFrom: DecodedText['from'] | 'chosen';
  confidence: number | null;
  text: string;
  reading: CueReading;
};

/** Bytes as lines of speech, in the charset a person chose or the one they show. `duration` in seconds. */
export function readSubtitleFile(bytes: Uint8Array, charset: string | undefined, duration: number | null): SubtitleFile {
  const decoded = charset === undefined ? decodeText(bytes) : null;
  const text = decoded?.text ?? iconv.decode(Buffer.from(bytes), charset ?? 'utf-8');
  return {
    charset: decoded?.charset ?? charset ?? 'utf-8',
    charsetFrom: decoded?.from ?? 'chosen',
    confidence: decoded?.confidence ?? null,
    text,
    reading: readCues(text, duration),
  };
}
