/** Values of a record as a person reads them, whatever the field. */
import type { ThingState } from '#shared/model/merges.ts';
import type { Json } from '#shared/model/primitives.ts';
import { t } from '../messages/index.ts';

/** `saidAt` as “Said at”. */
export function fieldName(field: string): string {
  const words = field
    .replace(/Id$/, '')
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

export function stateWords(state: ThingState | null): string {
  if (state === null) return t('conflict.nothing');
  return t(state.removed ? 'conflict.removed' : 'conflict.there');
}

/** `names` of what is named by id. Lists by commas; parts of a record by name, those without a value left out. */
export function valueWords(value: Json | undefined, names: Record<string, string>): string {
  const words = wordsOf(value, names);
  return words === '' ? t('conflict.empty') : words;
}

function wordsOf(value: Json | undefined, names: Record<string, string>): string {
  if (value === undefined || value === null) return '';
  if (Array.isArray(value))
    return value
      .map((one) => wordsOf(one, names))
      .filter(Boolean)
      .join('; ');
  if (typeof value !== 'object') return typeof value === 'string' ? (names[value] ?? value) : String(value);
  return Object.entries(value)
    .map(([field, inner]) => [field, wordsOf(inner, names)])
    .filter(([, inner]) => inner !== '')
    .map(([field, inner]) => `${fieldName(field ?? '').toLowerCase()} ${inner}`)
    .join(', ');
}
