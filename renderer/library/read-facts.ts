import type { Facts as ItemFacts, Json } from '#shared/model/primitives.ts';
import type { Fact } from '../ui/facts.tsx';

/** Facts deeper than this, or lists longer, belong in the provenance file, not beside the reader. */
const DEPTH = 2;
const LONGEST = 6;

/** Facts read from the bytes as rows: names in words, nested ones under their own names, empty ones left out. */
export function readFacts(facts: ItemFacts): Fact[] {
  return rows(facts, DEPTH);
}

function rows(facts: { [key: string]: Json }, depth: number): Fact[] {
  return Object.entries(facts).flatMap(([name, value]) => {
    if (value !== null && typeof value === 'object' && !Array.isArray(value)) return depth > 1 ? rows(value, depth - 1) : [];
    const words = inWords(value);
    return words === '' ? [] : [{ label: nameInWords(name), value: words }];
  });
}

function inWords(value: Json): string {
  if (value === null || value === '') return '';
  if (Array.isArray(value)) {
    const plain = value.filter((one) => one !== null && typeof one !== 'object');
    return plain.slice(0, LONGEST).map(String).join(', ') + (plain.length > LONGEST ? ' …' : '');
  }
  if (typeof value === 'number') return Number.isInteger(value) ? String(value) : String(Math.round(value * 1000) / 1000);
  return String(value);
}

/** `utcOffsetMinutes` reads “Utc offset minutes”. */
export function nameInWords(name: string): string {
  const spaced = name
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .replace(/[_-]+/g, ' ')
    .toLowerCase();
  return spaced.charAt(0).toUpperCase() + spaced.slice(1);
}
