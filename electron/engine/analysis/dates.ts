import { parseEdtf, type EdtfBounds } from '#shared/edtf.ts';

export type Dates = {
  /** Earliest and latest moment; null when nothing is said or it does not parse. */
  bounds(text: string | null): EdtfBounds | null;
  /** By the earliest moment of the date said, then its latest, then id; undated last. */
  inOrderSaid<Voice extends Said>(voices: readonly Voice[]): Voice[];
  /** Whether the one is dated before the other; false when either is undated. */
  isBefore(a: Said, b: Said): boolean;
};
type Said = { id: string; saidAt: string | null };

/** Reads each date once. An unknown start or end is an open one. */
export function readDates(): Dates {
  const known = new Map<string, EdtfBounds | null>();
  const bounds = (text: string | null): EdtfBounds | null => {
    if (text === null) return null;
    const read = known.get(text);
    if (read !== undefined) return read;
    const parsed = parseEdtf(text) as { min: number | null; max: number | null } | null;
    const found = parsed === null ? null : { min: parsed.min ?? -Infinity, max: parsed.max ?? Infinity };
    known.set(text, found);
    return found;
  };
  const undated = { min: Infinity, max: Infinity };
  return {
    bounds,
    inOrderSaid: (voices) =>
      voices
        .map((voice) => ({ voice, at: bounds(voice.saidAt) ?? undated }))
        .sort((a, b) => compare(a.at.min, b.at.min) || compare(a.at.max, b.at.max) || compare(a.voice.id, b.voice.id))
        .map(({ voice }) => voice),
    isBefore: (a, b) => {
      const [one, other] = [bounds(a.saidAt), bounds(b.saidAt)];
      if (one === null || other === null) return false;
      return one.min < other.min || (one.min === other.min && one.max < other.max);
    },
  };
}

export function compare<T extends string | number>(a: T, b: T): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
