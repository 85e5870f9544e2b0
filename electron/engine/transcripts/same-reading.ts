import type { Item, ItemFile } from '#shared/model/items.ts';
import type { CaseContext } from '../context.ts';

/** The file of the item with these bytes, as it was received; undefined when there is none. */
export function receivedBefore(item: Item, sha256: string): ItemFile | undefined {
  return item.files.find((file) => file.sha256 === sha256 && file.role === 'transcript' && file.parentFileId === null);
}

/** The text that was read from these bytes in this charset, when it stands; null when it was not. */
export async function sameReading(ctx: CaseContext, item: Item, sha256: string, charset: string): Promise<ItemFile | null> {
  const received = receivedBefore(item, sha256);
  if (received === undefined) return null;
  const texts = await ctx.read.selectFrom('derivedText').select('fileId').where('itemId', '=', item.id).execute();
  const canonical = await ctx.read.selectFrom('canonicalText').select('fileId').where('itemId', '=', item.id).execute();
  const ids = new Set([...texts, ...canonical].map(({ fileId }) => fileId));
  const isSame = (file: ItemFile) => ids.has(file.id) && file.parentFileId === received.id && file.toolParameters?.['charset'] === charset;
  return item.files.find(isSame) ?? null;
}
