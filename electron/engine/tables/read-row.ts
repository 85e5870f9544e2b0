/** One row of a file as far as its cells can be understood without the case; pure. */
import type { z } from 'zod';
import { tableRecords, type ColumnSet, type RowRemark, type TableKind } from '#shared/model/tables.ts';
import { CellProblem } from './cell-problem.ts';
import type { AnyColumn } from './columns/column-sets.ts';
import type { Draft } from './columns/column.ts';
import { settleFigures } from './columns/flat-columns.ts';
import { isFormula, withoutGuard } from './formula-cells.ts';
import { issueRemark } from './issue-remark.ts';

/** `given`: the fields the row says something of, each in the shape of the record; `place` as parts of one. */
export type ReadRow = {
  row: number;
  line: number;
  given: Draft;
  /** The cells that coarse columns had, by column. */
  coarse: { column: AnyColumn; text: string }[];
  problems: RowRemark[];
  notes: RowRemark[];
};

export type Source = { row: number; line: number };

export function readCells(
  cells: readonly string[],
  columns: readonly (AnyColumn | null)[],
  of: TableKind,
  set: ColumnSet,
  at: Source,
): ReadRow {
  const read: ReadRow = { ...at, given: {}, coarse: [], problems: [], notes: [] };
  if (cells.length !== columns.length) {
    read.problems.push({ code: 'cells', column: null, facts: { found: cells.length, expected: columns.length } });
    return read;
  }
  const draft: Draft = {};
  for (const [index, column] of columns.entries()) {
    if (column?.field == null) continue;
    const raw = cells[index] ?? '';
    const text = withoutGuard(raw);
    if (isFormula(text)) read.notes.push({ code: 'formula', column: column.name, facts: { value: text.slice(0, 60) } });
    if (text.includes('\0')) read.problems.push({ code: 'nul', column: column.name, facts: {} });
    else take(column, text, draft, read);
    if (column.isCoarse === true) read.coarse.push({ column, text });
  }
  settle(draft, set);
  return checked(read, draft, of, (path) => columnAt(path, columns));
}

/** A record of a JSON table; keys nobody knows are told, for what they say would be lost. */
export function readRecord(value: unknown, of: TableKind, at: Source): ReadRow {
  const read: ReadRow = { ...at, given: {}, coarse: [], problems: [], notes: [] };
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    read.problems.push({ code: 'no-record', column: null, facts: {} });
    return read;
  }
  const unknown = Object.keys(value).filter((key) => !(key in tableRecords[of].shape));
  for (const key of unknown) read.problems.push({ code: 'unknown-key', column: key.slice(0, 80), facts: {} });
  if (JSON.stringify(value).includes('\\u0000')) read.problems.push({ code: 'nul', column: null, facts: {} });
  const draft = Object.fromEntries(Object.entries(value).filter(([key]) => !unknown.includes(key)));
  return checked(read, draft, of, (path) => path.join('.'));
}

function take(column: AnyColumn, text: string, draft: Draft, read: ReadRow): void {
  try {
    column.take?.(text, draft);
  } catch (error) {
    if (!(error instanceof CellProblem)) throw error;
    read.problems.push({ code: error.code, column: column.name, facts: error.facts });
  }
}

/** Closes the gaps between numbered columns. */
function settle(draft: Draft, set: ColumnSet): void {
  if (set !== 'holdfast') settleFigures(draft);
  if (Array.isArray(draft['quantities'])) draft['quantities'] = (draft['quantities'] as unknown[]).filter((one) => one !== undefined);
}

function checked(read: ReadRow, draft: Draft, of: TableKind, columnOf: (path: PropertyKey[]) => string): ReadRow {
  const shape = tableRecords[of].shape as Record<string, z.ZodType>;
  for (const [field, value] of Object.entries(draft)) {
    // A place is put together with what is known of it, and checked then.
    if (field === 'place') {
      read.given[field] = value;
      continue;
    }
    const parsed = shape[field]?.safeParse(value);
    if (parsed?.success === true) read.given[field] = parsed.data;
    else
      for (const issue of parsed?.error.issues.slice(0, 5) ?? [])
        read.problems.push(issueRemark(issue, value, columnOf([field, ...issue.path])));
  }
  return read;
}

/** The column of the file that a value came from. */
function columnAt([field, index, part]: PropertyKey[], columns: readonly (AnyColumn | null)[]): string {
  const exact = field === 'quantities' ? `quantity ${Number(index ?? 0) + 1} ${String(part ?? 'value')}` : null;
  const own = field === 'extra' ? `field:${String(index ?? '')}` : null;
  const named = columns.find((column) => column !== null && (column.name === exact || column.name === own));
  // A quantity without a unit lacks a column that the file may not have.
  if (named === undefined && exact !== null && part !== undefined) return exact;
  return (named ?? columns.find((column) => column?.field === field))?.name ?? String(field);
}
