import type { Transaction } from 'kysely';
import type { ParsedInput } from '#shared/contract.ts';
import { HoldfastError } from '#shared/errors.ts';
import type { PassageOrigin } from '#shared/model/annotations.ts';
import type { Json } from '#shared/model/primitives.ts';
import type { Passage, PassageNotes, PassageTarget, Selector } from '#shared/model/passages.ts';
import type { CaseContext } from '../context.ts';
import { getItem } from '../items/get-item.ts';
import { getText } from '../items/get-text.ts';
import type { Tables } from '../db/tables.ts';
import { mutate, type Act } from '../journal/mutate.ts';
import { putSearchRow } from '../search/search-row.ts';
import { requireElement } from './area-anchor.ts';
import { draftPassage, wordsMeant, type Ground } from './draft-passage.ts';
import { getPassage } from './list-passages.ts';
import { nativeSelectors } from './native-selectors.ts';

/** Marks a part of an item. Throws as `draftPassage` does when the part is not there; `not-found` for an unknown item. */
export async function createPassage(ctx: CaseContext, input: ParsedInput<'passages.create'>): Promise<Passage> {
  const item = await getItem(ctx, input.itemId);
  await requireElement(ctx, item, input);
  const ground = { item, text: await getText(ctx, item.id, 'textFileId' in input ? input.textFileId : null) };
  const [native] = await nativeOf(ctx, ground, [input]);
  const made = newPassage(ctx, ground, input, native);
  await mutate(ctx, made.act, made.write);
  return getPassage(ctx, made.id);
}

/**
 * For each target, what places its words in the item's own kind; undefined where it marks none. Reads files, so it comes
 * before newPassage and outside any transaction. Throws as draftPassage does for words that are not there.
 */
export async function nativeOf(ctx: CaseContext, ground: Ground, targets: readonly PassageTarget[]): Promise<(Selector[] | undefined)[]> {
  const { item, text } = ground;
  const words = targets.map((target) => wordsMeant(ground, target));
  if (text === null) return targets.map(() => undefined);
  const native = await nativeSelectors(
    ctx,
    { item, text },
    words.filter((one) => one !== null),
  );
  return words.map((one) => (one === null ? undefined : native.shift()));
}

/** A passage that is not in the case yet: its act, and how to write it. */
export type NewPassage = { id: string; act: Act; write(trx: Transaction<Tables>): Promise<void> };

/** What a passage read from a file brings along: where it comes from, and its id when that is one of ours. */
export type Given = { id: string | null; origin: PassageOrigin };

/** `native`: of nativeOf, which reads files; without it words have the pages or the time alone. */
export function newPassage(
  ctx: CaseContext,
  ground: Ground,
  input: PassageTarget & PassageNotes,
  native?: Selector[],
  given?: Given,
): NewPassage {
  const tags = unique(input.tags);
  const now = ctx.ports.now().toISOString();
  const passage = {
    id: given?.id ?? ctx.ports.newId(),
    itemId: ground.item.id,
    ...draftPassage(ground, input, native),
    comment: input.comment,
    ...saidOf(input),
    origin: given?.origin ?? null,
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
        .values({
          ...passage,
          selectors: JSON.stringify(passage.selectors),
          origin: passage.origin === null ? null : JSON.stringify(passage.origin),
        })
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

/** A passage is found by its words, its comment, its translation and its tags. */
export function searchRow(
  { id, quote, comment, translation }: Pick<Passage, 'id' | 'quote' | 'comment' | 'translation'>,
  tags: readonly string[],
) {
  return { kind: 'passage' as const, id, title: quote, body: [comment, translation ?? '', ...tags].filter(Boolean).join('\n') };
}

export function unique(tags: string[]): string[] {
  return [...new Set(tags)].sort();
}
