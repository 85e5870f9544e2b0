/** What the rows of a file can name: gathered once, in the view of the case that is planned against. */
import { sql, type Kysely } from 'kysely';
import type { ClaimFields } from '#shared/model/claims.ts';
import { claimActs, groups, partyRoles, units } from '#shared/model/vocabulary.ts';
import { builtInPartyKinds } from '#shared/model/parties.ts';
import type { RecordLink } from '#shared/model/record-links.ts';
import type { ClaimRecord, PartyRef, TableKind } from '#shared/model/tables.ts';
import type { Tables } from '../db/tables.ts';
import { standingRecordLinks } from '../links/record-links.ts';
import { kindOf, namesAndCodes, recordsWith } from './case-records.ts';
import type { AnyRow } from './columns/column-sets.ts';
import { contentKey, fieldsOf } from './record-fields.ts';
import { pause } from './pause.ts';
import type { ReadRow } from './read-row.ts';

export type Standing = 'standing' | 'removed';
export type KnownParty = { name: string; mergedInto: string | null; state: Standing };
export type OwnField = { type: string; options: readonly string[] };

export type CaseIndex = {
  parties: Map<string, KnownParty>;
  /** Ids of standing parties by `nameKey` of their names and aliases. */
  partiesNamed: Map<string, string[]>;
  incidents: Map<string, { code: string; state: Standing }>;
  codes: Map<string, string>;
  /** Claims, items and passages that the file names, as far as there are such. */
  claims: Map<string, Standing>;
  items: Map<string, Standing>;
  passages: Map<string, Standing>;
  /** Things of the table's kind that rows may be, as rows. */
  records: Map<string, AnyRow>;
  links: RecordLink[];
  words: Set<string>;
  fields: Map<string, OwnField>;
};

/** One spelling for what people type in several: case, white space and Unicode form do not tell names apart. */
export const nameKey = (name: string): string => name.normalize('NFKC').trim().replace(/\s+/g, ' ').toLowerCase();

export async function gatherIndex(db: Kysely<Tables>, of: TableKind, rows: readonly ReadRow[], signal: AbortSignal): Promise<CaseIndex> {
  const removed = await removedIds(db);
  const stateOf = (id: string): Standing => (removed.has(id) ? 'removed' : 'standing');
  const { parties, partiesNamed } = await gatherParties(db, stateOf);
  const incidents = await db.selectFrom('incident').select(['id', 'code']).execute();
  const named = namedIds(rows);
  const states = async (table: 'claim' | 'item' | 'passage', ids: readonly string[]) =>
    new Map((await idsAmong(db, table, ids)).map((id) => [id, stateOf(id)]));
  const index: CaseIndex = {
    parties,
    partiesNamed,
    incidents: new Map(incidents.map(({ id, code }) => [id, { code, state: stateOf(id) }])),
    codes: new Map(incidents.map(({ id, code }) => [code, id])),
    claims: await states('claim', [...named.own, ...named.claims]),
    items: await states('item', named.items),
    passages: await states('passage', named.passages),
    records: new Map(),
    links: await standingRecordLinks(db, kindOf[of]).selectAll().orderBy('createdAt').execute(),
    words: new Set<string>([...builtInPartyKinds, ...claimActs, ...units, ...groups, ...partyRoles, ...(await ownTerms(db))]),
    fields: await ownFields(db, kindOf[of]),
  };
  await gatherRecords(db, of, rows, index, signal);
  return index;
}

async function removedIds(db: Kysely<Tables>): Promise<Set<string>> {
  return new Set((await db.selectFrom('tombstone').select('subject').execute()).map(({ subject }) => subject));
}

async function gatherParties(db: Kysely<Tables>, stateOf: (id: string) => Standing): Promise<Pick<CaseIndex, 'parties' | 'partiesNamed'>> {
  const merges = await db.selectFrom('partyMerge').select(['id', 'mergedId', 'intoId']).execute();
  const into = new Map(merges.filter(({ id }) => stateOf(id) === 'standing').map(({ mergedId, intoId }) => [mergedId, intoId]));
  const parties: CaseIndex['parties'] = new Map();
  const partiesNamed: CaseIndex['partiesNamed'] = new Map();
  for (const { id, name, aliases } of await db.selectFrom('party').select(['id', 'name', 'aliases']).execute()) {
    const state = stateOf(id);
    parties.set(id, { name, mergedInto: into.get(id) ?? null, state });
    if (state === 'removed') continue;
    const names = new Set([name, ...(JSON.parse(aliases) as { name: string }[]).map((alias) => alias.name)].map(nameKey));
    for (const key of names) partiesNamed.set(key, [...(partiesNamed.get(key) ?? []), id]);
  }
  return { parties, partiesNamed };
}

function namedIds(rows: readonly ReadRow[]) {
  const ids = { own: [] as string[], claims: [] as string[], items: [] as string[], passages: [] as string[] };
  for (const { given } of rows) {
    const row = given as Partial<ClaimRecord>;
    if (typeof row.id === 'string') ids.own.push(row.id);
    for (const { to } of row.relations ?? []) if (typeof to === 'string') ids.claims.push(to);
    for (const { itemId } of row.via ?? []) if (itemId !== null) ids.items.push(itemId);
    for (const { passageId } of row.evidence ?? []) ids.passages.push(passageId);
  }
  return ids;
}

async function idsAmong(db: Kysely<Tables>, table: string, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<{
    id: string;
  }>`SELECT id FROM ${sql.table(table)} WHERE id IN (SELECT value FROM json_each(${JSON.stringify(ids)}))`.execute(db);
  return rows.map(({ id }) => id);
}

async function ownTerms(db: Kysely<Tables>): Promise<string[]> {
  const rows = await db.selectFrom('vocabularyTerm').select('term').where('id', 'not in', db.selectFrom('tombstone').select('subject')).execute(); // prettier-ignore
  return rows.map(({ term }) => term);
}

async function ownFields(db: Kysely<Tables>, subject: string): Promise<Map<string, OwnField>> {
  const rows = await db
    .selectFrom('fieldDefinition')
    .select(['name', 'type', 'options'])
    .where('subject', '=', subject)
    .where('id', 'not in', db.selectFrom('tombstone').select('subject'))
    .execute();
  return new Map(rows.map(({ name, type, options }) => [name, { type, options: optionWords(JSON.parse(options)) }]));
}

/** Choices are words, or things that have a word. */
const optionWords = (options: unknown): string[] =>
  Array.isArray(options) ? options.map((one: unknown) => (typeof one === 'string' ? one : JSON.stringify(one))) : [];

const BATCH = 1000;

/** The things that rows are said to be, by id, code or name. */
async function gatherRecords(
  db: Kysely<Tables>,
  of: TableKind,
  rows: readonly ReadRow[],
  index: CaseIndex,
  signal: AbortSignal,
): Promise<void> {
  const ids = new Set<string>();
  for (const { given } of rows) {
    if (typeof given['id'] === 'string') ids.add(given['id']);
    else if (of === 'incidents') ids.add(index.codes.get(textOf(given['code'])) ?? '');
    else if (of === 'parties') for (const id of index.partiesNamed.get(nameKey(textOf(given['name']))) ?? []) ids.add(id);
  }
  for await (const records of inBatches(db, of, [...ids], signal)) for (const record of records) index.records.set(record.id ?? '', record);
}

/**
 * Claims that say what rows without an id say, by the rows' content keys: so a file read twice makes nothing twice.
 * Every claim is looked at, and those that are like none are let go.
 */
export async function gatherSame(
  db: Kysely<Tables>,
  index: CaseIndex,
  keys: ReadonlySet<string>,
  signal: AbortSignal,
): Promise<Map<string, ClaimRecord>> {
  const same = new Map<string, ClaimRecord>();
  if (keys.size === 0) return same;
  const ids = await db.selectFrom('claim').select('id').orderBy('id').execute();
  for await (const records of inBatches(
    db,
    'claims',
    ids.map(({ id }) => id),
    signal,
  ))
    // prettier-ignore
    for (const record of records as ClaimRecord[]) {
      const key = contentKey(fieldsOf('claims', record, index) as ClaimFields);
      if (keys.has(key) && !same.has(key)) same.set(key, record);
    }
  return same;
}

async function* inBatches(db: Kysely<Tables>, of: TableKind, ids: readonly string[], signal: AbortSignal): AsyncGenerator<AnyRow[]> {
  const called = await namesAndCodes(db);
  for (let from = 0; from < ids.length; from += BATCH) {
    signal.throwIfAborted();
    yield await recordsWith(db, of, ids.slice(from, from + BATCH), called);
    await pause();
  }
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value.trim() : '');

export const refName = ({ name, id }: PartyRef): string => (name === '' ? (id ?? '') : name);
