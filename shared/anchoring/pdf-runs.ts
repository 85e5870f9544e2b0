/**
 * The order and letters of a PDF's runs of text: one definition for both sides, the engine, which fixes the canonical
 * text, and the reader, which lays the same runs over the page.
 */

/** A run as pdf.js gives it; `transform[4]` and `[5]` are where it starts, in points. Markers of structure have no `str`. */
export type PdfRun = { str?: string; hasEOL?: boolean; transform?: readonly number[] };

/** Letters of right-to-left scripts: Hebrew to Arabic extended, and their presentation forms. */
const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/u;
const leftToRight = /\p{L}/u;
const digits = /^[\p{Nd}.,:/%+-]*\p{Nd}[\p{Nd}.,:/%+-]*$/u;
const joinsDigits = /^[.,:/-]$/;
/** Shapes that letters take in a word, which Unicode keeps for old software (Arabic Presentation Forms A and B). */
const shapes = /[\ufb50-\ufdff\ufe70-\ufefc]+/gu;

/**
 * Runs in the order in which they are read. Printers of Arabic and Hebrew often write each letter as a run of its own
 * from left to right as it lies on the paper, in shapes instead of letters; pdf.js turns runs round only within
 * themselves. Such lines are turned here; all other lines stay as they are.
 */
export function inReadingOrder<Run extends PdfRun>(runs: readonly Run[]): Run[] {
  const ordered: Run[] = [];
  let line: Run[] = [];
  const flush = () => {
    ordered.push(...orderLine(line));
    line = [];
  };
  for (const run of runs) {
    if (run.str === undefined || !sameLine(line.at(-1), run)) flush();
    if (run.str === undefined) {
      ordered.push(run);
      continue;
    }
    const str = run.str.replaceAll('\0', '').replace(shapes, (found) => found.normalize('NFKC'));
    line.push(str === run.str ? run : { ...run, str });
    if (run.hasEOL === true) flush();
  }
  flush();
  return ordered;
}

function sameLine(last: PdfRun | undefined, run: PdfRun): boolean {
  return last === undefined || Math.abs((last.transform?.[5] ?? 0) - (run.transform?.[5] ?? 0)) < 3;
}

function orderLine<Run extends PdfRun>(line: Run[]): Run[] {
  if (!liesLeftToRight(line)) return line;
  const turned = isMostlyBackward(line) ? keepForward([...line].reverse()) : turnBackward(line);
  const ends = line.some(({ hasEOL }) => hasEOL === true);
  return turned.map((run, index) =>
    (run.hasEOL === true) === (ends && index === turned.length - 1) ? run : { ...run, hasEOL: !run.hasEOL },
  );
}

/** Most steps from one right-to-left run to the next go to the right. */
function liesLeftToRight(line: readonly PdfRun[]): boolean {
  const backward = line.filter(({ str = '' }) => rightToLeft.test(str));
  let steps = 0;
  for (let i = 1; i < backward.length; i++) steps += Math.sign((backward[i]?.transform?.[4] ?? 0) - (backward[i - 1]?.transform?.[4] ?? 0));
  return steps > 0;
}

/** The direction of a line is that of most of its letters; a PDF does not say it. */
function isMostlyBackward(line: readonly PdfRun[]): boolean {
  const length = (kind: string) => line.reduce((sum, { str = '' }) => sum + (kindOf(str) === kind ? str.length : 0), 0);
  return length('backward') >= length('forward');
}

/** Right-to-left words within a line of another script. */
function turnBackward<Run extends PdfRun>(line: readonly Run[]): Run[] {
  const out: Run[] = [];
  for (let i = 0; i < line.length;) {
    let end = i + 1;
    if (kindOf(line[i]?.str ?? '') === 'backward') {
      for (let j = end; j < line.length; j++) {
        const kind = kindOf(line[j]?.str ?? '');
        if (kind === 'backward') end = j + 1;
        else if (kind !== 'neutral') break;
      }
    }
    out.push(...line.slice(i, end).reverse());
    i = end;
  }
  return out;
}

/** Words of other scripts and numbers within a turned line run forward again (Unicode Standard Annex 9, rules N1 and W4, as far as runs go). */
function keepForward<Run extends PdfRun>(line: Run[]): Run[] {
  const out: Run[] = [];
  for (let i = 0; i < line.length;) {
    const end = forwardUntil(line, i);
    out.push(...line.slice(i, end).reverse());
    i = end;
  }
  return out;
}

/** The end of the stretch that starts at `start` and runs forward; `start + 1` where there is none. */
function forwardUntil(line: readonly PdfRun[], start: number): number {
  let kind = kindOf(line[start]?.str ?? '');
  let end = start + 1;
  if (kind !== 'forward' && kind !== 'digits') return end;
  for (let i = end; i < line.length; i++) {
    const str = line[i]?.str ?? '';
    const here = kindOf(str);
    if (here === 'backward') break;
    if (here === 'neutral' && (kind === 'forward' || joinsDigits.test(str))) continue;
    if (here === 'neutral' || (here === 'digits' && kind === 'digits' && i > end && !joined(line, end, i))) break;
    if (here === 'forward') kind = 'forward';
    end = i + 1;
  }
  return end;
}

/** Two numbers are one only when nothing but a sign of numbers stands between them. */
function joined(line: readonly PdfRun[], from: number, to: number): boolean {
  return line.slice(from, to).every(({ str = '' }) => joinsDigits.test(str));
}

function kindOf(str: string): 'backward' | 'forward' | 'digits' | 'neutral' {
  if (rightToLeft.test(str) && !digits.test(str)) return 'backward';
  if (digits.test(str)) return 'digits';
  return leftToRight.test(str) ? 'forward' : 'neutral';
}
