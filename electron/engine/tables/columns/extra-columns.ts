/** The case's own fields, each in a column `field:NAME`; what is not text says so: `field:depth [number]`, `field:seen [yes or no]`. */
import type { ExtraValues } from '#shared/model/claims.ts';
import { CellProblem } from '../cell-problem.ts';
import { toNumber, type Column } from './column.ts';

export type ExtraType = 'text' | 'number' | 'yes or no';
type Row = { extra: ExtraValues };

export function extraTypeOf(value: ExtraValues[string]): ExtraType {
  return typeof value === 'number' ? 'number' : typeof value === 'boolean' ? 'yes or no' : 'text';
}

export function extraColumn(name: string, type: ExtraType): Column<Row> {
  // A name that ends as a type does must not be taken for one.
  const suffix = type === 'text' && !/\]$/.test(name) ? '' : ` [${type}]`;
  return {
    name: `field:${name}${suffix}`,
    field: 'extra',
    put: ({ extra }) => {
      const value = Object.hasOwn(extra, name) ? extra[name] : undefined;
      if (value === undefined || extraTypeOf(value) !== type) return null;
      return typeof value === 'boolean' ? (value ? 'yes' : 'no') : value;
    },
    take: (text, draft) => {
      const extra = (draft['extra'] ??= {}) as Record<string, unknown>;
      if (text !== '') extra[name] = type === 'number' ? toNumber(text) : type === 'yes or no' ? yesOrNo(text) : text;
    },
  };
}

export function extraColumnNamed(header: string): Column<Row> | null {
  const found = /^field:(.+?)(?: \[(text|number|yes or no)\])?$/s.exec(header);
  const name = found?.[1] ?? '';
  return found === null || name.length > 60 ? null : extraColumn(name, (found[2] ?? 'text') as ExtraType);
}

function yesOrNo(text: string): boolean {
  const word = text.trim().toLowerCase();
  if (['yes', 'true', '1'].includes(word)) return true;
  if (['no', 'false', '0'].includes(word)) return false;
  throw new CellProblem('yes-or-no', { value: text.slice(0, 60) });
}
