import type { TextMap } from '#shared/model/items.ts';

/** A line of speech: `from` and `to` in seconds, `text` on one line, `speaker` as the file or a person named them. */
export type Cue = { from: number; to: number; text: string; speaker?: string | null };

/** The text of a transcript: a line a cue, with the map from each line to its seconds. */
export function cueText(cues: readonly Cue[]): { text: string; map: Extract<TextMap, { kind: 'cues' }> } {
  const map: Extract<TextMap, { kind: 'cues' }> = { kind: 'cues', cues: [] };
  let at = 0;
  for (const { from, to, text, speaker } of cues) {
    map.cues.push({ start: at, end: at + text.length, from, to, ...(speaker == null ? {} : { speaker }) });
    at += text.length + 1;
  }
  return { text: cues.map(({ text }) => text).join('\n'), map };
}
