/** What in the form cannot stand, each said beside its field with what to do. Pure. */
import { edtfOffers } from '#shared/claims/edtf-offers.ts';
import { edtfWords } from '#shared/claims/edtf-words.ts';
import { numberWords } from '#shared/claims/figure-words.ts';
import { readAge } from '#shared/claims/read-age.ts';
import { parseEdtf } from '#shared/edtf.ts';
import { claimFields, type Quantity } from '#shared/model/claims.ts';
import type { OwnField } from '#shared/model/vocabularies.ts';
import { t } from '../messages/index.ts';
import type { Choice } from './form-rows.ts';
import { fieldsOf, type ClaimFormState } from './form-state.ts';

/** Words by field: `act`, `quantities.0`, `quantities.0.breakdown.1`, `via.0.date`, `victims.2.age`, `extra.caseNumber`. */
export type FormErrors = Readonly<Record<string, string>>;

export function formErrors(form: ClaimFormState, own: readonly OwnField[] = []): FormErrors {
  const errors: Record<string, string> = {};
  const parsed = claimFields.safeParse(fieldsOf(form));
  for (const { path, message } of parsed.error?.issues ?? []) {
    const [field, words] = worded(path.map(String), message, form);
    errors[field] ??= words;
  }
  for (const [field, choice] of choicesOf(form)) {
    if (choice.id === null && choice.words.trim() !== '') errors[field] = t('claims.error.choice', { words: choice.words.trim() });
  }
  form.victims.forEach(({ age }, at) => {
    if (readAge(age) === null) errors[`victims.${at}.age`] = t('claims.error.age');
  });
  for (const { name, type } of own) {
    const value = form.extra[name];
    if (type === 'date' && typeof value === 'string' && parseEdtf(value) === null) errors[`extra.${name}`] = edtfError(value);
  }
  if (form.place.name.trim() === '' && 'place.name' in errors) errors['place.name'] = t('claims.error.place');
  return errors;
}

/** What is wrong with words that are no EDTF, and what they could be. */
export function edtfError(typed: string): string {
  const [offer, other] = edtfOffers(typed);
  if (offer === undefined) return t('claims.error.edtf');
  const offered = { offer, words: edtfWords(offer) };
  return other === undefined
    ? t('claims.error.edtf-offer', offered)
    : t('claims.error.edtf-offers', { ...offered, other, otherWords: edtfWords(other) });
}

/** A range that cannot be, by its numbers; undefined when the numbers are in order. */
export function rangeError({ min, value, max }: Pick<Quantity, 'min' | 'value' | 'max'>): string | undefined {
  if (min !== null && max !== null && min > max) return t('claims.error.range', { min: numberWords(min), max: numberWords(max) });
  if (min !== null && value !== null && min > value) return t('claims.error.below', { min: numberWords(min), value: numberWords(value) });
  if (max !== null && value !== null && value > max) return t('claims.error.above', { max: numberWords(max), value: numberWords(value) });
  return undefined;
}

function worded(path: string[], message: string, form: ClaimFormState): [field: string, words: string] {
  const [first = '', at = '', inner = ''] = path;
  switch (first) {
    case 'act':
      return ['act', t('claims.error.act')];
    case 'when':
    case 'saidAt':
      return [first, edtfError(form[first])];
    case 'via':
      return [path.join('.'), inner === 'date' ? edtfError(form.via[Number(at)]?.date ?? '') : message];
    case 'parties':
      return inner === 'role' ? [`parties.${at}.role`, t('claims.error.role')] : [`parties.${at}`, t('claims.error.party')];
    case 'place':
      return [`place.${at}`, at === 'latitude' || at === 'longitude' ? t('claims.error.coordinate') : t('claims.error.place')];
    case 'quantities':
      return quantityWords(path, message, form.quantities[Number(at)]);
    default:
      return [path.slice(0, 2).join('.'), message];
  }
}

function quantityWords(
  path: string[],
  message: string,
  row: ClaimFormState['quantities'][number] | undefined,
): [field: string, words: string] {
  const [, at = '', inner = '', position = '', deep = ''] = path;
  const field = `quantities.${at}`;
  const amount = ['value', 'min', 'max'];
  if (inner === 'unit') return [`${field}.unit`, t('claims.error.unit')];
  if (inner === 'breakdown') {
    const part = row?.breakdown[Number(position)];
    const range = part === undefined ? undefined : rangeError(part);
    return [`${field}.breakdown.${position}`, deep === 'groups' ? t('claims.error.groups') : (range ?? t('claims.error.amount'))];
  }
  if (amount.includes(inner)) return [field, t('claims.error.amount')];
  return [field, message.includes('needs a number') || row === undefined ? t('claims.error.number') : (rangeError(row) ?? message)];
}

function choicesOf(form: ClaimFormState): [field: string, choice: Choice][] {
  return [
    ['speaker', form.speaker],
    ['incident', form.incident],
    ...form.via.flatMap(({ party, item }, at): [string, Choice][] => [
      [`via.${at}.party`, party],
      [`via.${at}.item`, item],
    ]),
    ...form.parties.map(({ party }, at): [string, Choice] => [`parties.${at}`, party]),
  ];
}
