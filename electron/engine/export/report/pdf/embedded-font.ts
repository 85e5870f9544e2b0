/** What pdfkit and fontkit do not do for the fonts of the report. Both are pinned; the tests read the words back. */
import { encodeGlyph, moved, type GlyphPath } from './encode-glyph.ts';

type Glyph = { id: number; codePoints: readonly number[]; path: GlyphPath; advanceWidth: number; _getMetrics(): { leftBearing: number } };
/** In thousandths of the font's size. */
type Position = { xAdvance: number; yAdvance: number; xOffset: number; yOffset: number; advanceWidth: number };
export type FontFace = {
  hasGlyphForCodePoint(code: number): boolean;
  getGlyph(id: number, letters?: readonly number[]): Glyph;
};
type Subset = {
  glyphs: number[];
  glyf: Uint8Array[];
  loca: { offsets: number[] };
  hmtx: { metrics: { advance: number; bearing: number }[] };
  offset: number;
  _addGlyph(id: number): number;
};
/** pdfkit's font: `unicode` and `widths` by the number of a glyph in the subset; `scale` from units of the font to thousandths. */
export type EmbeddedFont = {
  font: FontFace;
  subset: Subset;
  unicode: (readonly number[] | undefined)[];
  widths: (number | undefined)[];
  scale: number;
  layout(text: string): { glyphs: Glyph[]; positions: Position[] };
  /** Shapes a word; pdfkit keeps what it answers, by the word. */
  layoutRun(text: string, features?: unknown): Run;
  encode(text: string): [string[], Position[]];
};

type Run = { glyphs: Glyph[]; positions: Position[]; advanceWidth: number };

/** What is drawn at once and says its letters: a shape, or an Arabic one with its dots and vowels. */
type Cluster = { key: string; letters: readonly number[]; outline: () => GlyphPath; advance: number; position: Position };

/**
 * Makes the words of a font's text readable as well as visible.
 *
 * Arabic fonts draw beh, teh and noon as one stroke and different dots. In a PDF a shape says one letter, and dots set by
 * moving the pen tear words apart for whoever copies or searches them. So each letter becomes one shape of its own, dots
 * and vowels drawn in.
 *
 * In WOFF2 the outlines are packed (WOFF 2.0, section 5.1), and fontkit's subsets copy bytes that are not there any more.
 * So each shape is written from its outline.
 */
export function prepareFont(embedded: EmbeddedFont): void {
  const { font, subset, unicode, widths, scale } = embedded;
  tellLetters(font);
  const numbers = new Map<string, number>();
  const drawn: { outline: () => GlyphPath; advance: number }[] = [];
  const numberOf = ({ key, letters, outline, advance }: Cluster): number => {
    const known = numbers.get(key);
    if (known !== undefined) return known;
    const number = subset.glyphs.push(drawn.push({ outline, advance }) - 1 + OWN) - 1;
    numbers.set(key, number);
    widths[number] = advance * scale;
    unicode[number] = letters;
    return number;
  };
  embedded.encode = (text) => {
    const clusters = clustersOf(embedded.layout(text), { scale, rightToLeft: rightToLeft.test(text) });
    return [clusters.map((cluster) => numberOf(cluster).toString(16).padStart(4, '0')), clusters.map(({ position }) => position)];
  };
  subset._addGlyph = (id) => {
    const glyph = id >= OWN ? drawn[id - OWN]! : null;
    const bytes = encodeGlyph(glyph === null ? font.getGlyph(id).path : glyph.outline());
    subset.glyf.push(bytes);
    subset.loca.offsets.push(subset.offset);
    subset.hmtx.metrics.push({
      advance: Math.round(glyph?.advance ?? font.getGlyph(id).advanceWidth),
      bearing: bytes.length < 4 ? 0 : Buffer.from(bytes).readInt16BE(2),
    });
    subset.offset += bytes.length;
    return subset.glyf.length - 1;
  };
}

/** Above the 65,536 glyphs a font can have. */
const OWN = 0x10000;
const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/u;

/** Printable ASCII that is more than a word of letters: figures, dates, names of files. */
export const figures = /^(?=.*[^A-Za-z.,:; ])[\x20-\x7e]{2,}$/;
export const ascii = /^[\x20-\x7e]{2,}$/;

/**
 * Sets words that match letter by letter, as they are written: of hashes, addresses and figures no two are alike, so that
 * shaping each would take most of a long report's time, and `->`, `0x` or `3x4` must stay what it is.
 */
export function setLetterByLetter(embedded: EmbeddedFont, which: RegExp): void {
  const shape = embedded.layoutRun.bind(embedded);
  const letters = new Map<string, Run>();
  const letter = (one: string): Run => {
    const known = letters.get(one) ?? shape(one);
    letters.set(one, known);
    return known;
  };
  embedded.layoutRun = (text, features) => {
    if (features !== undefined || !which.test(text)) return shape(text, features);
    const runs = Array.from(text, letter);
    return {
      glyphs: runs.flatMap(({ glyphs }) => glyphs),
      positions: runs.flatMap(({ positions }) => positions),
      advanceWidth: runs.reduce((sum, { advanceWidth }) => sum + advanceWidth, 0),
    };
  };
}

/** fontkit keeps the letters a glyph was first made for; here it answers with those it is made for now. */
function tellLetters(font: FontFace): void {
  const plain = font.getGlyph.bind(font);
  font.getGlyph = (id, letters = []) => {
    const glyph = plain(id, letters);
    const same =
      letters.length === 0 || (letters.length === glyph.codePoints.length && letters.every((one, at) => one === glyph.codePoints[at]));
    return same ? glyph : (Object.create(glyph, { codePoints: { value: letters } }) as Glyph);
  };
}

/** Glyphs come in the order they are seen in: in right-to-left words dots and vowels, which take no room, before their letter. */
function clustersOf(
  { glyphs, positions }: ReturnType<EmbeddedFont['layout']>,
  { scale, rightToLeft: joins }: { scale: number; rightToLeft: boolean },
): Cluster[] {
  const clusters: Cluster[] = [];
  let waiting: { glyph: Glyph; position: Position }[] = [];
  glyphs.forEach((glyph, at) => {
    const position = positions[at]!;
    const isMark = joins && position.xAdvance === 0 && at < glyphs.length - 1;
    if (isMark) return void waiting.push({ glyph, position });
    clusters.push(joins ? joinedCluster([...waiting, { glyph, position }], scale) : loneCluster(glyph, position));
    waiting = [];
  });
  return clusters;
}

function loneCluster(glyph: Glyph, position: Position): Cluster {
  return { key: keyOf(glyph), letters: glyph.codePoints, outline: () => glyph.path, advance: glyph.advanceWidth, position };
}

function joinedCluster(parts: readonly { glyph: Glyph; position: Position }[], scale: number): Cluster {
  const { glyph: letter, position } = parts.at(-1)!;
  const placed = parts.map(({ glyph, position: { xOffset, yOffset } }) => ({
    glyph,
    x: Math.round(xOffset / scale),
    y: Math.round(yOffset / scale),
  }));
  return {
    key: placed.map(({ glyph, x, y }) => `${keyOf(glyph)} ${x} ${y}`).join('|'),
    letters: placed.toReversed().flatMap(({ glyph }) => glyph.codePoints),
    outline: () => ({ commands: placed.flatMap(({ glyph, x, y }) => moved(glyph.path, x, y)) }),
    advance: letter.advanceWidth,
    position: { ...position, xOffset: 0, yOffset: 0 },
  };
}

function keyOf({ id, codePoints }: Glyph): string {
  return `${id} ${codePoints.join(' ')}`;
}
