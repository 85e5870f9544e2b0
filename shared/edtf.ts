/** The one place that reads EDTF (ISO 8601-2:2019, levels 0 to 2), over the `edtf` library. */
import parse from 'edtf';

type Parsed = ReturnType<typeof parse>;
type Several = Extract<Parsed, { values: unknown }>;
type Interval = Extract<Parsed, { lower: unknown }>;

/** Earliest and latest moment a date may mean, in milliseconds since 1970 UTC. */
export type EdtfBounds = { min: number; max: number };

/** One end of a date: where it lies, or that it is open (`..`) or unknown (left empty), and what is doubted of it. */
export type EdtfEnd = {
  /** Milliseconds since 1970 UTC, inclusive; null while open or unknown. */
  at: number | null;
  is: 'given' | 'open' | 'unknown';
  approximate: boolean;
  uncertain: boolean;
};

export type EdtfShape = {
  /**
   * `date`: somewhere from start to end; `interval`: it lasted from start to end; `one of` and `all of`: a set of dates
   * between them (ISO 8601-2 section 6.4), the ones named in `parts`.
   */
  kind: 'date' | 'interval' | 'one of' | 'all of';
  start: EdtfEnd;
  end: EdtfEnd;
  /** Digits are left open (201X, 2018-XX). */
  unspecified: boolean;
  /** Bounds of each date of a set; empty for a date or an interval. */
  parts: readonly EdtfBounds[];
};

/** The bounds of an EDTF text, or null when it does not parse. What is open or unknown is infinite. */
export function parseEdtf(text: string): EdtfBounds | null {
  const plain = plainShape(text);
  if (plain?.start.at != null && plain.end.at !== null) return { min: plain.start.at, max: plain.end.at };
  const date = read(text);
  if (date === null) return null;
  const { start, end } = shapeOf(date);
  return { min: start.at ?? (start.is === 'given' ? date.min : -Infinity), max: end.at ?? (end.is === 'given' ? date.max : Infinity) };
}

/** What an EDTF text says and doubts; null when it does not parse or names a year that no clock can (Y17E7). */
export function edtfShape(text: string): EdtfShape | null {
  const plain = plainShape(text);
  if (plain !== null) return plain;
  const date = read(text);
  if (date === null) return null;
  const shape = shapeOf(date);
  const isBeyondClocks = [shape.start, shape.end].some(({ is, at }) => is === 'given' && at === null);
  return isBeyondClocks ? null : shape;
}

function read(text: string): Parsed | null {
  try {
    return parse(text);
  } catch {
    return null;
  }
}

/** A year, month or day, by far the most frequent: some hundred times faster than the grammar. Null for anything else. */
function plainShape(text: string): EdtfShape | null {
  const [, year, month, day, mark = ''] = /^(\d{4})(?:-(0[1-9]|1[0-2])(?:-(\d\d))?)?([~?%]?)$/.exec(text) ?? [];
  if (year === undefined) return null;
  const utc = (y: number, m: number, d: number) => new Date(0).setUTCFullYear(y, m, d);
  const [y, m, d] = [Number(year), Number(month ?? 1) - 1, Number(day ?? 1)];
  const min = utc(y, m, d);
  if (day !== undefined && new Date(min).getUTCDate() !== d) return null;
  const next = day !== undefined ? utc(y, m, d + 1) : month !== undefined ? utc(y, m + 1, 1) : utc(y + 1, 0, 1);
  const doubt = { is: 'given', approximate: mark === '~' || mark === '%', uncertain: mark === '?' || mark === '%' } as const;
  return { kind: 'date', start: { at: min, ...doubt }, end: { at: next - 1, ...doubt }, unspecified: false, parts: [] };
}

function shapeOf(date: Parsed): EdtfShape {
  if (isSeveral(date)) return severalShape(date);
  if ('lower' in date) return intervalShape(date);
  const doubt = doubtOf([date]);
  const [start, end] = [givenEnd(date.min, doubt), givenEnd(date.max, doubt)];
  return { kind: 'date', start, end, unspecified: isMarked(date.unspecified), parts: [] };
}

/** Every date of the library has `values`; those of a set are dates. */
function isSeveral(date: Parsed): date is Several {
  return date.type === 'Set' || date.type === 'List';
}

function intervalShape({ lower, upper }: Interval): EdtfShape {
  const end = (side: Interval['lower'], at: 'min' | 'max'): EdtfEnd => {
    if (side === null) return missingEnd('unknown');
    return typeof side === 'number' ? missingEnd('open') : givenEnd(side[at], doubtOf([side]));
  };
  const unspecified = [lower, upper].some((side) => side !== null && typeof side === 'object' && isMarked(side.unspecified));
  return { kind: 'interval', start: end(lower, 'min'), end: end(upper, 'max'), unspecified, parts: [] };
}

function severalShape({ type, values, earlier, later }: Several): EdtfShape {
  const parts = values.map((value) => {
    const dates = 'type' in value ? [value] : value;
    return { min: Math.min(...dates.map((date) => date.min)), max: Math.max(...dates.map((date) => date.max)) };
  });
  const dates = values.flat();
  const doubt = doubtOf(dates);
  return {
    kind: type === 'Set' ? 'one of' : 'all of',
    start: earlier ? missingEnd('open') : givenEnd(Math.min(...parts.map(({ min }) => min)), doubt),
    end: later ? missingEnd('open') : givenEnd(Math.max(...parts.map(({ max }) => max)), doubt),
    unspecified: dates.some((date) => isMarked(date.unspecified)),
    parts,
  };
}

type Doubt = Pick<EdtfEnd, 'approximate' | 'uncertain'>;
type Single = Pick<Parsed, 'min' | 'max' | 'approximate' | 'uncertain' | 'unspecified'>;

function doubtOf(dates: readonly Single[]): Doubt {
  return {
    approximate: dates.some((date) => isMarked(date.approximate)),
    uncertain: dates.some((date) => isMarked(date.uncertain)),
  };
}

function isMarked(mask: Single['approximate']): boolean {
  return mask !== undefined && mask.value !== 0;
}

function givenEnd(at: number, doubt: Doubt): EdtfEnd {
  return { at: Number.isFinite(at) ? at : null, is: 'given', ...doubt };
}

function missingEnd(is: 'open' | 'unknown'): EdtfEnd {
  return { at: null, is, approximate: false, uncertain: false };
}
