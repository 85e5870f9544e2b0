import type { CallOutput } from '#shared/contract.ts';
import type { Passage } from '#shared/model/passages.ts';
import type { CarriedPassage } from '#shared/model/versions.ts';
import type { CaseContext } from '../context.ts';
import { getItem } from '../items/get-item.ts';
import { getText } from '../items/get-text.ts';
import { listPassages } from '../passages/list-passages.ts';
import type { WordsPassage } from './carry-words.ts';
import { workOnTexts } from './compare-versions.ts';

const MOST = 1000;

/**
 * Where each passage of an earlier item stands in a newer one. Nothing is made and nothing changes. Times and areas
 * have no place in another text: `no-words`. At most a thousand passages, the first in the order they stand.
 * @throws HoldfastError not-found, helper-timeout, helper-failed
 */
export async function carryPassages(
  ctx: CaseContext,
  { fromId, toId }: { fromId: string; toId: string },
): Promise<CallOutput<'versions.carry'>> {
  await getItem(ctx, toId);
  const { rows } = await listPassages(ctx, { itemId: (await getItem(ctx, fromId)).id, limit: MOST, offset: 0 });
  return { passages: await carriedOf(ctx, rows, { fromId, toId }) };
}

/** The same for some passages of one item. */
export async function carriedOf(
  ctx: CaseContext,
  passages: readonly Passage[],
  { fromId, toId }: { fromId: string; toId: string },
): Promise<CarriedPassage[]> {
  const [from, to] = [await getText(ctx, fromId), await getText(ctx, toId)];
  const words = passages.flatMap((passage) => toWords(passage));
  const { carried } =
    from === null || to === null || words.length === 0
      ? { carried: [] }
      : await workOnTexts({ from: from.text, to: to.text, passages: words.map((one) => one.words) });
  const found = new Map(words.map((one, index) => [one.id, carried[index]]));
  const made = await alreadyCarried(
    ctx,
    passages.map((passage) => passage.id),
    toId,
  );
  return passages.map((passage) => ({
    passageId: passage.id,
    kind: passage.kind,
    quote: passage.quote,
    comment: passage.comment,
    tags: passage.tags,
    claimIds: passage.claimIds,
    ...(found.get(passage.id) ?? { state: passage.kind === 'words' ? 'lost' : 'no-words', score: 0, found: null, searched: 'whole' }),
    carriedTo: made.get(passage.id) ?? null,
  }));
}

function toWords({ id, kind, selectors, start, end }: Passage): { id: string; words: WordsPassage }[] {
  return kind !== 'words' || start === null || end === null ? [] : [{ id, words: { selectors, start, end } }];
}

/** Passages that stand in the newer item and were made from these. */
async function alreadyCarried(ctx: CaseContext, ids: readonly string[], toId: string): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await ctx.read
    .selectFrom('passageCarry')
    .innerJoin('passage', 'passage.id', 'passageCarry.passageId')
    .select(['passageCarry.passageId', 'passageCarry.fromPassageId'])
    .where('passageCarry.fromPassageId', 'in', [...ids])
    .where('passage.itemId', '=', toId)
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('tombstone').select('subject').whereRef('tombstone.subject', '=', 'passage.id'))),
    )
    .execute();
  return new Map(rows.map((row) => [row.fromPassageId, row.passageId]));
}
