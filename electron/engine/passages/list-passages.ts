import { sql } from 'kysely';
import type { CallOutput, ParsedInput } from '#shared/contract.ts';
import { HoldfastError } from '#shared/errors.ts';
import type { Passage, Selector } from '#shared/model/passages.ts';
import type { CaseContext } from '../context.ts';
import { colourOf, itemTitle, livingPassages, narrowPassages } from './narrow-passages.ts';
import { countLinks } from './passage-links.ts';
import { standingsOf } from './passage-states.ts';
import { asColour } from './tags.ts';

/** Where a passage stands in its item: page, then time, then place in the text; areas after the words of their page. */
const readingOrder = sql`coalesce(passage.page, 0), coalesce(passage."from", 0), coalesce(passage."start", 1e15), passage.id`;

/** A page of passages: of one item in the order they stand in it, else the newest first. A fixed number of queries whatever the page holds. */
export async function listPassages(
  ctx: CaseContext,
  { limit, offset, ...asked }: ParsedInput<'passages.list'>,
): Promise<CallOutput<'passages.list'>> {
  const base = await narrowPassages(ctx, asked);
  const { total } = await base.select((eb) => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow();
  const ordered =
    asked.itemId === undefined ? base.orderBy('passage.createdAt', 'desc').orderBy('passage.id', 'desc') : base.orderBy(readingOrder);
  const rows = await columns(ordered.limit(limit).offset(offset)).execute();
  return { rows: await complete(ctx, rows), total };
}

/** One passage; `not-found` when unknown or removed. */
export async function getPassage(ctx: CaseContext, id: string): Promise<Passage> {
  const [passage] = await getPassages(ctx, [id]);
  if (passage === undefined) throw new HoldfastError('not-found', { kind: 'passage', id });
  return passage;
}

/** Those of them that stand, in no order. */
export async function getPassages(ctx: CaseContext, ids: string[]): Promise<Passage[]> {
  return complete(ctx, await columns(livingPassages(ctx).where('passage.id', 'in', ids)).execute());
}

function columns(query: ReturnType<typeof livingPassages>) {
  return query.selectAll('passage').select([itemTitle.as('itemTitle'), colourOf.as('colour')]);
}

type Row = Awaited<ReturnType<ReturnType<typeof columns>['execute']>>[number];

async function complete(ctx: CaseContext, rows: Row[]): Promise<Passage[]> {
  if (rows.length === 0) return [];
  const ids = rows.map((row) => row.id);
  const [tags, claims, standings] = [await tagsOf(ctx, ids), await claimsOf(ctx, ids), await standingsOf(ctx, rows)];
  const links = await countLinks(ctx, ids);
  return rows.map((row) => ({
    ...row,
    kind: row.kind as Passage['kind'],
    selectors: selectorsOf(row),
    origin: row.origin === null ? null : (JSON.parse(row.origin) as Passage['origin']),
    tags: tags.get(row.id) ?? [],
    colour: asColour(row.colour),
    claimIds: claims.get(row.id) ?? [],
    links: links.get(row.id) ?? 0,
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
