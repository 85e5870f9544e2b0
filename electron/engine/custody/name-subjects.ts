/** What entries are about, named as things are called now. One query a kind and page. */
import { sql, type RawBuilder } from 'kysely';
import type { ActSubject } from '#shared/model/custody.ts';
import type { JournalEntry } from '#shared/model/journal.ts';
import type { CaseContext } from '../context.ts';

/** `kind` where it differs from row to row. */
type Row = { key: string; kind?: ActSubject['kind']; name: string; quote: string | null; itemId: string | null; id: string | null };
type Lookup = { kind: ActSubject['kind']; rows(ids: RawBuilder<unknown>): RawBuilder<Row> };

const ITEM = sql`coalesce(nullif(n.title, ''), nullif(i.title, ''), i.originalName, '')`;
const OF_ITEM = sql`JOIN item i ON i.id = x.itemId LEFT JOIN itemNote n ON n.itemId = i.id`;
/** A count as people write it, 1,236; the column is REAL, which SQLite would write 1236.0. */
const figure = (column: string) => {
  const value = sql.ref(column);
  return sql`CASE WHEN ${value} IS NULL THEN NULL WHEN ${value} = CAST(${value} AS INTEGER) THEN format('%,d', ${value}) ELSE format('%.15g', ${value}) END`;
};
const FIGURES = sql`coalesce(${figure('q.value')}, ${figure('q.min')} || '–' || ${figure('q.max')}, '')`;
const CLAIM = sql`trim(c.act || coalesce((SELECT ' ' || CASE q.qualifier WHEN 'exactly' THEN '' ELSE q.qualifier || ' ' END || ${FIGURES} || ' ' || q.unit FROM claimQuantity q WHERE q.claimId = c.id ORDER BY q.position LIMIT 1), ''))`;
const INCIDENT = sql`trim(c.code || ' ' || c.title)`;

const item: Lookup = {
  kind: 'item',
  rows: (ids) => sql<Row>`SELECT i.id AS "key", ${ITEM} AS name, NULL AS quote, i.id AS itemId, NULL AS id
    FROM item i LEFT JOIN itemNote n ON n.itemId = i.id WHERE i.id IN (${ids})`,
};
const ofItem = (table: string, kind: ActSubject['kind'] = 'item'): Lookup => ({
  kind,
  rows: (
    ids,
  ) => sql<Row>`SELECT x.id AS "key", ${kind === 'file' ? sql`x.name || ' · ' || ${ITEM}` : ITEM} AS name, NULL AS quote, i.id AS itemId, NULL AS id
    FROM ${sql.table(table)} x ${OF_ITEM} WHERE x.id IN (${ids})`,
});
const passage: Lookup = {
  kind: 'passage',
  rows: (ids) =>
    sql<Row>`SELECT x.id AS "key", ${ITEM} AS name, x.quote, i.id AS itemId, x.id AS id FROM passage x ${OF_ITEM} WHERE x.id IN (${ids})`,
};
const passageLink: Lookup = {
  kind: 'passage',
  rows: (ids) => sql<Row>`SELECT l.id AS "key", ${ITEM} AS name, x.quote, i.id AS itemId, x.id AS id
    FROM passageLink l JOIN passage x ON x.id = l.fromId ${OF_ITEM} WHERE l.id IN (${ids})`,
};
const evidence: Lookup = {
  kind: 'claim',
  rows: (ids) => sql<Row>`SELECT e.id AS "key", ${CLAIM} AS name, x.quote, x.itemId, c.id AS id
    FROM evidence e JOIN claim c ON c.id = e.claimId JOIN passage x ON x.id = e.passageId WHERE e.id IN (${ids})`,
};
const claim: Lookup = {
  kind: 'claim',
  rows: (ids) =>
    sql<Row>`SELECT c.id AS "key", ${CLAIM} AS name, NULL AS quote, NULL AS itemId, c.id AS id FROM claim c WHERE c.id IN (${ids})`,
};
const claimOf = (table: string, column: string): Lookup => ({
  kind: 'claim',
  rows: (ids) => sql<Row>`SELECT x.id AS "key", ${CLAIM} AS name, NULL AS quote, NULL AS itemId, c.id AS id
    FROM ${sql.table(table)} x JOIN claim c ON c.id = x.${sql.ref(column)} WHERE x.id IN (${ids})`,
});
const party: Lookup = {
  kind: 'party',
  rows: (ids) => sql<Row>`SELECT p.id AS "key", p.name, NULL AS quote, NULL AS itemId, p.id AS id FROM party p WHERE p.id IN (${ids})`,
};
const incident: Lookup = {
  kind: 'incident',
  rows: (ids) =>
    sql<Row>`SELECT c.id AS "key", ${INCIDENT} AS name, NULL AS quote, NULL AS itemId, c.id AS id FROM incident c WHERE c.id IN (${ids})`,
};
/** Two of a kind put in relation; it leads to the first. */
const related = (table: string, of: 'party' | 'incident', [from, to]: [string, string] = ['fromId', 'toId']): Lookup => ({
  kind: of,
  rows: (ids) => {
    const name = (alias: string) =>
      of === 'party' ? sql.ref(`${alias}.name`) : sql`trim(${sql.ref(`${alias}.code`)} || ' ' || ${sql.ref(`${alias}.title`)})`;
    return sql<Row>`SELECT l.id AS "key", ${name('c')} || ' – ' || ${name('d')} AS name, NULL AS quote, NULL AS itemId, c.id AS id
      FROM ${sql.table(table)} l JOIN ${sql.table(of)} c ON c.id = l.${sql.ref(from)} JOIN ${sql.table(of)} d ON d.id = l.${sql.ref(to)} WHERE l.id IN (${ids})`;
  },
});
const grade: Lookup = {
  kind: 'claim',
  rows: (ids) => {
    const of = (kind: string, name: RawBuilder<unknown>) =>
      sql`SELECT g.id AS "key", ${kind} AS kind, ${name} AS name, NULL AS quote, NULL AS itemId, c.id AS id
        FROM grade g JOIN ${sql.table(kind)} c ON c.id = g.subjectId WHERE g.subjectKind = ${kind} AND g.id IN (${ids})`;
    return sql<Row>`${of('claim', CLAIM)} UNION ALL ${of('incident', INCIDENT)} UNION ALL ${of('party', sql`c.name`)}`;
  },
};
const absence: Lookup = {
  kind: 'absence',
  rows: (ids) =>
    sql<Row>`SELECT a.id AS "key", a.askedUrl AS name, NULL AS quote, a.earlierId AS itemId, NULL AS id FROM absence a WHERE a.id IN (${ids})`,
};

/** By the first word of the act. */
const lookups: Record<string, Lookup> = {
  item,
  import: item,
  file: ofItem('file', 'file'),
  redaction: ofItem('redaction'),
  version: ofItem('itemVersion'),
  passage,
  passageLink,
  evidence,
  claim,
  claimLink: claimOf('claimLink', 'fromId'),
  grade,
  settlement: claimOf('settlement', 'claimA'),
  party,
  partyLink: related('partyLink', 'party'),
  partyMerge: related('partyMerge', 'party', ['mergedId', 'intoId']),
  incident,
  incidentLink: related('incidentLink', 'incident'),
  address: absence,
};

/** By the entry's number; entries about the case itself, or about what no row tells of, are left out. */
export async function nameSubjects(ctx: CaseContext, entries: readonly JournalEntry[]): Promise<Map<number, ActSubject>> {
  const byPrefix = Map.groupBy(entries, ({ action }) => action.slice(0, action.indexOf('.')));
  const named = new Map<number, ActSubject>();
  for (const [prefix, some] of byPrefix) {
    const lookup = Object.hasOwn(lookups, prefix) ? lookups[prefix] : undefined;
    if (lookup === undefined) continue;
    const ids = [...new Set(some.map(({ subject }) => subject))];
    const { rows } = await lookup.rows(sql.join(ids)).execute(ctx.read);
    const byId = new Map(rows.map(({ key, ...about }) => [key, { kind: lookup.kind, ...about }]));
    for (const { seq, subject } of some) {
      const about = byId.get(subject);
      if (about !== undefined) named.set(seq, about);
    }
  }
  return named;
}
