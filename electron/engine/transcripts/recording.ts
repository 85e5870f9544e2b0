import { HoldfastError } from '#shared/errors.ts';
import type { CanonicalText, Item, ItemFile } from '#shared/model/items.ts';
import type { CaseContext } from '../context.ts';
import { getItem } from '../items/get-item.ts';
import { getText } from '../items/get-text.ts';

/** A recording and the file it came as. Throws `not-found`; `not-supported` for an item without sound or picture that runs. */
export async function getRecording(ctx: CaseContext, itemId: string): Promise<{ item: Item; original: ItemFile }> {
  const item = await getItem(ctx, itemId);
  const original = item.files.find(({ role }) => role === 'original');
  if ((item.type !== 'video' && item.type !== 'audio') || original === undefined)
    throw new HoldfastError('not-supported', {
      feature: `A transcript of ${item.title}, which is no recording,`,
      instead: 'Import the file as a source of its own.',
    });
  return { item, original };
}

/** A text of the item by its file; `not-found` when it has none such. */
export async function requireText(ctx: CaseContext, itemId: string, fileId: string | null): Promise<CanonicalText> {
  const text = await getText(ctx, itemId, fileId);
  if (text === null) throw new HoldfastError('not-found', { kind: 'text', id: fileId ?? itemId });
  return text;
}
