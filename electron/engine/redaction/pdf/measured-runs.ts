/** Runs of text taken apart into one run a character, each where its character lies. Pure. */
import { isSpace } from '#shared/anchoring/non-space-map.ts';
import type { LaidRun, RunStyle } from '#shared/anchoring/pdf-quads.ts';
import { inReadingOrder } from '#shared/anchoring/pdf-runs.ts';
import type { GlyphWidths } from './glyph-widths.ts';

/** What a character is taken to be wide when its font does not say: half the size. */
const USUAL = 500;

type Styles = Readonly<Record<string, RunStyle | undefined>>;

/**
 * The runs in reading order, a character each. Letters are as wide as their font says; what is left of a run's width is
 * the white space in it (justified lines stretch that alone), or spacing between its letters.
 */
export function measuredRuns(runs: readonly LaidRun[], styles: Styles, widths: GlyphWidths): LaidRun[] {
  return inReadingOrder(runs).flatMap((run) => takenApart(run, styles[run.fontName ?? '']?.vertical === true, widths));
}

function takenApart(run: LaidRun, vertical: boolean, widths: GlyphWidths): LaidRun[] {
  const str = run.str ?? '';
  const [a = 1, b = 0, c = 0, d = 1, x = 0, y = 0] = run.transform ?? [];
  const extent = (vertical ? run.height : run.width) ?? 0;
  if (str.length < 2 || !(extent > 0)) return [run];
  const along = vertical ? unit(-c, -d) : unit(a, b);
  const shares = sharesOf(str, Math.hypot(a, b), extent, widths.get(run.fontName ?? ''));
  let at = 0;
  return [...str].map((character, index, all) => {
    const from = at;
    at += shares[index]!;
    const start = (run.dir === 'rtl' ? 1 - at : from) * extent;
    return {
      ...run,
      str: character,
      hasEOL: run.hasEOL === true && index === all.length - 1,
      transform: [a, b, c, d, x + along[0] * start, y + along[1] * start],
      ...(vertical ? { height: shares[index]! * extent } : { width: shares[index]! * extent }),
    };
  });
}

/** The share of the run's extent that each character takes; they add up to one. */
function sharesOf(str: string, size: number, extent: number, font: ReadonlyMap<string, number> | undefined): number[] {
  const characters = [...str];
  const natural = characters.map((one) => ((font?.get(one) ?? USUAL) / 1000) * (size > 0 ? size : 1));
  const spaces = characters.map((one) => isSpace(one.charCodeAt(0)));
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
  const letters = sum(natural.filter((_width, index) => !spaces[index]));
  const spaceCount = spaces.filter(Boolean).length;
  const left = extent - letters;
  if (spaceCount > 0 && left > 0) return characters.map((_one, index) => (spaces[index] ? left / spaceCount : natural[index]!) / extent);
  const rest = (extent - sum(natural)) / characters.length;
  const spread = natural.map((width) => (rest > 0 ? width + rest : width));
  const whole = sum(spread);
  return spread.map((width) => width / whole);
}

function unit(x: number, y: number): readonly [number, number] {
  const length = Math.hypot(x, y);
  return length === 0 ? [1, 0] : [x / length, y / length];
}
