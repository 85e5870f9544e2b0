/** A first reading of marked words by rules, in English and Arabic. A draft to correct: nothing is saved from it unasked. */
import type { ClaimDraft, DraftedField, ReadingContext, ReadingRule } from '../model/claim-draft.ts';
import type { Quantity } from '../model/claims.ts';
import { caseWords } from './reading/case-words.ts';
import { readAct, readModality, type WordRead } from './reading/read-act.ts';
import { readBreakdowns, type BreakdownRead } from './reading/read-breakdown.ts';
import { checkedDate, readDates, type DateRead } from './reading/read-dates.ts';
import { readFigures, type FigureRead, type Taken } from './reading/read-figures.ts';
import { readNames, type NamesRead } from './reading/read-names.ts';
import { itemDay } from './reading/resolve-date.ts';
import { isSaid } from './reading/said-or-happened.ts';
import { tokensOf, type Token } from './reading/tokens.ts';
import { things } from './reading/unit-words.ts';

export type { ClaimDraft, DraftedField, ReadingContext, ReadingRule } from '../model/claim-draft.ts';

type Span = { start: number; next: number };

/** Fields the words say plainly; what they do not say is left out. Takes time in proportion to the words and the names given. */
export function draftFromWords(quote: string, context: ReadingContext = {}): ClaimDraft {
  const tokens = tokensOf(quote);
  const words = caseWords(context);
  const dates = readDates(tokens, quote, itemDay(context.itemDate));
  const parts = readBreakdowns(tokens, words, isIn(dates));
  const figures = readFigures(tokens, words, isIn([...dates, ...parts]));
  const draft = new Draft(quote, tokens);
  addFigures(draft, figures, parts);
  const counts = figures.filter((figure) => figure.quantity.role === 'count');
  const counted = counts.find((figure) => !isThing(figure)) ?? counts[0];
  draft.addWord('act', readAct(tokens, words, counted === undefined ? 0 : draft.middle(counted)));
  draft.addWord('modality', readModality(tokens));
  addDates(draft, dates, tokens);
  addNames(draft, readNames(tokens, words));
  return draft.done;
}

class Draft {
  readonly done: ClaimDraft = { fields: {}, read: [] };
  private readonly quote: string;
  private readonly tokens: readonly Token[];

  constructor(quote: string, tokens: readonly Token[]) {
    this.quote = quote;
    this.tokens = tokens;
  }

  /** Names the words a field was read from. */
  note(field: DraftedField, span: Span, rule: ReadingRule | null): void {
    const [start, end] = this.edges(span);
    this.done.read.push({ field, from: this.quote.slice(start, end), start, end, rule });
  }

  addWord<Field extends 'act' | 'modality'>(field: Field, read: WordRead<NonNullable<ClaimDraft['fields'][Field]>> | null): void {
    if (read === null) return;
    this.done.fields[field] = read.term;
    this.note(field, read, read.rule);
  }

  middle(span: Span): number {
    const [start, end] = this.edges(span);
    return (start + end) / 2;
  }

  private edges({ start, next }: Span): [number, number] {
    return [this.tokens[start]?.start ?? 0, this.tokens[next - 1]?.end ?? 0];
  }
}

function isIn(spans: readonly Span[]): Taken {
  return (from, next) => spans.some((span) => from < span.next && span.start < next);
}

function addFigures(draft: Draft, figures: readonly FigureRead[], parts: readonly BreakdownRead[]): void {
  const quantities: Quantity[] = figures.slice(0, 50).map((figure) => figure.quantity);
  figures.slice(0, 50).forEach((figure, at) => draft.note(`quantities.${at}`, figure, figure.rule));
  const byWhole = Map.groupBy(parts, (part) => wholeOf(figures, part));
  for (const [whole, own] of byWhole) {
    const at =
      whole ??
      quantities.push({ qualifier: 'unknown', value: null, min: null, max: null, unit: 'people', role: 'count', breakdown: [] }) - 1;
    const quantity = quantities[at];
    const [first, last] = [own[0], own.at(-1)];
    if (quantity === undefined || first === undefined || last === undefined) continue;
    quantities[at] = { ...quantity, breakdown: own.flatMap((one) => one.parts) };
    draft.note(`quantities.${at}.breakdown`, { start: first.start, next: last.next }, whole === null ? { rule: 'count-unsaid' } : null);
  }
  if (quantities.length > 0) draft.done.fields.quantities = quantities;
}

const isThing = ({ quantity }: FigureRead) => things.has(quantity.unit);

/** A breakdown belongs to the people counted last before it, or else first; without any it stands under an unknown number of people. */
function wholeOf(figures: readonly FigureRead[], part: BreakdownRead): number | null {
  const counts = figures
    .slice(0, 50)
    .map((figure, at) => ({ figure, at }))
    .filter(({ figure }) => figure.quantity.role === 'count');
  const people = counts.filter(({ figure }) => !isThing(figure));
  return (people.findLast(({ figure }) => figure.start < part.start) ?? people[0] ?? counts[0])?.at ?? null;
}

/** The first time of each kind. */
function addDates(draft: Draft, dates: readonly DateRead[], tokens: readonly Token[]): void {
  const wanted = new Set(['when', 'saidAt'] as const);
  for (const date of dates) {
    if (wanted.size === 0) return;
    if (date.value === null) continue;
    const field = date.open !== true && isSaid(tokens, date.start, date.next) ? 'saidAt' : 'when';
    const { value, rule } = wanted.has(field) ? checkedDate(date) : { value: null, rule: null };
    if (value === null) continue;
    wanted.delete(field);
    draft.done.fields[field] = value;
    draft.note(field, date, rule);
  }
}

function addNames(draft: Draft, { speaker, via, place }: NamesRead): void {
  if (speaker !== null) {
    draft.done.fields.speakerId = speaker.term;
    draft.note('speakerId', speaker, null);
  }
  if (via !== null) {
    draft.done.fields.via = [{ partyId: via.term, medium: '', itemId: null, date: null }];
    draft.note('via', via, null);
  }
  if (place !== null) {
    draft.done.fields.place = place.term;
    draft.note('place', place, null);
  }
}
