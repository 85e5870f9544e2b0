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

/** The text round the first word that is wanted in another form than it is written in; null when there is none. */
export function excerptByForms(text: string, wanted: readonly Wanted[]): Piece[] | null {
  const asked = wanted.flatMap(({ words, isOpen }) => words.split(/\s+/u).flatMap((word) => formsOf(word).map((form) => ({ form, isOpen }))));
  const isWanted = (word: string) => formsOf(word).some((form) => asked.some((one) => (one.isOpen ? form.startsWith(one.form) : form === one.form)));
  const words = text.matchAll(/\p{Nd}+(?:[,٬.]\p{Nd}{3})*|[\p{L}\p{M}\p{N}\u0640]+/gu);
  const matches: { start: number; end: number }[] = [];
  for (const { 0: word, index } of words) {
    const first = matches[0];
    if (first !== undefined && index > first.start + ROUND) break;
    if (isWanted(word)) matches.push({ start: index, end: index + word.length });
  }
  return matches.length === 0 ? null : cut(text, matches);
}

function cut(text: string, matches: readonly { start: number; end: number }[]): Piece[] {
  const first = matches[0]?.start ?? 0;
  const from = wordStart(text, Math.max(0, first - ROUND));
  const to = wordStart(text, Math.min(text.length, first + ROUND));
  const pieces: Piece[] = [{ text: from === 0 ? '' : '…', match: false }];
  let at = from;
  for (const { start, end } of matches.filter((match) => match.end <= to)) {
    pieces.push({ text: text.slice(at, start), match: false }, { text: text.slice(start, end), match: true });
    at = end;
  }
  pieces.push({ text: text.slice(at, to) + (to === text.length ? '' : '…'), match: false });
  return pieces.map((piece) => ({ ...piece, text: piece.text.replace(/\s+/gu, ' ') })).filter((piece) => piece.text !== '');
}

/** The next white space at or after, so that no word is cut; at most a few words on. */
function wordStart(text: string, at: number): number {
  if (at === 0 || at === text.length) return at;
  const space = text.slice(at, at + 60).search(/\s/u);
  return space === -1 ? at : at + space;
}
