/** The one place that reads EDTF (ISO 8601-2:2019), over the `edtf` library. */
import parse from 'edtf';

/** Earliest and latest moment a date may mean, in milliseconds since 1970 UTC. */
export type EdtfBounds = { min: number; max: number };

/** The bounds of an EDTF text, or null when it does not parse. */
export function parseEdtf(text: string): EdtfBounds | null {
  try {
    const date = parse(text);
    return { min: date.min, max: date.max };
  } catch {
    return null;
  }
}
