import type { SearchHit } from '#shared/model/search.ts';
import { formsOf } from './fold-word.ts';
import type { Wanted } from './match-expression.ts';

type Piece = SearchHit['excerpt'][number];

/** Put round matches by FTS5's snippet(); control characters, which no readable text holds. */
export const OPEN = '\u0002';
export const CLOSE = '\u0003';

/** How much of the text stands on either side of a match found here, in UTF-16 code units. */
const ROUND = 110;

/** A snippet of FTS5 as pieces, white space as single spaces. */
export function piecesOf(snippet: string): Piece[] {
  const pieces: Piece[] = [];
  let match = false;
  for (const part of snippet.split(/([\u0002\u0003])/u)) {
    if (part === OPEN || part === CLOSE) match = part === OPEN;
    else if (part !== '') pieces.push({ text: part.replace(/\s+/gu, ' '), match });
  }
  return pieces;
}

export function hasMatch(pieces: readonly Piece[]): boolean {
  return pieces.some((piece) => piece.match);
}

type Span = { start: number; end: number };

/** The text round the first word that is wanted in another form than it is written in; null when there is none. */
export function excerptByForms(text: string, wanted: readonly Wanted[]): Piece[] | null {
  const spans = wantedSpans(text, wanted, ROUND);
  return spans.length === 0 ? null : cut(text, spans);
}

/** Marks, in what a snippet left unmarked, the wanted words that are written in another form. */
export function markForms(pieces: readonly Piece[], wanted: readonly Wanted[]): Piece[] {
  const single = wanted.filter(({ words }) => !/\s/u.test(words));
  return pieces.flatMap((piece) => (piece.match ? [piece] : split(piece.text, wantedSpans(piece.text, single, piece.text.length))));
}

/** Where words stand that are wanted in any of their forms, as far as `reach` after the first. */
function wantedSpans(text: string, wanted: readonly Wanted[], reach: number): Span[] {
  const asked = wanted.flatMap(({ words, isOpen }) =>
    words.split(/\s+/u).flatMap((word) => formsOf(word).map((form) => ({ form, isOpen }))),
  );
  const isWanted = (word: string) =>
    formsOf(word).some((form) => asked.some((one) => (one.isOpen ? form.startsWith(one.form) : form === one.form)));
  const spans: Span[] = [];
  for (const { 0: word, index } of text.matchAll(/\p{Nd}+(?:[,٬.]\p{Nd}{3})*|[\p{L}\p{M}\p{N}\u0640]+/gu)) {
    const first = spans[0];
    if (first !== undefined && index > first.start + reach) break;
    if (isWanted(word)) spans.push({ start: index, end: index + word.length });
  }
  return spans;
}

/** A text as pieces, those of the spans marked. */
function split(text: string, spans: readonly Span[]): Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  for (const { start, end } of spans) {
    pieces.push({ text: text.slice(at, start), match: false }, { text: text.slice(start, end), match: true });
    at = end;
  }
  pieces.push({ text: text.slice(at), match: false });
  return pieces.filter((piece) => piece.text !== '');
}

function cut(text: string, spans: readonly Span[]): Piece[] {
  const first = spans[0]?.start ?? 0;
  const from = wordStart(text, Math.max(0, first - ROUND));
  const to = wordStart(text, Math.min(text.length, first + ROUND));
  const inside = spans.filter((span) => span.end <= to).map(({ start, end }) => ({ start: start - from, end: end - from }));
  const pieces = split(text.slice(from, to), inside).map((piece) => ({ ...piece, text: piece.text.replace(/\s+/gu, ' ') }));
  if (from > 0) pieces.unshift({ text: '…', match: false });
  if (to < text.length) pieces.push({ text: '…', match: false });
  return pieces;
}

/** The next white space at or after, so that no word is cut; at most a few words on. */
function wordStart(text: string, at: number): number {
  if (at === 0 || at === text.length) return at;
  const space = text.slice(at, at + 60).search(/\s/u);
  return space === -1 ? at : at + space;
}
