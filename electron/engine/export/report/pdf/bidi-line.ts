/** Words set in lines: broken where they may be, and put in the order they are seen in (Unicode UAX 9). Pure but for its fonts. */
import bidiFactory from 'bidi-js';
import type { Span } from '../blocks.ts';
import type { FontName, Fonts } from './fonts.ts';

const bidi = bidiFactory();

/** `leading`: the size that lines are set apart for, where that is not its own. */
export type Style = { family: FontName; size: number; colour: string; bold?: boolean; leading?: number };
export type StyledSpan = { text: string; style: Style; isolated: boolean; to: Span['to'] };
/** A piece of one font and direction, as it is drawn. */
export type Piece = {
  text: string;
  font: string;
  style: Style;
  width: number;
  level: number;
  space: boolean;
  rtl: boolean;
  to: Span['to'];
};
export type Line = { pieces: Piece[]; width: number };
/** `rightToLeft`: where the paragraph begins, by its first strong letter when the direction is `auto`. */
export type Paragraph = { lines: Line[]; rightToLeft: boolean };

const FIRST_STRONG_ISOLATE = '\u2068';
const POP_ISOLATE = '\u2069';
const rightToLeftLetters = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u200c\u200d]/u;
/** 2018-11-14, E-001 and SHA-256 stay whole. */
const digit = /\d/;
const mark = /[\p{M}\u200c\u200d]/u;

/** Each line break in the words begins a new line; direction is taken once, for all of them. */
export function setParagraph(
  spans: readonly StyledSpan[],
  { width, direction, fonts }: { width: number; direction: 'auto' | 'ltr'; fonts: Fonts },
): Paragraph {
  const lines: Line[] = [];
  let rightToLeft: boolean | null = null;
  for (const part of splitLines(spans)) {
    const text = part.map((span) => (span.isolated ? `${FIRST_STRONG_ISOLATE}${span.text}${POP_ISOLATE}` : span.text)).join('');
    const embedding = bidi.getEmbeddingLevels(
      text,
      direction === 'auto' ? (rightToLeft === null ? 'auto' : rightToLeft ? 'rtl' : 'ltr') : direction,
    );
    rightToLeft ??= ((embedding.paragraphs[0]?.level ?? 0) & 1) === 1;
    lines.push(...broken(piecesOf(part, embedding.levels, fonts), width, fonts).map(inSight));
  }
  return { lines, rightToLeft: rightToLeft ?? false };
}

function splitLines(spans: readonly StyledSpan[]): StyledSpan[][] {
  const lines: StyledSpan[][] = [[]];
  for (const span of spans) {
    cleaned(span.text)
      .split('\n')
      .forEach((text, at) => {
        if (at > 0) lines.push([]);
        if (text !== '') lines.at(-1)?.push({ ...span, text });
      });
  }
  return lines;
}

/** What steers a printer or the direction of other people's words is not printed. */
function cleaned(text: string): string {
  return text
    .toWellFormed()
    .replace(/\r\n?|[\u2028\u2029\u000b\u000c\u0085]/g, '\n')
    .replace(/\t/g, '    ')
    .replace(/[\u0000-\u0009\u000e-\u001f\u007f-\u009f\u00ad\ufeff]/g, '');
}

type Draft = Omit<Piece, 'width'>;

/** Letters that share font, style, level and kind; break opportunities lie at spaces and after dashes and slashes. */
function piecesOf(spans: readonly StyledSpan[], levels: Uint8Array, fonts: Fonts): Piece[] {
  const drafts: Draft[] = [];
  let at = 0;
  for (const span of spans) {
    if (span.isolated) at += 1;
    let last: Draft | null = null;
    for (const letter of span.text) {
      const level = levels[at] ?? 0;
      at += letter.length;
      if (isControl(letter)) continue;
      const space = letter === ' ' || letter === '\u3000';
      const joins: boolean = last !== null && mark.test(letter);
      const font: string = joins ? last!.font : fonts.fontFor(letter, span.style.family);
      const rtl: boolean = joins ? last!.rtl : rightToLeftLetters.test(letter);
      if (
        last !== null &&
        last.font === font &&
        last.level === level &&
        last.space === space &&
        last.rtl === rtl &&
        !(breaksAfter(last.text) && !digit.test(letter))
      ) {
        last.text += letter;
        continue;
      }
      last = { text: letter, font, style: span.style, level, space, rtl, to: span.to };
      drafts.push(last);
    }
    if (span.isolated) at += 1;
  }
  return drafts.map((draft) => ({ ...draft, width: fonts.width(shown(draft), draft.font, draft.style.size) }));
}

function isControl(letter: string): boolean {
  return /[\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\u061c]/.test(letter);
}

function breaksAfter(text: string): boolean {
  return /[-/‐–—_]$/.test(text);
}

/** As given to the font: it turns letters of right-to-left scripts round itself; what else stands at an odd level is turned here. */
export function shown({ text, level, rtl }: Pick<Piece, 'text' | 'level' | 'rtl'>): string {
  if ((level & 1) === 0 || rtl) return text;
  return [...text]
    .reverse()
    .map((letter) => bidi.getMirroredCharacter(letter) ?? letter)
    .join('');
}

function broken(pieces: readonly Piece[], width: number, fonts: Fonts): Line[] {
  const lines: Line[] = [];
  let line: Piece[] = [];
  let used = 0;
  const flush = () => {
    lines.push(asLine(line));
    line = [];
    used = 0;
  };
  for (const word of wordsOf(pieces)) {
    const long = word.reduce((sum, piece) => sum + piece.width, 0);
    if (used > 0 && used + long > width && !word[0]!.space) flush();
    if (long > width) {
      for (const piece of word.flatMap((one) => cutToFit(one, width, fonts))) {
        if (used > 0 && used + piece.width > width) flush();
        line.push(piece);
        used += piece.width;
      }
      continue;
    }
    line.push(...word);
    used += long;
  }
  flush();
  return lines;
}

/** Pieces that stay together: up to a space, or after a dash or slash. */
function wordsOf(pieces: readonly Piece[]): Piece[][] {
  const words: Piece[][] = [];
  let open = false;
  for (const piece of pieces) {
    if (piece.space || !open) words.push([piece]);
    else words.at(-1)!.push(piece);
    open = !piece.space && !breaksAfter(piece.text);
  }
  return words;
}

/** A hash or an address is longer than a narrow column: cut where it is full. */
function cutToFit(piece: Piece, width: number, fonts: Fonts): Piece[] {
  const parts: Piece[] = [];
  const letters = [...piece.text];
  const each = piece.width / Math.max(1, letters.length);
  const most = Math.max(1, Math.floor(width / Math.max(0.1, each)) - 1);
  if (letters.length <= most) return [piece];
  for (let at = 0; at < letters.length; at += most) {
    const part = { ...piece, text: letters.slice(at, at + most).join('') };
    parts.push({ ...part, width: fonts.width(shown(part), part.font, part.style.size) });
  }
  return parts;
}

/** Spaces at the end of a line take no room. */
function asLine(pieces: readonly Piece[]): Line {
  let end = pieces.length;
  while (end > 0 && pieces[end - 1]!.space) end--;
  const kept = pieces.slice(0, end);
  return { pieces: kept, width: kept.reduce((sum, { width }) => sum + width, 0) };
}

/** UAX 9, rule L2: from the highest level down, each run at that level or higher is turned round. */
function inSight({ pieces, width }: Line): Line {
  const turned = [...pieces];
  const highest = Math.max(0, ...turned.map(({ level }) => level));
  for (let level = highest; level > 0; level--) {
    for (let from = 0; from < turned.length; from++) {
      if (turned[from]!.level < level) continue;
      let to = from;
      while (to + 1 < turned.length && turned[to + 1]!.level >= level) to++;
      turned.splice(from, to - from + 1, ...turned.slice(from, to + 1).reverse());
      from = to;
    }
  }
  return { pieces: joined(turned), width };
}

/** Neighbours that are drawn alike are drawn at once. */
function joined(pieces: readonly Piece[]): Piece[] {
  const out: Piece[] = [];
  for (const piece of pieces) {
    const last = out.at(-1);
    const alike = last !== undefined && last.level % 2 === 0 && piece.level % 2 === 0 && !last.rtl && !piece.rtl;
    if (alike && last.font === piece.font && last.style === piece.style && last.to === piece.to)
      out[out.length - 1] = { ...last, text: last.text + piece.text, width: last.width + piece.width, space: false };
    else out.push(piece);
  }
  return out;
}
