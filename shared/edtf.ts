/** The one place that reads EDTF (ISO 8601-2:2019), over the `edtf` library. */
import parse from 'edtf';

/** Earliest and latest moment a date may mean, in milliseconds since 1970 UTC. */
export type EdtfBounds = { min: number; max: number };

/** The bounds of an EDTF text, or null when it does not parse. */
export function parseEdtf(text: string): EdtfBounds | null {
  return plainBounds(text) ?? boundsByGrammar(text);
}

/** The same for any text, always by the whole grammar. */
export function boundsByGrammar(text: string): EdtfBounds | null {
  try {
    const date = parse(text);
    return { min: date.min, max: date.max };
  } catch {
    return null;
  }
}

/** Years, months and days as most dates are written, with or without doubt: the grammar takes a hundred times as long. */
function plainBounds(text: string): EdtfBounds | null {
  const [, year, month, day] = /^(\d{4})(?:-(0[1-9]|1[0-2])(?:-(\d\d))?)?[~?%]?$/.exec(text) ?? [];
  if (year === undefined) return null;
  const at = [Number(year), Number(month ?? 1) - 1, Number(day ?? 1)] as const;
  const min = startOf(...at);
  if (day !== undefined && new Date(min).getUTCDate() !== at[2]) return null;
  const next =
    day !== undefined ? startOf(at[0], at[1], at[2] + 1) : month !== undefined ? startOf(at[0], at[1] + 1, 1) : startOf(at[0] + 1, 0, 1);
  return { min, max: next - 1 };
}

/** `Date.UTC` reads years before 100 as of the twentieth century. */
function startOf(year: number, month: number, day: number): number {
  return new Date(0).setUTCFullYear(year, month, day);
}
