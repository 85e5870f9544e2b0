import type Database from 'better-sqlite3';
import type { TableSalvage } from '#shared/model/backup.ts';
import type { Row } from './read-page.ts';
import type { Value } from './read-record.ts';

type Column = { name: string; type: string; pk: number };
type Fate = 'taken' | 'there' | { refused: string };

/** A table of the new case that takes rows as they were stored. */
export type Table = {
  told: TableSalvage;
  hasRowid: boolean;
  insert(row: Row): Fate;
  /** Whether every row keeps all rules of this table; nothing is written. */
  fits(rows: Row[]): boolean;
};

export function openTable(into: Database.Database, table: string): Table {
  const columns = into.prepare('SELECT name, type, pk FROM pragma_table_info(?)').all(table) as Column[];
  const hasRowid = (into.prepare('SELECT wr FROM pragma_table_list(?)').pluck().get(table) as number) === 0;
  const stored = hasRowid ? columns : keyFirst(columns);
  const alias = hasRowid ? stored.findIndex(({ type, pk }) => pk === 1 && type === 'INTEGER') : -1;
  const statements = new Map<number, Database.Statement>();
  const statement = (count: number) => {
    const known = statements.get(count);
    if (known !== undefined) return known;
    const names = stored.slice(0, count).map(({ name }) => `"${name}"`);
    if (hasRowid && alias < 0) names.unshift('rowid');
    const made = into.prepare(`INSERT INTO "${table}" (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})`);
    statements.set(count, made);
    return made;
  };
  const insert = ({ rowid, values }: Row): Fate => {
    const name = nameOf(values, rowid);
    if (values.length > stored.length || (hasRowid && rowid === null)) return { refused: name };
    const given: Value[] = values.map((value, index) => (index === alias ? rowid : value));
    if (hasRowid && alias < 0) given.unshift(rowid);
    try {
      // A number is a whole one to SQLite only when it is given as such.
      statement(values.length).run(given.map((value) => (Number.isSafeInteger(value) ? BigInt(value as number) : value)));
      return 'taken';
    } catch (error) {
      const { code } = error as { code?: string };
      if (code === 'SQLITE_CONSTRAINT_PRIMARYKEY' || code === 'SQLITE_CONSTRAINT_ROWID') return 'there';
      if (code?.startsWith('SQLITE_CONSTRAINT') === true || code === 'SQLITE_MISMATCH') return { refused: name };
      throw error;
    }
  };
  const fits = (rows: Row[]) => {
    into.exec('SAVEPOINT fitting');
    const ok = rows.every((row) => typeof insert(row) === 'string');
    into.exec('ROLLBACK TO fitting; RELEASE fitting');
    return ok;
  };
  return { told: { table, rows: 0, unlinked: 0, refused: [], lost: [] }, hasRowid, insert, fits };
}

/** A table without rowids is stored by its key: those columns first. */
function keyFirst(columns: Column[]): Column[] {
  return [...columns.filter(({ pk }) => pk > 0).sort((a, b) => a.pk - b.pk), ...columns.filter(({ pk }) => pk === 0)];
}

function nameOf([first]: Value[], rowid: number | null): string {
  return typeof first === 'string' && first.length <= 64 ? first : `row ${rowid ?? 'unknown'}`;
}
