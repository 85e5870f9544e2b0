/** Rows written from what the journal says, column by column: whatever a payload says that is no column is left out. */
import type Database from 'better-sqlite3';
import type { Json } from '#shared/model/primitives.ts';

export type Raw = Database.Database;
export type Shape = { [key: string]: Json };
type Value = string | number | Buffer | null;

/** Columns that hold JSON as text. */
const jsonColumns: Record<string, readonly string[]> = {
  item: ['facts', 'gaps'],
  file: ['toolParameters'],
  passage: ['selectors', 'origin'],
  party: ['aliases', 'extra'],
  incident: ['place', 'secondaryPlaces', 'extra'],
  claim: ['place', 'victims', 'extra'],
  claimBreakdown: ['groups'],
  vocabularyTerm: ['words'],
  fieldDefinition: ['options'],
  absence: ['responseHeaders'],
  queueEntry: ['options', 'error'],
  queueAsked: ['error'],
  caseSetting: ['value'],
  redaction: ['regions', 'covered'],
  mergeConflict: ['base', 'ours', 'theirs', 'entries'],
};

/** Writes rows of one connection; the columns of each table are asked for once. */
export class RawRows {
  readonly raw: Raw;
  readonly #columns = new Map<string, readonly string[]>();
  readonly #statements = new Map<string, Database.Statement>();

  constructor(raw: Raw) {
    this.raw = raw;
  }

  /** Empty when this version of the case has no such table. */
  columnsOf(table: string): readonly string[] {
    let columns = this.#columns.get(table);
    if (columns === undefined) {
      columns = this.raw.prepare('SELECT name FROM pragma_table_info(?)').pluck().all(table) as string[];
      this.#columns.set(table, columns);
    }
    return columns;
  }

  insert(table: string, said: Shape, otherwise: '' | 'OR IGNORE' = ''): void {
    const values = this.#values(table, said);
    if (values.length === 0) return;
    const names = values.map(([name]) => `"${name}"`).join(', ');
    const places = values.map(() => '?').join(', ');
    this.#run(
      `INSERT ${otherwise} INTO "${table}" (${names}) VALUES (${places})`,
      values.map(([, value]) => value),
    );
  }

  /** Sets the columns the payload speaks of, other than those in `key`. */
  update(table: string, key: Shape, said: Shape): void {
    const values = this.#values(table, said).filter(([name]) => !(name in key));
    const where = this.#values(table, key);
    if (values.length === 0 || where.length === 0) return;
    const sets = values.map(([name]) => `"${name}" = ?`).join(', ');
    const tests = where.map(([name]) => `"${name}" = ?`).join(' AND ');
    this.#run(
      `UPDATE "${table}" SET ${sets} WHERE ${tests}`,
      [...values, ...where].map(([, value]) => value),
    );
  }

  put(table: string, key: Shape, said: Shape): void {
    if (this.has(table, key)) this.update(table, key, said);
    else this.insert(table, { ...said, ...key });
  }

  has(table: string, key: Shape): boolean {
    const where = this.#values(table, key);
    if (where.length === 0) return false;
    const tests = where.map(([name]) => `"${name}" = ?`).join(' AND ');
    return this.#prepare(`SELECT 1 FROM "${table}" WHERE ${tests}`).get(...where.map(([, value]) => value)) !== undefined;
  }

  remove(table: string, column: string, id: string): void {
    this.#run(`DELETE FROM "${table}" WHERE "${column}" = ?`, [id]);
  }

  #values(table: string, said: Shape): [string, Value][] {
    const json = jsonColumns[table] ?? [];
    return this.columnsOf(table)
      .filter((name) => said[name] !== undefined)
      .map((name) => [name, valueOf(said[name] ?? null, json.includes(name))]);
  }

  #run(sql: string, values: Value[]): void {
    this.#prepare(sql).run(...values);
  }

  #prepare(sql: string): Database.Statement {
    let statement = this.#statements.get(sql);
    if (statement === undefined) {
      statement = this.raw.prepare(sql);
      this.#statements.set(sql, statement);
    }
    return statement;
  }
}

/** Nothing is NULL, in columns of JSON too. */
function valueOf(value: Json, isJson: boolean): Value {
  if (value === null) return null;
  if (Buffer.isBuffer(value)) return value;
  if (isJson) return JSON.stringify(value);
  if (typeof value === 'boolean') return value ? 1 : 0;
  return typeof value === 'object' ? JSON.stringify(value) : value;
}
