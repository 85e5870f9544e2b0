/** What in the form cannot stand, each said beside its field with what to do. Pure. */
import { claimFields } from '#shared/model/claims.ts';
import { t } from '../messages/index.ts';
import { fieldsOf, type Choice, type ClaimFormState } from './form-state.ts';

/** Words by field: `act`, `quantities.0`, `quantities.0.breakdown.1`, `via.0.date`. */
export type FormErrors = Readonly<Record<string, string>>;

export function formErrors(form: ClaimFormState): FormErrors {
  const errors: Record<string, string> = {};
  const parsed = claimFields.safeParse(fieldsOf(form));
  for (const { path, message } of parsed.error?.issues ?? []) {
    const [field, words] = worded(path.map(String), message);
    errors[field] ??= words;
  }
  for (const [field, choice] of choicesOf(form)) {
    if (choice.id === null && choice.words.trim() !== '') errors[field] = t('claims.error.choice', { words: choice.words.trim() });
  }
  if (form.place.name.trim() === '' && 'place.name' in errors) errors['place.name'] = t('claims.error.place');
  return errors;
}

function worded(path: string[], message: string): [field: string, words: string] {
  const [first = '', at = '', inner = '', position = ''] = path;
  if (first === 'act') return ['act', t('claims.error.act')];
  if (first === 'when' || first === 'saidAt') return [first, t('claims.error.edtf')];
  if (first === 'via') return [path.join('.'), inner === 'date' ? t('claims.error.edtf') : message];
  if (first === 'parties') return [`parties.${at}`, t('claims.error.party')];
  if (first === 'place')
    return [`place.${at}`, at === 'latitude' || at === 'longitude' ? t('claims.error.coordinate') : t('claims.error.place')];
  if (first !== 'quantities') return [first, message];
  if (inner === 'unit') return [`quantities.${at}.unit`, t('claims.error.unit')];
  if (inner === 'breakdown')
    return [`quantities.${at}.breakdown.${position}`, path[4] === 'groups' ? t('claims.error.groups') : t('claims.error.range')];
  if (['value', 'min', 'max'].includes(inner)) return [`quantities.${at}`, t('claims.error.amount')];
  return [`quantities.${at}`, message.includes('needs a number') ? t('claims.error.number') : t('claims.error.range')];
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
