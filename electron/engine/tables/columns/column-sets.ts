/** Which columns each table has in each set, by kind and name. */
import type { ColumnSet, TableKind, TableRecords } from '#shared/model/tables.ts';
import { airwarsClaims, airwarsIncidents, airwarsParties } from './airwars.ts';
import type { Column } from './column.ts';
import { extraColumn, extraColumnNamed, type ExtraType } from './extra-columns.ts';
import { holdfastClaims, holdfastIncidents, holdfastParties } from './holdfast.ts';
import { huridocsClaims, huridocsIncidents, huridocsParties } from './huridocs.ts';
import { quantityColumnNamed, quantityColumns } from './quantity-columns.ts';

export type AnyRow = TableRecords[TableKind];
/** Of any kind: who holds one knows the kind of its rows. */
export type AnyColumn = Column<AnyRow>;
/** How wide a table has to be: the most quantities of a claim, and the own fields that have values. */
export type Width = { quantities: number; fields: readonly (readonly [name: string, type: ExtraType])[] };

type Sets = { [Of in TableKind]: readonly Column<TableRecords[Of]>[] };
const flat: Record<Exclude<ColumnSet, 'holdfast'>, Sets> = {
  airwars: { claims: airwarsClaims, incidents: airwarsIncidents, parties: airwarsParties },
  huridocs: { claims: huridocsClaims, incidents: huridocsIncidents, parties: huridocsParties },
};
const own = { incidents: holdfastIncidents, parties: holdfastParties };

/** The columns of an export, in their order. */
export function columnsOf(of: TableKind, set: ColumnSet, width: Width): AnyColumn[] {
  if (set !== 'holdfast') return [...flat[set][of]] as unknown as AnyColumn[];
  const fields = width.fields.map(([name, type]) => extraColumn(name, type));
  if (of !== 'claims') return [...own[of], ...fields] as unknown as AnyColumn[];
  const [before, after] = holdfastClaims;
  return [...before, ...quantityColumns(width.quantities), ...after, ...fields] as unknown as AnyColumn[];
}

/** The column of this name; null when the table has none such. */
export function columnNamed(of: TableKind, set: ColumnSet, name: string): AnyColumn | null {
  const known = columnsOf(of, set, { quantities: 0, fields: [] }).find((column) => column.name.toLowerCase() === name.toLowerCase());
  if (known !== undefined || set !== 'holdfast') return known ?? null;
  return ((of === 'claims' ? quantityColumnNamed(name.toLowerCase()) : null) ?? extraColumnNamed(name)) as AnyColumn | null;
}

/** Columns without which no row could be made. */
const needed: Record<TableKind, readonly string[]> = { claims: ['act'], incidents: ['code', 'title'], parties: ['name'] };
export const neededColumns = (of: TableKind, set: ColumnSet): string[] =>
  columnsOf(of, set, { quantities: 1, fields: [] })
    .filter(({ field }) => field !== null && needed[of].includes(field))
    .map(({ name }) => name);
