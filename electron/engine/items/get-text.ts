import { HoldfastError } from '#shared/errors.ts';
import type { CanonicalText, TextHead, TextMap } from '#shared/model/items.ts';
import type { TextKind } from '#shared/model/text-kinds.ts';
import type { CaseContext } from '../context.ts';
import { filesOf } from './get-file.ts';

/**
 * The item's canonical text, or null when it has none; with `fileId` the derived text (or the canonical one) whose bytes
 * are that file.
 * @throws HoldfastError not-found when the file is no text of this item
 */
export async function getText(ctx: CaseContext, itemId: string, fileId?: string | null): Promise<CanonicalText | null> {
  const row = await ctx.read.selectFrom('canonicalText').selectAll().where('itemId', '=', itemId).executeTakeFirst();
  if (fileId == null || row?.fileId === fileId)
    return row === undefined ? null : { ...row, map: JSON.parse(row.map) as TextMap, kind: 'canonical', language: null };
  const derived = await ctx.read
    .selectFrom('derivedText')
    .selectAll()
    .where('fileId', '=', fileId)
    .where('itemId', '=', itemId)
    .executeTakeFirst();
  if (derived === undefined) throw new HoldfastError('not-found', { kind: 'text', id: fileId });
  return { ...derived, map: JSON.parse(derived.map) as TextMap, kind: derived.kind as TextKind };
}

/** The texts of an item that stand, the canonical one first, then in the order they were made. */
export async function listTexts(ctx: CaseContext, itemId: string): Promise<TextHead[]> {
  const canonical = await ctx.read.selectFrom('canonicalText').select(['fileId', 'length']).where('itemId', '=', itemId).execute();
  const derived = await ctx.read
    .selectFrom('derivedText')
    .select(['fileId', 'length', 'kind', 'language'])
    .where('itemId', '=', itemId)
    .orderBy('fileId')
    .execute();
  const files = new Map((await filesOf(ctx, itemId)).map((file) => [file.id, file]));
  return [...canonical.map((row) => ({ ...row, kind: 'canonical', language: null })), ...derived].flatMap(
    ({ fileId, length, kind, language }) => {
      const file = files.get(fileId);
      if (file === undefined) return [];
      const { sha256, name, tool, toolVersion, toolParameters, createdAt } = file;
      return [{ itemId, fileId, kind: kind as TextKind, language, sha256, length, name, tool, toolVersion, toolParameters, createdAt }];
    },
  );
}
