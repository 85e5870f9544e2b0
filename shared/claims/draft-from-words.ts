/** A first reading of marked words by rules, in English. A draft to correct: nothing is saved from it unasked. */
import type { ClaimFields, Quantity } from '../model/claims.ts';
import { readBreakdown } from './reading/read-breakdown.ts';
import { readDates } from './reading/read-date.ts';
import { readFigures } from './reading/read-figures.ts';
import { actWords, modalityWords } from './reading/vocabulary-words.ts';

export type DraftedField = 'act' | 'modality' | 'when' | 'saidAt' | `quantities.${number}` | `quantities.${number}.breakdown`;
export type ClaimDraft = {
  fields: Partial<Pick<ClaimFields, 'act' | 'modality' | 'quantities' | 'when' | 'saidAt'>>;
  /** The words each drafted field was read from, as they stand in the quote. */
  read: { field: DraftedField; from: string }[];
};

/** Fields the words say plainly; what they do not say is left out. */
export function draftFromWords(quote: string): ClaimDraft {
  const words = quote.replace(/\s/g, ' ');
  const parts = readBreakdown(words);
  const figures = readFigures(words, parts);
  const draft: ClaimDraft = { fields: {}, read: [] };
  const quantities: Quantity[] = figures.map((figure) => figure.value);
  figures.forEach(({ from }, at) => draft.read.push({ field: `quantities.${at}`, from }));
  if (parts.length > 0) addBreakdown(draft, quantities, parts);
  if (quantities.length > 0) draft.fields.quantities = quantities;
  const counted = figures.find((figure) => figure.value.role === 'count');
  const act = nearest(actWords, words, counted === undefined ? 0 : (counted.start + counted.end) / 2);
  if (act !== null) add(draft, 'act', act.term, act.from);
  const modality = nearest(modalityWords, words, 0);
  if (modality !== null) add(draft, 'modality', modality.term, modality.from);
  for (const { value, from, said } of readDates(words)) add(draft, said ? 'saidAt' : 'when', value, from);
  return draft;
}

function add<Field extends 'act' | 'modality' | 'when' | 'saidAt'>(
  draft: ClaimDraft,
  field: Field,
  value: ClaimFields[Field],
  from: string,
): void {
  (draft.fields as ClaimFields)[field] = value;
  draft.read.push({ field, from });
}

/** A breakdown belongs to the first count; without one it stands under an unknown number of people. */
function addBreakdown(draft: ClaimDraft, quantities: Quantity[], parts: ReturnType<typeof readBreakdown>): void {
  let at = quantities.findIndex((quantity) => quantity.role === 'count');
  if (at === -1) {
    at = quantities.push({ qualifier: 'unknown', value: null, min: null, max: null, unit: 'people', role: 'count', breakdown: [] }) - 1;
  }
  const quantity = quantities[at];
  if (quantity === undefined) return;
  quantities[at] = { ...quantity, breakdown: parts.map((part) => part.value) };
  draft.read.push({ field: `quantities.${at}.breakdown`, from: parts.map((part) => part.from).join(' … ') });
}

/** The word nearest to `place`; words for what happened come before words for saying so. */
function nearest<Term extends string>(
  table: readonly (readonly [pattern: string, term: Term])[],
  words: string,
  place: number,
): { term: Term; from: string } | null {
  const found = table.flatMap(([pattern, term]) =>
    [...words.matchAll(new RegExp(String.raw`\b(?:${pattern})(?![\p{L}-])`, 'giu'))].map((match) => ({
      term,
      from: match[0],
      rank: saying.has(term) ? 1 : 0,
      far: Math.abs(match.index + match[0].length / 2 - place),
    })),
  );
  found.sort((a, b) => a.rank - b.rank || a.far - b.far);
  return found[0] ?? null;
}

const saying = new Set<string>(['admitted', 'denied', 'published', 'investigated']);
