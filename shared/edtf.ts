/** The one place that reads EDTF (ISO 8601-2:2019), over the `edtf` library. */
import parse from 'edtf';

/** Earliest and latest moment a date may mean, in milliseconds since 1970 UTC. */
export type EdtfBounds = { min: number; max: number };

/** The bounds of an EDTF text, or null when it does not parse. */
export function parseEdtf(text: string): EdtfBounds | null {
  return plainBounds(text) ?? boundsByGrammar(text);
}

/** As the grammar of all levels reads it; slower than what is plain needs. */
export function boundsByGrammar(text: string): EdtfBounds | null {
  try {
    const date = parse(text);
    return { min: date.min, max: date.max };
  } catch {
    return null;
  }
}

const plainDate = /^(\d{4})(?:-(0[1-9]|1[0-2])(?:-(\d\d))?)?$/;

/** Of a year, a month or a day of level 0: what most dates are, told without the grammar, which takes a hundred times as long. */
function plainBounds(text: string): EdtfBounds | null {
  const [, year = '', month, day] = plainDate.exec(text) ?? [];
  // The years 0 to 99 are read as those of the twentieth century by `Date.UTC`.
  if (year < '0100') return null;
  const [y, m, d] = [Number(year), month === undefined ? 0 : Number(month) - 1, day === undefined ? 1 : Number(day)];
  const min = Date.UTC(y, m, d);
  if (day !== undefined && new Date(min).toISOString().slice(0, 10) !== text) return null;
  const next = day !== undefined ? Date.UTC(y, m, d + 1) : month !== undefined ? Date.UTC(y, m + 1, 1) : Date.UTC(y + 1, 0, 1);
  return { min, max: next - 1 };
}
