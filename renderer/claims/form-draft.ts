/** What was read from the marked words, by the form's own fields, and how far the person has gone over it. Pure. */
import { ruleWords } from '#shared/claims/reading/rule-words.ts';
import type { ClaimDraft } from '#shared/model/claim-draft.ts';
import { asSeen, isNowhere, type ClaimFormState } from './form-state.ts';

/** `from` is quote.slice(start, end). `rule` says in words how they were read where they do not say it outright. */
export type DraftRead = { field: string; from: string; start: number; end: number; rule: string | null };
export type FormDraft = { fields: ClaimDraft['fields']; read: DraftRead[] };

/** `drafted` waits for a look; `typed` is the person's own; `default` is what stands until something else is said. */
export type FieldState = 'drafted' | 'confirmed' | 'corrected' | 'typed' | 'empty' | 'default';

/** Field of the form for a quantity by its row's key, and of its breakdown. */
export const quantityField = (key: number): string => `quantity:${key}`;
export const breakdownField = (key: number): string => `quantity:${key}:breakdown`;

/** A drafted field under the name the form has for it: `quantities.0` is the row whose key is -1. */
export function formField(field: string): string {
  const [, at, part] = /^quantities\.(\d+)(\.breakdown)?$/.exec(field) ?? [];
  if (at === undefined) return field === 'speakerId' ? 'speaker' : field;
  return part === undefined ? quantityField(-1 - Number(at)) : breakdownField(-1 - Number(at));
}

/** A draft by the form's own fields, its rules in words. */
export function formDraft({ fields, read }: Pick<ClaimDraft, 'fields' | 'read'>): FormDraft {
  return {
    fields,
    read: read.map(({ field, rule, ...words }) => ({ ...words, field: formField(field), rule: rule === null ? null : ruleWords(rule) })),
  };
}

/** The value of a field of the form; undefined for a row that is gone. */
function valueOf(form: ClaimFormState, field: string): unknown {
  const [name = '', key, part] = field.split(':');
  if (name !== 'quantity') return form[name as keyof ClaimFormState];
  const row = form.quantities.find((one) => one.key === Number(key));
  if (row === undefined) return undefined;
  return part === undefined ? { ...row, breakdown: [] } : row.breakdown;
}

function isEmpty(value: unknown): boolean {
  if (value === undefined || value === null || value === '') return true;
  if (Array.isArray(value)) return value.length === 0;
  if (typeof value !== 'object') return false;
  if ('words' in value && 'id' in value) return value.id === null && value.words === '';
  return 'precision' in value ? isNowhere(value as ClaimFormState['place']) : false;
}

export function fieldState(
  field: string,
  { initial, form, read }: { initial: ClaimFormState; form: ClaimFormState; read: readonly DraftRead[] },
): FieldState {
  const value = valueOf(form, field);
  if (!read.some((one) => one.field === field)) return isEmpty(value) ? 'empty' : value === 'asserts' ? 'default' : 'typed';
  if (asSeen(value) !== asSeen(valueOf(initial, field))) return 'corrected';
  return form.looked.includes(field) ? 'confirmed' : 'drafted';
}

/** Drafted fields nobody looked at yet, in the order they were read. */
export function notLookedAt(about: { initial: ClaimFormState; form: ClaimFormState; read: readonly DraftRead[] }): string[] {
  return [...new Set(about.read.map(({ field }) => field))].filter((field) => fieldState(field, about) === 'drafted');
}

/**
 * Where Enter leads from the field at `at`: to the next drafted one, then to any that was passed over, then to the next
 * empty one. -1 when all is filled in.
 */
export function nextField(states: readonly FieldState[], at: number): number {
  const after = (wanted: FieldState) => states.findIndex((state, index) => index > at && state === wanted);
  const next = after('drafted');
  if (next >= 0) return next;
  const passed = states.findIndex((state, index) => index !== at && state === 'drafted');
  return passed >= 0 ? passed : after('empty');
}

/** The quote in pieces, each with the fields that were read from it. */
export function quoteParts(quote: string, read: readonly DraftRead[]): { text: string; start: number; fields: string[] }[] {
  const cuts = [...new Set([0, quote.length, ...read.flatMap(({ start, end }) => [start, end])])].sort((a, b) => a - b);
  return cuts.slice(0, -1).map((start, at) => {
    const end = cuts[at + 1] ?? quote.length;
    return {
      text: quote.slice(start, end),
      start,
      fields: read.filter((one) => one.start <= start && one.end >= end).map(({ field }) => field),
    };
  });
}
