import type Database from 'better-sqlite3';
import type { TableSalvage } from '#shared/model/backup.ts';
import type { PageSource } from './page-source.ts';
import { readPage, type Row } from './read-page.ts';
import { readSchema } from './read-schema.ts';
import { openTable, type Table } from './table-rows.ts';
import { freePages, walkTree, type Walked } from './walk-tree.ts';

export type SalvagedRows = { tables: TableSalvage[]; unreadable: number[]; hasSchema: boolean };

/**
 * Reads every row that can be read out of the damaged pages into `into`, an empty database of the same layout whose
 * triggers are off. Trees are walked from their roots; a page that a broken tree no longer reaches is placed only
 * when its rows keep all rules of exactly one table whose tree is broken. Yields now and then, so that others may run.
 */
export function* salvageRows(source: PageSource, into: Database.Database): Generator<string, SalvagedRows> {
  const { roots, owned, whole } = readSchema(source);
  const tables = caseTables(into);
  const unreadable = new Set<number>();
  const broken: Table[] = [];
  for (const table of tables) {
    yield table.told.table;
    const root = roots.get(table.told.table);
    const walked: Walked = { broken: [] };
    if (root === undefined) broken.push(table);
    else for (const [number, page] of walkTree(source, root, owned, walked)) takePage(table, number, page.rows, page.bad);
    if (walked.broken.length > 0) broken.push(table);
    for (const number of walked.broken) unreadable.add(number);
  }
  const known = new Set(tables.map(({ told }) => told.table));
  for (const [name, root] of roots) {
    if (known.has(name)) continue;
    const walked: Walked = { broken: [] };
    for (const _ of walkTree(source, root, owned, walked)) continue;
    // Indexes and search words are made anew; their loss is none.
  }
  if (broken.length > 0) placeUnlinked(source, broken, owned, freePages(source));
  return { tables: tables.map(({ told }) => told), unreadable: [...unreadable].sort((a, b) => a - b), hasSchema: whole };
}

/** Of the rows that belong to a case; what is computed from others is left out. */
function caseTables(into: Database.Database): Table[] {
  const names = into
    .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'search%' ORDER BY rowid")
    .pluck()
    .all() as string[];
  return names.map((name) => openTable(into, name));
}

function takePage({ told, insert }: Table, number: number, rows: Row[], bad: number[]): void {
  for (const index of bad) told.refused.push(`page ${number}, row ${index + 1}`);
  for (const row of rows) {
    const fate = insert(row);
    if (fate === 'taken') told.rows += 1;
    else if (fate !== 'there') told.refused.push(fate.refused);
  }
}

function placeUnlinked(source: PageSource, broken: Table[], owned: Set<number>, free: Set<number>): void {
  const homes = broken.filter((table) => table.hasRowid);
  for (let number = 2; number <= source.pages; number += 1) {
    if (owned.has(number) || free.has(number)) continue;
    const page = readPage(source, number);
    if (page?.kind !== 'table-leaf' || page.rows.length === 0) continue;
    const fitting = homes.filter((table) => table.fits(page.rows));
    const [home] = fitting;
    if (home === undefined || fitting.length > 1) continue;
    owned.add(number);
    const before = home.told.rows;
    takePage(home, number, page.rows, page.bad);
    home.told.unlinked += home.told.rows - before;
  }
}
