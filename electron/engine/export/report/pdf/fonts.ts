/** The fonts of the report, from the packages on disk, embedded as subsets of the letters used. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { ascii, figures, prepareFont, setLetterByLetter, type EmbeddedFont, type FontFace } from './embedded-font.ts';

export type FontName = 'read' | 'ui' | 'mono';

const packages: Record<FontName, string> = { read: 'source-serif-4', ui: 'inter', mono: 'jetbrains-mono' };
/** Not named `require`: the bundler declares one of its own in the same module. */
const packaged = createRequire(import.meta.url);

/** The parts of pdfkit's document that are used here. */
export type FontHost = {
  registerFont(name: string, source: Buffer): unknown;
  font(name: string): unknown;
  fontSize(size: number): unknown;
  widthOfString(text: string): number;
  _font: EmbeddedFont;
};

/** Which font draws which letter. What no font has is drawn as an empty box and counted. */
export class Fonts {
  readonly #host: FontHost;
  readonly #loaded = new Map<string, FontFace | null>();
  readonly #chosen = new Map<string, string>();
  readonly #widths = new Map<string, number>();

  constructor(host: FontHost) {
    this.#host = host;
  }

  fontFor(letter: string, family: FontName): string {
    const key = `${family} ${letter}`;
    const known = this.#chosen.get(key);
    if (known !== undefined) return known;
    const code = letter.codePointAt(0) ?? 0;
    const found = candidates(family, code).find((name) => this.#load(name)?.hasGlyphForCodePoint(code) === true);
    const font = found ?? MISSING;
    this.#chosen.set(key, font);
    return font;
  }

  /** How many letters of a text none of the fonts has. */
  missing(text: string, family: FontName): number {
    return [...text].filter((letter) => !/[\s\p{C}\p{M}]/u.test(letter) && this.fontFor(letter, family) === MISSING).length;
  }

  width(text: string, font: string, size: number): number {
    const key = `${font} ${text}`;
    let width = this.#widths.get(key);
    if (width === undefined) {
      this.use(font);
      this.#host.fontSize(1000 * scaleOf(font));
      width = this.#host.widthOfString(text);
      this.#widths.set(key, width);
    }
    return (width * size) / 1000;
  }

  use(font: string): void {
    this.#load(font === MISSING ? FALLBACK : font);
    this.#host.font(font === MISSING ? FALLBACK : font);
  }

  #load(name: string): FontFace | null {
    const known = this.#loaded.get(name);
    if (known !== undefined) return known;
    this.#host.registerFont(name, readFileSync(pathOf(name)));
    this.#host.font(name);
    const embedded = this.#host._font;
    prepareFont(embedded);
    setLetterByLetter(embedded, name.startsWith(packages.mono) ? ascii : figures);
    this.#loaded.set(name, embedded.font);
    return embedded.font;
  }
}

/** Naskh letters are small in their square; beside Latin ones of the same size they read as footnotes. */
export function scaleOf(font: string): number {
  return font.startsWith('noto-naskh') ? 1.18 : 1;
}

export const MISSING = 'missing';
const FALLBACK = 'LiberationSans-Regular';

/** Fonts to ask for a letter, by where its script is kept. */
function candidates(family: FontName, code: number): string[] {
  const own = (subset: string) => `${packages[family]} ${subset}`;
  if (isArabic(code)) return ['noto-naskh-arabic arabic', FALLBACK];
  const sets =
    code < 0x250 || code > 0x2000
      ? ['latin', 'latin-ext']
      : code < 0x400
        ? ['greek', 'latin-ext']
        : code < 0x530
          ? ['cyrillic', 'cyrillic-ext']
          : ['latin-ext', 'vietnamese'];
  return [...sets.map(own), 'noto-naskh-arabic symbols', 'noto-naskh-arabic math', FALLBACK];
}

function isArabic(code: number): boolean {
  return (
    (code >= 0x600 && code <= 0x6ff) ||
    (code >= 0x750 && code <= 0x77f) ||
    (code >= 0x870 && code <= 0x8ff) ||
    (code >= 0xfb50 && code <= 0xfdff) ||
    (code >= 0xfe70 && code <= 0xfefc)
  );
}

function pathOf(name: string): string {
  if (name === FALLBACK) return join(dirname(packaged.resolve('pdfjs-dist/package.json')), 'standard_fonts', `${FALLBACK}.ttf`);
  const [font, subset] = name.split(' ');
  return packaged.resolve(`@fontsource-variable/${font}/files/${font}-${subset}-wght-normal.woff2`);
}
