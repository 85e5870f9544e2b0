import type { Facts } from '#shared/model/primitives.ts';
import type { CueCause, CueWarning } from '#shared/model/transcripts.ts';

/** A cue as it stands in a file. `line`: where its time stands, from 1. Times in seconds, null where none can be read. */
export type RawCue = { line: number; from: number | null; to: number | null; words: string[]; speaker: string | null };

export type Scan = { cues: RawCue[]; warnings: CueWarning[] };

export function warn(warnings: CueWarning[], line: number, cause: CueCause, facts: Facts = {}): void {
  warnings.push({ line, cause, facts });
}
