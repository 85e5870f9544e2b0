/** The words of a cue without markup. */

/** `speaker`: who speaks, as the file marks it. */
export type Voiced = { speaker: string | null; text: string };

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ', lrm: '\u200e', rlm: '\u200f' };
/** Tags known from subtitle files. Anything else between angle brackets may be words, and stays. */
const tag = /<\/?(?:i|b|u|s|em|strong|font|span|c|lang|ruby|rt|p|div)(?:[\s.][^<>\n]*)?\/?>|<\/v>|<\d[\d:.]*>/gi;

/**
 * One stretch of words a voice. WebVTT names a voice `<v Name>` (W3C WebVTT, section 4.2.2); elsewhere a name in
 * capitals stands before a colon, and stays in the text as well, since it is written there.
 */
export function readWords(lines: readonly string[]): Voiced[] {
  const parts = lines.join('\n').split(/<v(?:\.[^\s>]*)?\s+([^>\n]*)>/i);
  return parts.flatMap((words, index) => {
    if (index % 2 === 1) return [];
    const text = plainWords(words);
    const voice = index === 0 ? null : plainWords(parts[index - 1] ?? '');
    return text === '' ? [] : [{ speaker: voice === '' || voice === null ? namedIn(text) : voice, text }];
  });
}

/** On one line, without tags and the `{\an8}` of SubStation; entities as their characters. */
function plainWords(words: string): string {
  return words
    .replace(/<br\s*\/?>/gi, ' ')
    .replace(tag, '')
    .replace(/\{\\[^}\n]*\}/g, '')
    .replace(/&(amp|lt|gt|quot|apos|nbsp|lrm|rlm);/g, (_, name: string) => entities[name] ?? '')
    .replace(/\s+/gu, ' ')
    .trim();
}

/** `WITNESS 2: We saw it`. Only where capitals tell a name from a word; scripts without capitals have no such sign. */
function namedIn(text: string): string | null {
  const match = /^(?:[-–]\s?)?(\p{Lu}[\p{Lu}\p{N} .'’-]{1,39}):\s/u.exec(text);
  return match?.[1]?.trim() ?? null;
}
