/** Columns that the flat sets of the field share: first and last dates, one figure, names alone. */
import type { Quantity } from '#shared/model/claims.ts';
import type { ClaimRecord, PartyRecord } from '#shared/model/tables.ts';
import { toNumber, type Column, type Draft } from './column.ts';

/** An EDTF date or interval as a first and a last date; the interval comes back from both. */
export function dateColumns<Row extends { when: string | null }>(first: string, last: string): [Column<Row>, Column<Row>] {
  const side = (name: string, at: 0 | 1): Column<Row> => ({
    name,
    field: 'when',
    put: ({ when }) => when?.split('/')[at] ?? null,
    take: (text, draft) => {
      const [from = '', to = ''] = String(draft['when'] ?? '').split('/');
      const sides = at === 0 ? [text.trim(), to] : [from, text.trim()];
      draft['when'] = sides[1] === '' ? sides[0] || null : sides.join('/');
    },
  });
  return [side(first, 0), side(last, 1)];
}

/** Names without scripts, gender or age, one a line. */
export const victimNamesColumn = (name: string): Column<ClaimRecord> => ({
  name,
  field: 'victims',
  isCoarse: true,
  put: ({ victims }) => victims.map((victim) => victim.name.replace(/\s+/g, ' ')).join('\n'),
  take: (text, draft) => {
    draft['victims'] = linesOf(text).map((line) => ({ name: line }));
  },
});

export const otherNamesColumn = (name: string): Column<PartyRecord> => ({
  name,
  field: 'aliases',
  isCoarse: true,
  put: ({ aliases }) => aliases.map((alias) => alias.name.replace(/\s+/g, ' ')).join('\n'),
  take: (text, draft) => {
    draft['aliases'] = linesOf(text).map((line) => ({ name: line }));
  },
});

const linesOf = (text: string) => text.split(/\r?\n/).map((line) => line.trim()).filter((line) => line !== ''); // prettier-ignore

/** The least and the most of the first quantity. */
export function figureColumns(least: string, most: string): Column<ClaimRecord>[] {
  return bounds(least, most, {
    of: ({ quantities }) => quantities[0],
    into: (draft) => firstQuantity(draft),
  });
}

/** The least and the most of a group within the first quantity. */
export function groupColumns(least: string, most: string, group: string): Column<ClaimRecord>[] {
  return bounds(least, most, {
    of: ({ quantities }) => quantities[0]?.breakdown.find(({ groups }) => groups.length === 1 && groups[0] === group),
    into: (draft) => {
      const breakdown = (firstQuantity(draft)['breakdown'] ??= []) as Draft[];
      const known = breakdown.find(({ groups }) => (groups as string[])[0] === group);
      if (known !== undefined) return known;
      const part: Draft = { groups: [group] };
      breakdown.push(part);
      return part;
    },
  });
}

export const unitColumn = (name: string): Column<ClaimRecord> => ({
  name,
  field: 'quantities',
  isCoarse: true,
  put: ({ quantities }) => quantities[0]?.unit ?? null,
  take: (text, draft) => {
    if (text.trim() !== '') firstQuantity(draft)['unit'] = text.trim();
  },
});

function firstQuantity(draft: Draft): Draft {
  const list = (draft['quantities'] ??= []) as (Draft | undefined)[];
  return (list[0] ??= {});
}

type Figure = Pick<Quantity, 'value' | 'min' | 'max'>;
type Bounded = { of: (row: ClaimRecord) => Figure | undefined; into: (draft: Draft) => Draft };

function bounds(least: string, most: string, { of, into }: Bounded): Column<ClaimRecord>[] {
  const bound = (name: string, side: 'min' | 'max'): Column<ClaimRecord> => ({
    name,
    field: 'quantities',
    isCoarse: true,
    put: (row) => {
      const part = of(row);
      return part?.[side] ?? part?.value ?? null;
    },
    take: (text, draft) => {
      const number = toNumber(text);
      if (number === null) return void (draft['quantities'] ??= []);
      into(draft)[side] = number;
    },
  });
  return [bound(least, 'min'), bound(most, 'max')];
}

/** Where the least is the most it is one number; a figure without a unit counts people. */
export function settleFigures(draft: Draft): void {
  for (const quantity of (draft['quantities'] ?? []) as Draft[]) {
    quantity['unit'] ??= 'people';
    for (const part of [quantity, ...((quantity['breakdown'] ?? []) as Draft[])]) {
      const { min = null, max = null } = part as { min?: number | null; max?: number | null };
      if (min !== null && min === max) Object.assign(part, { value: min, min: null, max: null, qualifier: 'exactly' });
      else part['qualifier'] ??= min !== null && max !== null ? 'between' : min !== null ? 'at least' : max !== null ? 'up to' : 'unknown';
    }
  }
}
