import type { TextMap } from '#shared/model/items.ts';

export type Cue = Extract<TextMap, { kind: 'cues' }>['cues'][number];

/** Index of the cue that sounds at a time (seconds), or -1. */
export function cueAt(cues: readonly Cue[], time: number): number {
  return cues.findLastIndex((cue) => cue.from <= time && time < cue.to);
}
