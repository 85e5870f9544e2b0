import { sql, type SelectQueryBuilder } from 'kysely';
import type { CallOutput, ParsedInput } from '#shared/contract.ts';
import type { ItemRow } from '#shared/model/items.ts';
import { goneAs } from '../absences/list-absences.ts';
import type { CaseContext } from '../context.ts';
import type { Tables } from '../db/tables.ts';
import { hasNewer } from '../versions/version-chain.ts';

/** Passages and claims that still stand, counted for one item. */
const passageCount = sql<number>`(SELECT count(*) FROM passage p WHERE p.itemId = item.id AND NOT EXISTS (SELECT 1 FROM tombstone t WHERE t.subject = p.id))`;
const claimCount = sql<number>`(SELECT count(DISTINCT e.claimId) FROM passage p JOIN evidence e ON e.passageId = p.id WHERE p.itemId = item.id
  AND NOT EXISTS (SELECT 1 FROM tombstone t WHERE t.subject IN (p.id, e.id, e.claimId)))`;
/** Altered and missing outrank partial, which outranks verified. */
const proof = sql<ItemRow['proof']>`CASE WHEN itemProof.state IN ('altered', 'missing') THEN itemProof.state
  WHEN item.completeness = 'partial' THEN 'partial' ELSE coalesce(itemProof.state, 'kept') END`;
const thumbnail = sql<
  string | null
>`(SELECT sha256 FROM file WHERE file.itemId = item.id AND role IN ('thumbnail', 'cover', 'poster') ORDER BY role = 'thumbnail' DESC LIMIT 1)`;
const title = sql<string>`coalesce(itemNote.title, item.title)`;
const source = sql<string>`coalesce(itemNote.source, item.source)`;

/** Items that are not removed, joined with what a person typed and with their last proof. */
export function livingItems(ctx: CaseContext) {
  return ctx.read
    .selectFrom('item')
    .leftJoin('itemNote', 'itemNote.itemId', 'item.id')
    .leftJoin('itemProof', 'itemProof.itemId', 'item.id')
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('tombstone').select('subject').whereRef('tombstone.subject', '=', 'item.id'))),
    );
}

/** The columns of a library row. */
export function selectRow<DB extends Tables, TB extends keyof DB, O>(query: SelectQueryBuilder<DB, TB, O>) {
  return query.select([
    sql<string>`item.id`.as('id'),
    sql<ItemRow['type']>`item.type`.as('type'),
    title.as('title'),
    source.as('source'),
    sql<string | null>`item.sourceUrl`.as('sourceUrl'),
    sql<string | null>`item.language`.as('language'),
    sql<ItemRow['method']>`item.method`.as('method'),
    sql<string>`item.capturedAt`.as('capturedAt'),
    sql<ItemRow['completeness']>`item.completeness`.as('completeness'),
    proof.as('proof'),
    thumbnail.as('thumbnailSha256'),
    sql<number>`coalesce(itemNote.graphic, 0)`.as('graphic'),
    passageCount.as('passages'),
    claimCount.as('claims'),
    hasNewer.as('hasNewer'),
    goneAs.as('gone'),
  ]);
}

const sorts = {
  title: sql`${title} COLLATE NOCASE`,
  type: sql`item.type`,
  source: sql`${source} COLLATE NOCASE`,
  capturedAt: sql`item.capturedAt`,
  proof,
  passages: passageCount,
  claims: claimCount,
} as const;

/** One page of the library, filtered and sorted by the database. */
export async function listItems(ctx: CaseContext, input: ParsedInput<'items.list'>): Promise<CallOutput<'items.list'>> {
  const base = filtered(ctx, input);
  const { total } = await base.select((eb) => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow();
  const direction = input.direction === 'ascending' ? 'asc' : 'desc';
  const rows = await selectRow(base)
    .orderBy(sorts[input.sort], direction)
    .orderBy(sql`item.id`, direction)
    .limit(input.limit)
    .offset(input.offset)
    .execute();
  return { rows: rows.map((row) => ({ ...row, ...truths(row) })), total };
}

/** SQLite has no truth values of its own. */
export function truths(row: { graphic: number; hasNewer: number }) {
  return { graphic: row.graphic === 1, hasNewer: row.hasNewer === 1 };
}

function filtered(ctx: CaseContext, input: ParsedInput<'items.list'>) {
  let query = livingItems(ctx);
  if (input.types !== undefined && input.types.length > 0) query = query.where('item.type', 'in', input.types);
  if (input.filter === 'without-passage') query = query.where(sql<boolean>`${passageCount} = 0`);
  if (input.filter === 'needs-attention') query = query.where(sql<boolean>`${proof} IN ('altered', 'missing', 'partial')`);
  if (input.words !== undefined && input.words.trim() !== '') {
    const like = `%${input.words.trim().replace(/[\\%_]/g, '\\$&')}%`;
    query = query.where(
      sql<boolean>`(${title} LIKE ${like} ESCAPE '\\' OR ${source} LIKE ${like} ESCAPE '\\' OR item.originalName LIKE ${like} ESCAPE '\\')`,
    );
  }
  return query;
}
