/** What a column of a table is. */
import { CellProblem } from '../cell-problem.ts';

export type Cell = string | number | null;
/** A row while it is read: fields as far as its cells gave them, checked against the record's shape afterwards. */
export type Draft = { [field: string]: unknown };
/** What the case says of a thing beyond its fields, for columns that only tell: figures, grades. */
export type Told = { readonly [name: string]: Cell };

export type Column<Row> = {
  name: string;
  /** The field of the record it serves; null when it only tells and nothing is read from it. */
  field: (keyof Row & string) | null;
  put: (row: Row, told: Told) => Cell;
  take?: (text: string, draft: Draft) => void;
  /** It holds less of its field than the case can: a change through it would lose the rest. */
  isCoarse?: boolean;
};

/** A number as programs write it; spreadsheets of some countries write a comma, which would mean another number elsewhere. */
export function toNumber(text: string): number | null {
  const clean = text.trim();
  if (clean === '') return null;
  if (!/^-?\d+(\.\d+)?([eE][-+]?\d+)?$/.test(clean)) throw new CellProblem('number', { value: clean.slice(0, 60) });
  return Number(clean);
}

export const orNull = (text: string): string | null => (text.trim() === '' ? null : text);

/** A column that holds a field's text as it is. */
export function textColumn<Row>(name: string, field: keyof Row & string, empty: '' | null = ''): Column<Row> {
  return {
    name,
    field,
    put: (row) => row[field] as Cell,
    take: (text, draft) => {
      draft[field] = empty === null && text.trim() === '' ? null : text;
    },
  };
}

/** A column that must be filled in: an empty cell is told by the record's own shape. */
export const neededColumn = <Row>(name: string, field: keyof Row & string): Column<Row> => textColumn<Row>(name, field);

/** A word with a value of its own when it is left out: an empty cell gives none. */
export function wordColumn<Row>(name: string, field: keyof Row & string): Column<Row> {
  return {
    name,
    field,
    put: (row) => row[field] as Cell,
    take: (text, draft) => {
      if (text.trim() !== '') draft[field] = text.trim();
    },
  };
}

/** A column that only tells. */
export const toldColumn = <Row>(name: string): Column<Row> => ({ name, field: null, put: (_row, told) => told[name] ?? null });
