import type { ParsedInput } from '#shared/contract.ts';
import { HoldfastError } from '#shared/errors.ts';
import type { CaseContext } from '../context.ts';
import { putSearchRow } from '../search/search-row.ts';
import { bury } from './bury.ts';
import { getFile } from './get-file.ts';
import { itemSearchRow } from './item-search-row.ts';

/**
 * Takes a file that was derived later out of its item's list. The bytes stay.
 * @throws HoldfastError not-found; not-supported for a file that came with the item; still-used while passages or other
 *   files stand on it
 */
export async function removeFile(ctx: CaseContext, { fileId, reason }: ParsedInput<'files.remove'>): Promise<void> {
  const file = await getFile(ctx, fileId);
  const added = await ctx.read.selectFrom('addedFile').select('fileId').where('fileId', '=', fileId).executeTakeFirst();
  if (added === undefined)
    throw new HoldfastError('not-supported', {
      feature: `Removing ${file.name}, which came with its item,`,
      instead: 'Remove the item itself, with a reason.',
    });
  const standing = ctx.read
    .selectFrom('passage')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where((eb) => eb.or([eb('passage.textFileId', '=', fileId), eb('passage.fileId', '=', fileId)]))
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('tombstone').select('subject').whereRef('tombstone.subject', '=', 'passage.id'))),
    );
  const { count } = await standing.executeTakeFirstOrThrow();
  if (count > 0) throw new HoldfastError('still-used', { kind: 'file', id: fileId, by: 'passages', count });
  await bury(ctx, { kind: 'file', id: fileId, reason }, async (trx) => {
    await putSearchRow(trx, await itemSearchRow(trx, file.itemId));
  });
}
