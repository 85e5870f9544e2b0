/** The claims, incidents or parties of a case as rows of a table, a batch at a time, in the order of their ids. */
import { sql, type Kysely } from 'kysely';
import type { ParsedInput } from '#shared/contract.ts';
import { linkedKinds, type RecordLink } from '#shared/model/record-links.ts';
import type { PartyFields } from '#shared/model/parties.ts';
import type { TableKind } from '#shared/model/tables.ts';
import { narrowClaims } from '../claims/list/narrow-claims.ts';
import { completeClaims } from '../claims/read-claims.ts';
import type { Tables } from '../db/tables.ts';
import { toIncidentFields } from '../incidents/incident-rows.ts';
import { standingRecordLinks } from '../links/record-links.ts';
import type { AnyRow } from './columns/column-sets.ts';
import { claimRecordOf, incidentRecordOf, partyRecordOf, type Called } from './record-of.ts';

export type Filter = ParsedInput<'tables.export'>['filter'];
type Db = Kysely<Tables>;

const BATCH = 500;

/** `kind`: what the rows of a table are, as links and removals name it. */
export const kindOf = { claims: linkedKinds[0], incidents: linkedKinds[1], parties: linkedKinds[2] } as const;

/** Batches of rows. Between them other calls are answered. */
export async function* caseRecords(db: Db, of: TableKind, filter: Filter, signal: AbortSignal): AsyncGenerator<AnyRow[]> {
  const called = await namesAndCodes(db);
  for (let after = ''; ;) {
    signal.throwIfAborted();
    const ids = await chosen(db, of, filter).where(sql.ref('id'), '>', after).orderBy(sql.ref('id')).limit(BATCH).execute();
    if (ids.length > 0) yield await recordsWith(db, of, ids.map(({ id }) => id), called); // prettier-ignore
    if (ids.length < BATCH) return;
    after = ids.at(-1)?.id ?? '';
    await new Promise(setImmediate);
  }
}

/** Ids that a filter leaves. */
export function chosen(db: Db, of: TableKind, filter: Filter) {
  if (of === 'claims') return idsOfClaims(db, filter);
  const table = kindOf[of];
  const words = filter.words?.trim() ?? '';
  const like = `%${words.replace(/[\\%_]/g, '\\$&')}%`;
  const standing = db
    .selectFrom(table as 'party')
    .select('id')
    .where(sql<boolean>`NOT EXISTS (SELECT 1 FROM tombstone t WHERE t.subject = ${sql.ref(`${table}.id`)})`) as unknown as Ids;
  if (words === '') return standing;
  return of === 'incidents'
    ? standing.where(sql<boolean>`(code LIKE ${like} ESCAPE '\\' OR title LIKE ${like} ESCAPE '\\')`)
    : standing.where(
        sql<boolean>`(name LIKE ${like} ESCAPE '\\' OR EXISTS (SELECT 1 FROM json_each(aliases) a WHERE a.value ->> 'name' LIKE ${like} ESCAPE '\\'))`,
      );
}

/** Every kind is asked for as claims are: by `id`. */
type Ids = ReturnType<typeof idsOfClaims>;
function idsOfClaims(db: Db, filter: Filter) {
  return narrowClaims(db, filter).select('claim.id');
}

export async function namesAndCodes(db: Db): Promise<Called> {
  const parties = await db.selectFrom('party').select(['id', 'name']).execute();
  const incidents = await db.selectFrom('incident').select(['id', 'code']).execute();
  return { parties: new Map(parties.map(({ id, name }) => [id, name])), codes: new Map(incidents.map(({ id, code }) => [id, code])) };
}

/** The rows of these ids, in order of ids; those that do not stand are left out. */
export async function recordsWith(db: Db, of: TableKind, ids: readonly string[], called: Called): Promise<AnyRow[]> {
  const list = JSON.stringify(ids);
  const among = sql<boolean>`id IN (SELECT value FROM json_each(${list})) AND id NOT IN (SELECT subject FROM tombstone)`;
  const links = Map.groupBy(await linksFrom(db, of, list), ({ fromId }) => fromId);
  const of_ = (id: string) => links.get(id) ?? [];
  if (of === 'claims') {
    const rows = await db.selectFrom('claim').selectAll().where(among).orderBy('id').execute();
    return (await completeClaims(db, rows)).map((claim) => claimRecordOf(claim, of_(claim.id), called));
  }
  if (of === 'parties') {
    const rows = await db.selectFrom('party').selectAll().where(among).orderBy('id').execute();
    return rows.map((row) => {
      const fields = { ...row, aliases: JSON.parse(row.aliases) as unknown, extra: JSON.parse(row.extra) as unknown } as PartyFields;
      return partyRecordOf(row.id, fields, of_(row.id), called);
    });
  }
  const rows = await db.selectFrom('incident').selectAll().where(among).orderBy('id').execute();
  const parts = await db
    .selectFrom('incidentParty')
    .selectAll()
    .where(sql<boolean>`incidentId IN (SELECT value FROM json_each(${list}))`)
    .orderBy('incidentId')
    .orderBy('position')
    .execute();
  const named = Map.groupBy(parts, ({ incidentId }) => incidentId);
  return rows.map((row) => {
    const parties = (named.get(row.id) ?? []).map(({ partyId, role }) => ({ partyId, role }));
    return incidentRecordOf(row.id, toIncidentFields(row, parties), of_(row.id), called);
  });
}

function linksFrom(db: Db, of: TableKind, list: string): Promise<RecordLink[]> {
  return standingRecordLinks(db, kindOf[of])
    .selectAll()
    .where(sql<boolean>`fromId IN (SELECT value FROM json_each(${list}))`)
    .execute();
}
