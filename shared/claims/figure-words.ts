import type { Quantity } from '../model/claims.ts';

type Said = Pick<Quantity, 'qualifier' | 'value' | 'min' | 'max'>;

const grouped = new Intl.NumberFormat('en', { maximumFractionDigits: 6 });

export function numberWords(value: number): string {
  if (Number.isInteger(value) && value >= 0 && value < 1000) return String(value); // Formatting is slow over thousands of claims.
  // Most numbers need no grouping, and an incident's claims are put into words by the thousand.
  return Number.isInteger(value) && value >= 0 && value < 1000 ? String(value) : grouped.format(value);
}

/** A figure as it was said, to stand before its unit: "nearly 1,236", "between 20 and 30", "dozens of", "3". */
export function figureWords({ qualifier, value, min, max }: Said): string {
  switch (qualifier) {
    case 'exactly':
      return value === null ? rangeWords(min, max) : numberWords(value);
    case 'between':
      return rangeWords(min, max);
    case 'dozens':
    case 'hundreds':
    case 'thousands':
      return `${qualifier} of${noted(value, min, max)}`;
    case 'several':
    case 'many':
    case 'most':
    case 'some':
      return `${qualifier}${noted(value, min, max)}`;
    case 'unknown':
      return `an unknown number of${noted(value, min, max)}`;
    case 'at least':
    case 'more than':
      return `${qualifier} ${numberWords(value ?? min ?? max ?? 0)}`;
    default:
      return `${qualifier} ${numberWords(value ?? max ?? min ?? 0)}`;
  }
}

/** The same where its unit is said elsewhere: "dozens", "number unknown". */
export function figureAlone(said: Said): string {
  const words = figureWords(said);
  return words === 'an unknown number of' ? 'number unknown' : words.replace(/^(dozens|hundreds|thousands) of/, '$1');
}

function rangeWords(min: number | null, max: number | null): string {
  if (min !== null && max !== null) return min === max ? numberWords(min) : `between ${numberWords(min)} and ${numberWords(max)}`;
  if (min !== null) return `at least ${numberWords(min)}`;
  return max === null ? 'an unknown number of' : `up to ${numberWords(max)}`;
}

/** A number given beside a vague word. */
function noted(value: number | null, min: number | null, max: number | null): string {
  if (value !== null) return ` (${numberWords(value)})`;
  return min === null && max === null ? '' : ` (${rangeWords(min, max)})`;
}
