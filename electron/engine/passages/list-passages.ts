import { sql } from 'kysely';
import type { CallOutput, ParsedInput } from '#shared/contract.ts';
import { HoldfastError } from '#shared/errors.ts';
import type { Passage, Selector } from '#shared/model/passages.ts';
import type { CaseContext } from '../context.ts';
import { standingsOf } from './passage-states.ts';

/** A page of passages: of one item in the order they stand in it, else the newest first. A fixed number of queries whatever the page holds. */
export async function listPassages(
  ctx: CaseContext,
  { itemId, tag, limit, offset }: ParsedInput<'passages.list'>,
): Promise<CallOutput<'passages.list'>> {
  let base = livingPassages(ctx);
  if (itemId !== undefined) base = base.where('passage.itemId', '=', itemId);
  if (tag !== undefined)
    base = base.where(sql<boolean>`EXISTS (SELECT 1 FROM passageTag WHERE passageTag.passageId = passage.id AND passageTag.tag = ${tag})`);
  const { total } = await base.select((eb) => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow();
  const ordered =
    itemId === undefined
      ? base.orderBy('passage.createdAt', 'desc').orderBy('passage.id', 'desc')
      : base.orderBy(sql`coalesce(passage."start", 1e15), coalesce(passage."from", 0), coalesce(passage.page, 0), passage.id`);
  const rows = await columns(ordered.limit(limit).offset(offset)).execute();
  return { rows: await complete(ctx, rows), total };
}

/** One passage; `not-found` when unknown or removed. */
export async function getPassage(ctx: CaseContext, id: string): Promise<Passage> {
  const rows = await columns(livingPassages(ctx).where('passage.id', '=', id)).execute();
  const [passage] = await complete(ctx, rows);
  if (passage === undefined) throw new HoldfastError('not-found', { kind: 'passage', id });
  return passage;
}

function livingPassages(ctx: CaseContext) {
  return ctx.read
    .selectFrom('passage')
    .innerJoin('item', 'item.id', 'passage.itemId')
    .leftJoin('itemNote', 'itemNote.itemId', 'passage.itemId')
    .where(sql<boolean>`NOT EXISTS (SELECT 1 FROM tombstone t WHERE t.subject = passage.id)`);
}

function columns(query: ReturnType<typeof livingPassages>) {
  return query.selectAll('passage').select(sql<string>`coalesce(itemNote.title, item.title)`.as('itemTitle'));
}

type Row = Awaited<ReturnType<ReturnType<typeof columns>['execute']>>[number];

async function complete(ctx: CaseContext, rows: Row[]): Promise<Passage[]> {
  if (rows.length === 0) return [];
  const ids = rows.map((row) => row.id);
  const [tags, claims, standings] = [await tagsOf(ctx, ids), await claimsOf(ctx, ids), await standingsOf(ctx, rows)];
  return rows.map((row) => ({
    ...row,
    kind: row.kind as Passage['kind'],
    selectors: selectorsOf(row),
    tags: tags.get(row.id) ?? [],
    claimIds: claims.get(row.id) ?? [],
    ...(standings.get(row.id) ?? { state: 'lost', score: 0, textKind: null, textConfidence: null }),
  }));
}

function selectorsOf(row: Row): Selector[] {
  return JSON.parse(row.selectors) as Selector[];
}

async function tagsOf(ctx: CaseContext, ids: string[]): Promise<Map<string, string[]>> {
  const rows = await ctx.read.selectFrom('passageTag').selectAll().where('passageId', 'in', ids).orderBy('tag').execute();
  return grouped(rows.map((row) => [row.passageId, row.tag]));
}

/** Claims that still stand on each passage. */
async function claimsOf(ctx: CaseContext, ids: string[]): Promise<Map<string, string[]>> {
  const rows = await ctx.read
    .selectFrom('evidence')
    .select(['passageId', 'claimId'])
    .distinct()
    .where('passageId', 'in', ids)
    .where(sql<boolean>`NOT EXISTS (SELECT 1 FROM tombstone t WHERE t.subject IN (evidence.id, evidence.claimId))`)
    .orderBy('claimId')
    .execute();
  return grouped(rows.map((row) => [row.passageId, row.claimId]));
}

function grouped(pairs: [string, string][]): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const [key, value] of pairs) groups.set(key, [...(groups.get(key) ?? []), value]);
  return groups;
}
