/** Where words lie on a page of a PDF: from the runs its text was made of to four-cornered shapes. Pure. */
import type { TextRange } from './find-matches.ts';
import { isSpace } from './non-space-map.ts';
import { inReadingOrder, type PdfRun } from './pdf-runs.ts';

/** A run with its extent; `width` and `height` in points along and across the way it is written. */
export type LaidRun = PdfRun & { width?: number; height?: number; dir?: string; fontName?: string };
/** Of a font: how far its letters reach above and below the line as shares of its size, and whether it is set downwards. */
export type RunStyle = { ascent: number; descent: number; vertical?: boolean };
/** The crop box in PDF user space: left, bottom, right, top. */
export type CropBox = readonly [number, number, number, number];
export type Point = readonly [number, number];
/** Corners in the order of reading: start of the line above, end above, end below, start below. */
export type Quad = readonly [Point, Point, Point, Point];

export type LaidPage = { runs: readonly LaidRun[]; styles: Readonly<Record<string, RunStyle | undefined>>; cropBox: CropBox };

/** What fonts without measures are taken to reach. */
const USUAL = { ascent: 0.8, descent: -0.2 };

/** A stretch of one line: along `along` from `from` to `to`, across `up` from `low` to `high`, in user space. */
type Stretch = { along: Point; up: Point; from: number; to: number; low: number; high: number };

/**
 * One shape a line for the words that are the `count.start`-th to `count.end`-th (exclusive) characters of the page that
 * are not white space, which is how a place in the canonical text and a place in the runs are told to be the same. In
 * points from the upper left corner of the crop box, y downwards, whatever the page's rotation. A character's place in
 * its run is its share of the run's width, from the right where the run is written from the right; runs of PDFs do not
 * say more.
 */
export function pageQuads({ runs, styles, cropBox }: LaidPage, count: TextRange): Quad[] {
  const lines: Stretch[] = [];
  let at = 0;
  for (const run of inReadingOrder(runs)) {
    const str = run.str ?? '';
    const part = shareOf(str, count.start - at, count.end - at);
    at += nonSpaces(str);
    const stretch = part === null ? null : stretchOf(run, styles[run.fontName ?? ''], part, str.length);
    if (stretch === null) continue;
    const last = lines.at(-1);
    if (last !== undefined && isOneLine(last, stretch)) lines[lines.length - 1] = joined(last, stretch);
    else lines.push(stretch);
  }
  return lines.map((line) => toQuad(line, cropBox));
}

export function nonSpaces(text: string): number {
  let count = 0;
  for (let at = 0; at < text.length; at++) if (!isSpace(text.charCodeAt(at))) count++;
  return count;
}

/** The stretch of `str` from its `first`-th to before its `last`-th non-space; null when none of them is in it. */
function shareOf(str: string, first: number, last: number): TextRange | null {
  let [start, end, count] = [-1, -1, 0];
  for (let at = 0; at < str.length; at++) {
    if (isSpace(str.charCodeAt(at))) continue;
    if (count >= first && count < last) {
      if (start < 0) start = at;
      end = at + 1;
    }
    count++;
  }
  return start < 0 ? null : { start, end };
}

function stretchOf(run: LaidRun, style: RunStyle | undefined, part: TextRange, length: number): Stretch | null {
  const [a = 1, b = 0, c = 0, d = 1, x = 0, y = 0] = run.transform ?? [];
  const size = Math.hypot(c, d);
  const vertical = style?.vertical === true;
  const up: Point = vertical ? unit(a, b) : unit(c, d);
  const along: Point = vertical ? unit(-c, -d) : unit(a, b);
  const extent = (vertical ? run.height : run.width) ?? 0;
  if (!(size > 0) || !Number.isFinite(extent)) return null;
  const origin = dot([x, y], along);
  const base = dot([x, y], up);
  const [first, last] = [part.start / length, part.end / length];
  const [from, to] = run.dir === 'rtl' ? [1 - last, 1 - first] : [first, last];
  // Letters set downwards hang on a line through their middle.
  const { ascent, descent } = vertical ? { ascent: 0.5, descent: -0.5 } : measures(style);
  return { along, up, from: origin + from * extent, to: origin + to * extent, low: base + descent * size, high: base + ascent * size };
}

function measures(style: RunStyle | undefined): { ascent: number; descent: number } {
  const { ascent, descent } = style ?? USUAL;
  return ascent > 0 && ascent <= 2 && descent <= 0 && descent >= -1 ? { ascent, descent } : USUAL;
}

/** Written the same way, at about the same height, and no further apart than a letter is high: not two columns. */
function isOneLine(one: Stretch, other: Stretch): boolean {
  if (dot(one.along, other.along) < 0.999) return false;
  const heights = [one.high - one.low, other.high - other.low];
  const shared = Math.min(one.high, other.high) - Math.max(one.low, other.low);
  const gap = Math.max(one.from, other.from) - Math.min(one.to, other.to);
  return shared > Math.min(...heights) / 2 && gap <= Math.max(...heights);
}

function joined(one: Stretch, other: Stretch): Stretch {
  return {
    ...one,
    from: Math.min(one.from, other.from),
    to: Math.max(one.to, other.to),
    low: Math.min(one.low, other.low),
    high: Math.max(one.high, other.high),
  };
}

function toQuad({ along, up, from, to, low, high }: Stretch, [left, , , top]: CropBox): Quad {
  // `up` is square to `along` but where letters slant; solved so that slanted ones keep their slant.
  const across = dot(along, up);
  const square = 1 - across * across;
  const corner = (s: number, t: number): Point => {
    const [p, q] = [(s - across * t) / square, (t - across * s) / square];
    return [p * along[0] + q * up[0] - left, top - (p * along[1] + q * up[1])];
  };
  return [corner(from, high), corner(to, high), corner(to, low), corner(from, low)];
}

function unit(x: number, y: number): Point {
  const length = Math.hypot(x, y);
  return length === 0 ? [1, 0] : [x / length, y / length];
}

function dot(one: Point, other: Point): number {
  return one[0] * other[0] + one[1] * other[1];
}
