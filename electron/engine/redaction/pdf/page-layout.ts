/** Where the words of one page lie, in pixels of the page as it is drawn. Runs in the redaction thread. */
import type { PageViewport, PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { TextRange } from '#shared/anchoring/find-matches.ts';
import { isSpace } from '#shared/anchoring/non-space-map.ts';
import { nonSpaces, pageQuads, type CropBox, type LaidRun, type Quad, type RunStyle } from '#shared/anchoring/pdf-quads.ts';
import type { PixelBox } from '../redact-task.ts';
import { pageText } from '../../pdf/pdf-text.ts';
import { glyphWidths } from './glyph-widths.ts';
import { measuredRuns } from './measured-runs.ts';

/** `along`: which way the words run on the drawn page. */
export type LaidBox = PixelBox & { along: 'x' | 'y' };
export type PageWord = TextRange & { words: string; boxes: LaidBox[] };

type Styles = Readonly<Record<string, RunStyle | undefined>>;
type LaidText = {
  text: string;
  /** A character each, in reading order. */ runs: LaidRun[];
  styles: Styles;
  cropBox: CropBox;
  viewport: PageViewport;
};

export class PageLayout {
  readonly #runs: LaidRun[];
  readonly #styles: Styles;
  readonly #cropBox: CropBox;
  readonly #viewport: PageViewport;
  readonly #starts: number[];
  /** The page's canonical text as its words are found in it. */
  readonly text: string;
  readonly nonSpace: string;

  constructor({ text, runs, styles, cropBox, viewport }: LaidText) {
    this.text = text;
    this.nonSpace = withoutSpaces(text);
    this.#runs = runs;
    this.#styles = styles;
    this.#cropBox = cropBox;
    this.#viewport = viewport;
    let count = 0;
    this.#starts = runs.map(({ str = '' }) => (count += nonSpaces(str)) - nonSpaces(str));
  }

  static async of(page: PDFPageProxy, viewport: PageViewport): Promise<PageLayout> {
    const content = await page.getTextContent();
    const [items, styles] = [content.items as LaidRun[], content.styles as Styles];
    const runs = measuredRuns(items, styles, await glyphWidths(page));
    return new PageLayout({ text: pageText(items), runs, styles, cropBox: page.view as unknown as CropBox, viewport });
  }

  /** Boxes round the `start`-th to before the `end`-th non-space character, one a line. */
  boxesOf({ start, end }: TextRange): LaidBox[] {
    // A character each: where one begins is found without going through all before it.
    const first = Math.max(0, lastAtOrBefore(this.#starts, start));
    const before = this.#starts[first] ?? 0;
    const part = this.#runs.slice(first, lastAtOrBefore(this.#starts, end - 1) + 1);
    const quads = pageQuads({ runs: part, styles: this.#styles, cropBox: this.#cropBox }, { start: start - before, end: end - before });
    return quads.map((quad) => this.#onPage(quad));
  }

  /** The page's words: what white space parts. */
  words(): PageWord[] {
    const found: PageWord[] = [];
    let count = 0;
    for (const words of this.text.split(/\s+/u)) {
      const end = count + words.length;
      if (words !== '') found.push({ start: count, end, words, boxes: this.boxesOf({ start: count, end }) });
      count = end;
    }
    return found;
  }

  #onPage(quad: Quad): LaidBox {
    const [left, , , top] = this.#cropBox;
    const points = quad.map(([x, y]) => this.#viewport.convertToViewportPoint(left + x, top - y) as [number, number]);
    const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
    const [from, to] = [points[0]!, points[1]!];
    return {
      left: Math.min(...xs),
      right: Math.max(...xs),
      top: Math.min(...ys),
      bottom: Math.max(...ys),
      along: Math.abs(to[0] - from[0]) >= Math.abs(to[1] - from[1]) ? 'x' : 'y',
    };
  }
}

/** The last place in a rising list whose value is no more than `value`; of equal ones the last. */
function lastAtOrBefore(values: readonly number[], value: number): number {
  let [low, high] = [0, values.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (values[middle]! <= value) low = middle;
    else high = middle - 1;
  }
  return low;
}

function withoutSpaces(text: string): string {
  let out = '';
  for (const character of text) if (!isSpace(character.charCodeAt(0))) out += character;
  return out;
}
