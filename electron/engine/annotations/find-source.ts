/** Which item of this case an annotation is about. */
import type { CaseContext } from '../context.ts';
import { webAddress } from '../versions/web-address.ts';
import type { ReadAnnotation } from './read-annotation.ts';

/** `fileId`: the file that the annotation names by its hash; null when it names the item by its address alone. */
export type Source = { itemId: string; fileId: string | null };

/**
 * By the hash of what its targets name, then by the address of a web page, newest capture first. Where several items
 * hold the same bytes it is the one the annotation came from, if that is here.
 */
export async function findSource(ctx: CaseContext, annotation: ReadAnnotation): Promise<Source | null> {
  for (const { sha256 } of annotation.targets) {
    const found = sha256 === null ? [] : await filesWith(ctx, sha256);
    const best = found.find(({ itemId }) => itemId === annotation.itemId) ?? found[0];
    if (best !== undefined) return best;
  }
  for (const { url } of annotation.targets) {
    const itemId = url === null ? null : await itemAt(ctx, url);
    if (itemId !== null) return { itemId, fileId: null };
  }
  return null;
}

async function filesWith(ctx: CaseContext, sha256: string): Promise<Source[]> {
  return ctx.read
    .selectFrom('file')
    .select(['file.itemId as itemId', 'file.id as fileId'])
    .where('file.sha256', '=', sha256)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('tombstone')
            .select('subject')
            .where((eb) => eb.or([eb('tombstone.subject', '=', eb.ref('file.itemId')), eb('tombstone.subject', '=', eb.ref('file.id'))])),
        ),
      ),
    )
    .orderBy('file.id')
    .execute();
}

async function itemAt(ctx: CaseContext, url: string): Promise<string | null> {
  const address = webAddress(url) ?? url;
  const row = await ctx.read
    .selectFrom('item')
    .leftJoin('itemAddress', 'itemAddress.itemId', 'item.id')
    .select('item.id')
    .where((eb) => eb.or([eb('itemAddress.address', '=', address), eb('item.sourceUrl', 'in', [url, address])]))
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('tombstone').select('subject').whereRef('tombstone.subject', '=', 'item.id'))),
    )
    .orderBy('item.capturedAt', 'desc')
    .executeTakeFirst();
  return row?.id ?? null;
}
