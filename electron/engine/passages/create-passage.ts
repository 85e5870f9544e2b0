import type { ParsedInput } from '#shared/contract.ts';
import type { Passage } from '#shared/model/passages.ts';
import type { CaseContext } from '../context.ts';
import { getItem, getText } from '../items/get-item.ts';
import { mutate } from '../journal/mutate.ts';
import { putSearchRow } from '../search/search-row.ts';
import { draftPassage } from './draft-passage.ts';
import { getPassage } from './list-passages.ts';

/** Marks a part of an item. Throws as `draftPassage` does when the part is not there; `not-found` for an unknown item. */
export async function createPassage(ctx: CaseContext, input: ParsedInput<'passages.create'>): Promise<Passage> {
  const item = await getItem(ctx, input.itemId);
  const anchor = draftPassage({ item, text: await getText(ctx, item.id) }, input);
  const tags = unique(input.tags);
  const now = ctx.ports.now().toISOString();
  const passage = {
    id: ctx.ports.newId(),
    itemId: item.id,
    ...anchor,
    comment: input.comment,
    createdAt: now,
    createdBy: ctx.settings.actor,
    updatedAt: now,
  };
  await mutate(ctx, { action: 'passage.created', subject: passage.id, payload: { ...passage, tags } }, async (trx) => {
    await trx
      .insertInto('passage')
      .values({ ...passage, selectors: JSON.stringify(passage.selectors) })
      .execute();
    if (tags.length > 0)
      await trx
        .insertInto('passageTag')
        .values(tags.map((tag) => ({ passageId: passage.id, tag })))
        .execute();
    await putSearchRow(trx, searchRow(passage, tags));
  });
  return getPassage(ctx, passage.id);
}

/** A passage is found by its words, its comment and its tags. */
export function searchRow({ id, quote, comment }: Pick<Passage, 'id' | 'quote' | 'comment'>, tags: string[]) {
  return { kind: 'passage' as const, id, title: quote, body: [comment, ...tags].join('\n') };
}

export function unique(tags: string[]): string[] {
  return [...new Set(tags)].sort();
}
