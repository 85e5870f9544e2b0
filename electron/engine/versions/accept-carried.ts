import type { CallOutput, ParsedInput } from '#shared/contract.ts';
import { HoldfastError } from '#shared/errors.ts';
import type { CarriedPassage, PassageCarry } from '#shared/model/versions.ts';
import type { CaseContext } from '../context.ts';
import { getItem } from '../items/get-item.ts';
import { getText } from '../items/get-text.ts';
import { mutate } from '../journal/mutate.ts';
import { newPassage, type NewPassage } from '../passages/create-passage.ts';
import { getPassage } from '../passages/list-passages.ts';
import { carriedOf } from './carry-passages.ts';

/**
 * Makes passages in a newer version from passages of an earlier one, all or none: the words as they stand there, with
 * comment and tags copied. The earlier passages, and the claims that stand on them, are left as they are: the earlier
 * version said it. An approximate one is taken only when it is named alone, so that a person has looked at it.
 * @throws HoldfastError not-found; passage-unresolved for one that is lost or has no words; already-exists for one
 *   that was carried; wrong-input for an approximate one among others, or passages of several items
 */
export async function acceptCarried(
  ctx: CaseContext,
  { toId, passageIds }: ParsedInput<'versions.accept'>,
): Promise<CallOutput<'versions.accept'>> {
  const ids = [...new Set(passageIds)];
  const passages = await Promise.all(ids.map((id) => getPassage(ctx, id)));
  const fromId = passages[0]?.itemId ?? '';
  if (passages.some((passage) => passage.itemId !== fromId) || fromId === toId)
    throw new HoldfastError('wrong-input', { name: 'versions.accept', field: 'passageIds', problem: 'must be passages of one other item' });
  const ground = { item: await getItem(ctx, toId), text: await getText(ctx, toId) };
  const carried = await carriedOf(ctx, passages, { fromId, toId });
  const made = carried
    .map((one) => ({ ...one, found: acceptable(one, carried.length, toId) }))
    .map((one) => ({
      from: one,
      passage: newPassage(ctx, ground, {
        start: one.found.start,
        end: one.found.end,
        quote: one.found.quote,
        comment: one.comment,
        tags: one.tags,
      }),
    }));
  const at = ctx.ports.now().toISOString();
  const carries = made.map(({ from, passage }) => carryOf(from, passage, at));
  const acts = made.flatMap(({ passage }, index) => [
    passage.act,
    { action: 'passage.carried', subject: passage.id, payload: carries[index] as PassageCarry },
  ]);
  await mutate(ctx, acts, async (trx) => {
    for (const { passage } of made) await passage.write(trx);
    await trx.insertInto('passageCarry').values(carries).execute();
  });
  return { passages: await Promise.all(made.map(({ passage }) => getPassage(ctx, passage.id))) };
}

/** The place of a passage that may be carried, or the reason why not. */
function acceptable(carried: CarriedPassage, together: number, toId: string): NonNullable<CarriedPassage['found']> {
  const { passageId, quote, state, found, carriedTo } = carried;
  if (carriedTo !== null) throw new HoldfastError('already-exists', { kind: 'passage carried from', id: passageId });
  if (found === null) throw new HoldfastError('passage-unresolved', { itemId: toId, quote: quote.slice(0, 200) });
  if (state === 'approximate' && together > 1)
    throw new HoldfastError('wrong-input', {
      name: 'versions.accept',
      field: 'passageIds',
      problem: `has ${passageId}, which is only approximate and must be accepted by itself`,
    });
  return found;
}

function carryOf({ passageId, state, score }: CarriedPassage, passage: NewPassage, at: string): PassageCarry {
  return { passageId: passage.id, fromPassageId: passageId, state: state as PassageCarry['state'], score, at };
}
