import type { Cue } from '../text/cue-text.ts';

/** WebVTT (W3C, section 4.1): UTF-8, entities for `&`, `<` and `>`, the voice as a `v` span, section 4.2.2. */
export function writeWebVtt(cues: readonly Cue[], { language, notes }: { language: string; notes: readonly string[] }): string {
  const head = ['WEBVTT', `Kind: captions`, ...(language === '' ? [] : [`Language: ${language}`])].join('\n');
  // An arrow would end a comment block.
  const comments = notes.map((note) => `NOTE ${note.replace(/\s+/gu, ' ').replaceAll('-->', '→')}`);
  const blocks = cues.map(({ from, to, text, speaker }) => {
    const words = speaker == null || text.startsWith(speaker) ? escaped(text) : `<v ${escaped(speaker)}>${escaped(text)}`;
    return `${clock(from, '.')} --> ${clock(to, '.')}\n${words}`;
  });
  return `${[head, ...comments, ...blocks].join('\n\n')}\n`;
}

/** SubRip, as players read it: numbered, a comma before the thousandths, no place for anything but words. */
export function writeSubRip(cues: readonly Cue[]): string {
  return cues.map(({ from, to, text }, index) => `${index + 1}\n${clock(from, ',')} --> ${clock(to, ',')}\n${text}\n`).join('\n');
}

function clock(seconds: number, mark: ',' | '.'): string {
  const total = Math.round(seconds * 1000);
  const two = (value: number) => String(Math.floor(value)).padStart(2, '0');
  return `${two(total / 3_600_000)}:${two((total / 60_000) % 60)}:${two((total / 1000) % 60)}${mark}${String(total % 1000).padStart(3, '0')}`;
}

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
