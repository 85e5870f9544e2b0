import { sql, type Kysely } from 'kysely';
import type { TableKind } from '#shared/model/tables.ts';
import type { Tables } from '../db/tables.ts';
import { chosen, kindOf, type Filter } from './case-records.ts';
import type { ExtraType } from './columns/extra-columns.ts';
import type { Width } from './columns/column-sets.ts';

/** How many columns a table needs, asked of the database so that no row is read twice. */
export async function tableWidth(db: Kysely<Tables>, of: TableKind, filter: Filter): Promise<Width> {
  const ids = chosen(db, of, filter);
  const { rows: values } = await sql<{ name: string; type: string }>`SELECT DISTINCT own.key AS name, own.type AS type
    FROM ${sql.table(kindOf[of])} thing, json_each(thing.extra) own WHERE thing.id IN (${ids}) AND own.value <> '' ORDER BY name, type`.execute(
    db,
  );
  const fields = new Map(values.map(({ name, type }) => [`${name}\n${typeOf(type)}`, [name, typeOf(type)] as const]));
  if (of !== 'claims') return { quantities: 0, fields: [...fields.values()] };
  const { rows } = await sql<{
    most: number | null;
  }>`SELECT max(position) + 1 AS most FROM claimQuantity WHERE claimId IN (${ids})`.execute(db);
  return { quantities: Math.max(1, rows[0]?.most ?? 0), fields: [...fields.values()] };
}

/** Of a value, by SQLite's names for the types of JSON. */
function typeOf(type: string): ExtraType {
  return type === 'integer' || type === 'real' ? 'number' : type === 'true' || type === 'false' ? 'yes or no' : 'text';
}
