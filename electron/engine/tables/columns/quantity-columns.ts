/** Quantities in numbered columns: `quantity 1 value`, `quantity 1 unit` and so on, as many as a claim has. */
import type { Quantity } from '#shared/model/claims.ts';
import type { ClaimRecord } from '#shared/model/tables.ts';
import { readEntries, writeEntries } from '../entries.ts';
import { toNumber, type Column, type Draft } from './column.ts';

export const quantityParts = ['qualifier', 'value', 'min', 'max', 'unit', 'role', 'breakdown'] as const;
type Part = (typeof quantityParts)[number];

const pattern = /^quantity ([1-9]\d?) (qualifier|value|min|max|unit|role|breakdown)$/;

/** The column of this name, when it is one of a quantity. */
export function quantityColumnNamed(name: string): Column<ClaimRecord> | null {
  const found = pattern.exec(name);
  const number = Number(found?.[1] ?? 0);
  return found === null || number > 50 ? null : quantityColumn(number, found[2] as Part);
}

export const quantityColumns = (count: number): Column<ClaimRecord>[] =>
  Array.from({ length: count }, (_, index) => quantityParts.map((part) => quantityColumn(index + 1, part))).flat();

function quantityColumn(number: number, part: Part): Column<ClaimRecord> {
  return {
    name: `quantity ${number} ${part}`,
    field: 'quantities',
    put: ({ quantities }) => {
      const quantity = quantities[number - 1];
      return quantity === undefined ? null : part === 'breakdown' ? writeBreakdown(quantity.breakdown) : quantity[part];
    },
    take: (text, draft) => {
      if (text.trim() === '') return touch(draft);
      const quantity = (touch(draft)[number - 1] ??= {});
      quantity[part] = part === 'breakdown' ? readBreakdown(text) : isNumber(part) ? toNumber(text) : text.trim();
    },
  };
}

/** Sparse while its cells are read; `compact` closes the gaps. */
const touch = (draft: Draft) => (draft['quantities'] ??= []) as (Draft | undefined)[];

const isNumber = (part: Part) => part === 'value' || part === 'min' || part === 'max';

const writeBreakdown = (parts: Quantity['breakdown']): string =>
  writeEntries(
    parts.map(({ groups, qualifier, value, min, max }) => [...groups.map((group) => ['group', group] as const), ['qualifier', qualifier], ['value', value], ['min', min], ['max', max]]), // prettier-ignore
    'group',
  );

function readBreakdown(text: string): unknown[] {
  return readEntries(text, 'group', ['qualifier', 'value', 'min', 'max']).map((entry) => ({
    groups: entry.get('group') ?? [],
    qualifier: entry.get('qualifier')?.at(-1) ?? 'exactly',
    value: toNumber(entry.get('value')?.at(-1) ?? ''),
    min: toNumber(entry.get('min')?.at(-1) ?? ''),
    max: toNumber(entry.get('max')?.at(-1) ?? ''),
  }));
}
