/** Subtitles as text files: SubRip (no standard; as players read it) and WebVTT (W3C, section 4 and 6). */
import { normaliseLines } from './decode-text.ts';

/** `from` and `to` in seconds; `text` on one line, without tags. */
export type Cue = { from: number; to: number; text: string };

const MOST_CUES = 100_000;
/** Hours may be missing; SubRip uses a comma, WebVTT a point, and both are met in both. */
const clock = String.raw`(?:(\d+):)?(\d{1,2}):(\d{1,2})(?:[.,](\d{1,3}))?`;
const timing = new RegExp(String.raw`^\s*${clock}\s*-->\s*${clock}`);

/**
 * Reads what can be read: a block without a time line, with a time that runs backwards, or without words is passed
 * over, since one slip of a typist must not lose a testimony. Cues come in the order of their time.
 */
export function parseCues(file: string): Cue[] {
  const cues: Cue[] = [];
  for (const block of normaliseLines(file)
    .replace(/^\ufeff/, '')
    .split(/\n[ \t]*\n+/)) {
    if (cues.length >= MOST_CUES) break;
    if (/^(NOTE|STYLE|REGION)(\s|$)/.test(block)) continue;
    const lines = block.split('\n');
    // Blank lines go missing between blocks, so one block may hold several time lines.
    const starts = lines.flatMap((line, index) => (timing.test(line) ? [index] : []));
    starts.forEach((start, nth) => {
      const next = starts[nth + 1];
      // The number of the next cue stands on the line before its time.
      const end = next === undefined ? lines.length : /^\s*\d+\s*$/.test(lines[next - 1] ?? '') ? next - 1 : next;
      const cue = toCue(lines[start] ?? '', lines.slice(start + 1, end));
      if (cue !== null) cues.push(cue);
    });
  }
  return cues.sort((a, b) => a.from - b.from || a.to - b.to);
}

function toCue(line: string, words: string[]): Cue | null {
  const match = timing.exec(line);
  if (match === null) return null;
  const [from, to] = [seconds(match.slice(1, 5)), seconds(match.slice(5, 9))];
  const text = plainWords(words.join('\n'));
  return to > from && text !== '' ? { from, to, text } : null;
}

function seconds([hours = '0', minutes = '0', whole = '0', fraction = '']: (string | undefined)[]): number {
  const milliseconds = ((Number(hours) * 60 + Number(minutes)) * 60 + Number(whole)) * 1000 + Number(fraction.padEnd(3, '0'));
  return milliseconds / 1000;
}

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ', lrm: '\u200e', rlm: '\u200f' };

/** Without markup: `<i>`, `<v Speaker>`, `<00:01.000>` and the `{\an8}` of SubStation; entities as their characters. */
function plainWords(words: string): string {
  return words
    .replace(/<\/?[a-z][^>\n]*>|<\d[\d:.]*>/gi, '')
    .replace(/\{\\[^}\n]*\}/g, '')
    .replace(/&(amp|lt|gt|quot|apos|nbsp|lrm|rlm);/g, (_, name: string) => entities[name] ?? '')
    .replace(/\s+/gu, ' ')
    .trim();
}
