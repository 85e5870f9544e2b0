import { HoldfastError } from '#shared/errors.ts';
import type { ItemFile } from '#shared/model/items.ts';
import type { Facts } from '#shared/model/primitives.ts';
import type { CaseContext } from '../context.ts';

/** Files of an item that stand, originals first. */
export async function filesOf(ctx: CaseContext, itemId: string): Promise<ItemFile[]> {
  const rows = await fileQuery(ctx)
    .where('file.itemId', '=', itemId)
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('tombstone').select('subject').whereRef('tombstone.subject', '=', 'file.id'))),
    )
    .orderBy('file.parentFileId', (ob) => ob.asc().nullsFirst())
    .orderBy('file.id')
    .execute();
  return rows.map(toFile);
}

/** One file, also one that was taken off its item; `not-found` when unknown. */
export async function getFile(ctx: CaseContext, fileId: string): Promise<ItemFile> {
  const row = await fileQuery(ctx).where('file.id', '=', fileId).executeTakeFirst();
  if (row === undefined) throw new HoldfastError('not-found', { kind: 'file', id: fileId });
  return toFile(row);
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
