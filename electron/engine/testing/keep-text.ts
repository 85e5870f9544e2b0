import type { TextKind } from '#shared/model/text-kinds.ts';
import type { TextMap } from '#shared/model/items.ts';
import type { CaseContext } from '../context.ts';
import { getItem } from '../items/get-item.ts';
import { keepDerived } from '../items/keep-derived.ts';

/** For tests: adds a derived text to an item; answers the id of its file. */
export async function keepText(
  ctx: CaseContext,
  itemId: string,
  text: string,
  { kind = 'ocr', map = { kind: 'plain' } }: { kind?: Exclude<TextKind, 'canonical'>; map?: TextMap } = {},
): Promise<string> {
  const original = (await getItem(ctx, itemId)).files.find(({ role }) => role === 'original');
  const [fileId] = await keepDerived(ctx, itemId, [
    {
      role: 'transcript',
      blob: await ctx.store.keepBytes(text),
      name: `${kind}.txt`,
      mediaType: 'text/plain',
      parentFileId: original?.id ?? null,
      tool: { name: 'test', version: '1', parameters: {} },
      text: { kind, language: 'ar', text, map },
    },
  ]);
  return fileId ?? '';
}
