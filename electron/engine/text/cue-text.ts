import type { TextMap } from '#shared/model/items.ts';
import type { Cue } from './parse-cues.ts';

/** The canonical text of a transcript: a line a cue, with the map from each line to its seconds. */
export function cueText(cues: readonly Cue[]): { text: string; map: Extract<TextMap, { kind: 'cues' }> } {
  const map: Extract<TextMap, { kind: 'cues' }> = { kind: 'cues', cues: [] };
  let at = 0;
  for (const { from, to, text } of cues) {
    map.cues.push({ start: at, end: at + text.length, from, to });
    at += text.length + 1;
  }
  return { text: cues.map(({ text }) => text).join('\n'), map };
}
