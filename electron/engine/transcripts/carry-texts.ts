import type { CallOutput, ParsedInput } from '#shared/contract.ts';
import { HoldfastError } from '#shared/errors.ts';
import type { Passage } from '#shared/model/passages.ts';
import type { CaseContext } from '../context.ts';
import { listPassages } from '../passages/list-passages.ts';
import { acceptInto, passagesNamed } from '../versions/accept-carried.ts';
import { carriedOf, type TextPlace } from '../versions/carry-passages.ts';
import { requireText } from './recording.ts';

/** Where the passages on one text of an item stand in another. Makes nothing. At most a thousand. */
export async function carryTexts(
  ctx: CaseContext,
  { itemId, fromFileId, toFileId }: ParsedInput<'transcripts.carry'>,
): Promise<CallOutput<'transcripts.carry'>> {
  const [from, to] = [await placeOf(ctx, itemId, fromFileId), await placeOf(ctx, itemId, toFileId)];
  const { rows } = await listPassages(ctx, { itemId, limit: 1000, offset: 0 });
  return { passages: await carriedOf(ctx, rows.filter(isOn(from)), { from, to }) };
}

/**
 * Makes passages in another text of the item from those named, all or none; the earlier ones stay.
 * @throws HoldfastError as `versions.accept` does
 */
export async function acceptTexts(
  ctx: CaseContext,
  { itemId, toFileId, passageIds }: ParsedInput<'transcripts.accept'>,
): Promise<CallOutput<'transcripts.accept'>> {
  const to = await placeOf(ctx, itemId, toFileId);
  const passages = await passagesNamed(ctx, passageIds);
  const from = { itemId, textFileId: passages[0]?.textFileId ?? null };
  if (passages.some((one) => one.itemId !== itemId || !isOn(from)(one)) || from.textFileId === to.textFileId)
    throw new HoldfastError('wrong-input', {
      name: 'transcripts.accept',
      field: 'passageIds',
      problem: 'must be passages on one other text of the item',
    });
  return acceptInto(ctx, passages, { from, to });
}

const isOn =
  ({ textFileId }: TextPlace) =>
  (passage: Passage) =>
    passage.kind === 'words' && passage.textFileId === textFileId;

/** The canonical text may be named by its file too. */
async function placeOf(ctx: CaseContext, itemId: string, fileId: string | null): Promise<TextPlace> {
  const text = await requireText(ctx, itemId, fileId);
  return { itemId, textFileId: text.kind === 'canonical' ? null : text.fileId };
}
