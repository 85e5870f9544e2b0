import type { Victim } from '#shared/model/claims.ts';
import { t } from '../messages/index.ts';

/** "Ahmad (أحمد), boy, aged 4 to 6, seen in the video". Pure. */
export function victimWords({ name, names, gender, ageMin, ageMax, note }: Victim): string {
  const others = Object.values(names);
  const called = `${name === '' ? t('claim-facts.unnamed') : name}${others.length === 0 ? '' : ` (${others.join(', ')})`}`;
  return [called, gender === 'unknown' ? '' : gender, ageWords(ageMin, ageMax), note].filter((part) => part !== '').join(', ');
}

function ageWords(min: number | null, max: number | null): string {
  if (min === null && max === null) return '';
  const age =
    min === max || max === null || min === null ? `${min ?? '…'}${max === min ? '' : max === null ? '+' : `–${max}`}` : `${min}–${max}`;
  return t('claim-facts.age', { age });
}
