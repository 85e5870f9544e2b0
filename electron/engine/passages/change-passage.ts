import { sql, type Transaction } from 'kysely';
import { canonicalJson } from '#shared/canonical-json.ts';
import type { ParsedInput } from '#shared/contract.ts';
import { HoldfastError } from '#shared/errors.ts';
import type { Json } from '#shared/model/primitives.ts';
import type { Passage } from '#shared/model/passages.ts';
import type { CaseContext } from '../context.ts';
import type { Tables } from '../db/tables.ts';
import { bury, restore } from '../items/bury.ts';
import { mutate } from '../journal/mutate.ts';
import { dropSearchRow, putSearchRow } from '../search/search-row.ts';
import { searchRow, unique } from './create-passage.ts';
import { getPassage } from './list-passages.ts';
import { writtenFields, type PassageWritten } from './written-fields.ts';

/**
 * Changes what a person wrote beside a passage; what it marks never changes. Only what differs is written, and nothing
 * at all when nothing does. Its own inverse: the fields as they were.
 * @throws HoldfastError changed-since when it is not as it was at `ifUpdatedAt`; wrong-input for a translation without
 * translator or the other way round
 */
export async function updatePassage(ctx: CaseContext, input: ParsedInput<'passages.update'>): Promise<Passage> {
  const { id, ifUpdatedAt } = input;
  const before = await getPassage(ctx, id);
  refuseOvertaken(before, ifUpdatedAt);
  const changed = changedFields(before, input);
  if (Object.keys(changed).length === 0) return before;
  refuseHalf({ ...before, ...changed });
  const updatedAt = laterThan(before.updatedAt, ctx.ports.now()).toISOString();
  await mutate(
    ctx,
    { action: 'passage.updated', subject: id, payload: { ...(changed as { [key: string]: Json }), updatedAt } },
    async (trx) => {
      // Read before the transaction; another process's change in between must not be written over.
      const now = await trx.selectFrom('passage').select('updatedAt').where('id', '=', id).executeTakeFirstOrThrow();
      if (now.updatedAt !== before.updatedAt) throw overtaken(id, now.updatedAt);
      await writeNotes(trx, { ...before, ...changed, updatedAt });
    },
  );
  return getPassage(ctx, id);
}

/** Writes what stands beside a passage now: its columns, tags and, unless it is removed, the words it is found by. */
export async function writeNotes(
  trx: Transaction<Tables>,
  passage: PassageWritten & Pick<Passage, 'id' | 'quote' | 'updatedAt'>,
  { isFindable = true } = {},
): Promise<void> {
  const { id, comment, tags, language, translation, translator, updatedAt } = passage;
  await trx.updateTable('passage').set({ comment, language, translation, translator, updatedAt }).where('id', '=', id).execute();
  await trx.deleteFrom('passageTag').where('passageId', '=', id).execute();
  if (tags.length > 0)
    await trx
      .insertInto('passageTag')
      .values(tags.map((tag) => ({ passageId: id, tag })))
      .execute();
  if (isFindable) await putSearchRow(trx, searchRow(passage, tags));
}

function refuseOvertaken({ id, updatedAt }: Passage, ifUpdatedAt: string | undefined): void {
  if (ifUpdatedAt !== undefined && ifUpdatedAt !== updatedAt) throw overtaken(id, updatedAt);
}

function overtaken(id: string, updatedAt: string): HoldfastError {
  return new HoldfastError('changed-since', { kind: 'passage', id, at: updatedAt });
}

function changedFields(before: Passage, input: ParsedInput<'passages.update'>): Partial<PassageWritten> {
  const given = { ...input, ...(input.tags === undefined ? {} : { tags: unique(input.tags) }) };
  const differs = (field: keyof PassageWritten) => given[field] !== undefined && canonicalJson(given[field]) !== canonicalJson(now[field]);
  const now = { ...before, tags: unique(before.tags) };
  return Object.fromEntries(writtenFields.filter(differs).map((field) => [field, given[field]]));
}

/** A translation says who made it; nobody translates nothing. */
function refuseHalf({ translation, translator }: PassageWritten): void {
  if ((translation === null) !== (translator === null))
    throw new HoldfastError('wrong-input', {
      name: 'passages.update',
      field: 'translator',
      problem: 'goes with a translation, and a translation with it',
    });
}

/** `updatedAt` also tells two states apart, so it moves on even within one millisecond. */
export function laterThan(before: string, now: Date): Date {
  return new Date(Math.max(now.getTime(), Date.parse(before) + 1));
}

/** Takes a passage out of every list. Refused with `still-used` while a claim stands on it. */
export async function removePassage(ctx: CaseContext, { id, reason }: ParsedInput<'passages.remove'>): Promise<void> {
  const { count } = await ctx.read
    .selectFrom('evidence')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('passageId', '=', id)
    .where(sql<boolean>`NOT EXISTS (SELECT 1 FROM tombstone t WHERE t.subject IN (evidence.id, evidence.claimId))`)
    .executeTakeFirstOrThrow();
  if (count > 0) throw new HoldfastError('still-used', { kind: 'passage', id, by: 'claims', count });
  await bury(ctx, { kind: 'passage', id, reason }, (trx) => dropSearchRow(trx, { kind: 'passage', id }));
}

/**
 * Takes a removal back: the passage is as it was, and its links are there again.
 * @throws HoldfastError not-found when it is not removed, or when its source or the file it stands on is
 */
export async function restorePassage(ctx: CaseContext, { id, reason }: ParsedInput<'passages.restore'>): Promise<Passage> {
  const row = await ctx.read.selectFrom('passage').selectAll().where('id', '=', id).executeTakeFirst();
  if (row === undefined) throw new HoldfastError('not-found', { kind: 'passage', id });
  const grounds = [row.itemId, row.textFileId, row.fileId].filter((ground) => ground !== null);
  const gone = await ctx.read.selectFrom('tombstone').select(['subject', 'kind']).where('subject', 'in', grounds).executeTakeFirst();
  if (gone !== undefined) throw new HoldfastError('not-found', { kind: gone.kind, id: gone.subject });
  const tags = await ctx.read.selectFrom('passageTag').select('tag').where('passageId', '=', id).execute();
  await restore(ctx, { kind: 'passage', id, reason }, (trx) =>
    putSearchRow(
      trx,
      searchRow(
        row,
        tags.map(({ tag }) => tag),
      ),
    ),
  );
  return getPassage(ctx, id);
}
