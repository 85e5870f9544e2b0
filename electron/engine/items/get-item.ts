import { HoldfastError } from '#shared/errors.ts';
import type { CanonicalText, Item, ItemFile, ItemNote, TextMap } from '#shared/model/items.ts';
import type { Facts } from '#shared/model/primitives.ts';
import type { CaseContext } from '../context.ts';
import { livingItems, selectRow, truths } from './list-items.ts';

/** One item whole: row, facts from the bytes, what a person typed, files. `not-found` when unknown or removed. */
export async function getItem(ctx: CaseContext, id: string): Promise<Item> {
  const row = await selectRow(livingItems(ctx).where('item.id', '=', id)).executeTakeFirst();
  if (row === undefined) throw new HoldfastError('not-found', { kind: 'item', id });
  const kept = await ctx.read.selectFrom('item').select(['originalName', 'facts', 'gaps']).where('id', '=', id).executeTakeFirstOrThrow();
  const text = await ctx.read.selectFrom('canonicalText').select('length').where('itemId', '=', id).executeTakeFirst();
  return {
    ...row,
    ...truths(row),
    originalName: kept.originalName,
    facts: JSON.parse(kept.facts) as Facts,
    gaps: JSON.parse(kept.gaps) as Item['gaps'],
    given: await givenOf(ctx, id),
    files: await filesOf(ctx, id),
    textLength: text?.length ?? null,
  };
}

export async function givenOf(ctx: CaseContext, itemId: string): Promise<ItemNote> {
  const note = await ctx.read.selectFrom('itemNote').selectAll().where('itemId', '=', itemId).executeTakeFirst();
  return {
    title: note?.title ?? null,
    source: note?.source ?? null,
    publishedAt: note?.publishedAt ?? null,
    note: note?.note ?? null,
    graphic: note?.graphic === 1,
  };
}

/** Files of an item, originals first. */
export async function filesOf(ctx: CaseContext, itemId: string): Promise<ItemFile[]> {
  const rows = await fileQuery(ctx)
    .where('file.itemId', '=', itemId)
    .orderBy('file.parentFileId', (ob) => ob.asc().nullsFirst())
    .orderBy('file.id')
    .execute();
  return rows.map(toFile);
}

export async function getFile(ctx: CaseContext, fileId: string): Promise<ItemFile> {
  const row = await fileQuery(ctx).where('file.id', '=', fileId).executeTakeFirst();
  if (row === undefined) throw new HoldfastError('not-found', { kind: 'file', id: fileId });
  return toFile(row);
}

/** The item's canonical text, or null when it has none. */
export async function getText(ctx: CaseContext, itemId: string): Promise<CanonicalText | null> {
  const row = await ctx.read.selectFrom('canonicalText').selectAll().where('itemId', '=', itemId).executeTakeFirst();
  return row === undefined ? null : { ...row, map: JSON.parse(row.map) as TextMap };
}

function fileQuery(ctx: CaseContext) {
  return ctx.read.selectFrom('file').innerJoin('blob', 'blob.sha256', 'file.sha256').selectAll('file').select('blob.size as size');
}

type FileRow = Awaited<ReturnType<ReturnType<typeof fileQuery>['execute']>>[number];

function toFile(row: FileRow): ItemFile {
  return {
    ...row,
    role: row.role as ItemFile['role'],
    toolParameters: row.toolParameters === null ? null : (JSON.parse(row.toolParameters) as Facts),
  };
}
