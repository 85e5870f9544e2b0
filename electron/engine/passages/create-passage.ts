import type { Transaction } from 'kysely';
import type { ParsedInput } from '#shared/contract.ts';
import { HoldfastError } from '#shared/errors.ts';
import type { Json } from '#shared/model/primitives.ts';
import type { Passage, PassageNotes, PassageTarget } from '#shared/model/passages.ts';
import type { CaseContext } from '../context.ts';
import { getItem } from '../items/get-item.ts';
import { getText } from '../items/get-text.ts';
import type { Tables } from '../db/tables.ts';
import { mutate, type Act } from '../journal/mutate.ts';
import { putSearchRow } from '../search/search-row.ts';
import { draftPassage, type Ground } from './draft-passage.ts';
import { getPassage } from './list-passages.ts';

/** Marks a part of an item. Throws as `draftPassage` does when the part is not there; `not-found` for an unknown item. */
export async function createPassage(ctx: CaseContext, input: ParsedInput<'passages.create'>): Promise<Passage> {
  const item = await getItem(ctx, input.itemId);
  const made = newPassage(ctx, { item, text: await getText(ctx, item.id, 'textFileId' in input ? input.textFileId : null) }, input);
  await mutate(ctx, made.act, made.write);
  return getPassage(ctx, made.id);
}

/** A passage that is not in the case yet: its act, and how to write it. */
export type NewPassage = { id: string; act: Act; write(trx: Transaction<Tables>): Promise<void> };

export function newPassage(ctx: CaseContext, ground: Ground, input: PassageTarget & PassageNotes): NewPassage {
  const tags = unique(input.tags);
  const now = ctx.ports.now().toISOString();
  const passage = {
    id: ctx.ports.newId(),
    itemId: ground.item.id,
    ...draftPassage(ground, input),
    comment: input.comment,
    ...saidOf(input),
    createdAt: now,
    createdBy: ctx.settings.actor,
    updatedAt: now,
  };
  return {
    id: passage.id,
    act: { action: 'passage.created', subject: passage.id, payload: { ...passage, selectors: passage.selectors as Json, tags } },
    write: async (trx) => {
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
    },
  };
}

function saidOf({
  language = null,
  translation = null,
  translator = null,
}: PassageNotes): Pick<Passage, 'language' | 'translation' | 'translator'> {
  if ((translation === null) !== (translator === null))
    throw new HoldfastError('wrong-input', {
      name: 'passages.create',
      field: 'translator',
      problem: 'goes with a translation, and a translation with it',
    });
  return { language, translation, translator };
}

/** A passage is found by its words, its comment and its tags. */
export function searchRow({ id, quote, comment }: Pick<Passage, 'id' | 'quote' | 'comment'>, tags: string[]) {
  return { kind: 'passage' as const, id, title: quote, body: [comment, ...tags].join('\n') };
}

export function unique(tags: string[]): string[] {
  return [...new Set(tags)].sort();
}
