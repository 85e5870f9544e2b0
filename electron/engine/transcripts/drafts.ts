/**
 * Words not kept yet. The one place that writes to a case without a journal entry, on purpose: what somebody is typing
 * is no act until they keep it.
 */
import type { CallOutput, ParsedInput } from '#shared/contract.ts';
import { HoldfastError } from '#shared/errors.ts';
import type { DraftLine, TranscriptDraft, Translator } from '#shared/model/transcripts.ts';
import type { CaseContext } from '../context.ts';
import type { Tables } from '../db/tables.ts';
import { getItem } from '../items/get-item.ts';

/** Drafts of an item, the last worked on first. */
export async function listDrafts(
  ctx: CaseContext,
  { itemId }: ParsedInput<'transcripts.drafts'>,
): Promise<CallOutput<'transcripts.drafts'>> {
  const rows = await ctx.read.selectFrom('transcriptDraft').selectAll().where('itemId', '=', itemId).orderBy('updatedAt', 'desc').execute();
  return rows.map(toDraft);
}

/** Writes a draft in place of the one with its id. Throws `not-found` for an unknown item, `case-read-only`. */
export async function putDraft(ctx: CaseContext, input: ParsedInput<'transcripts.putDraft'>): Promise<TranscriptDraft> {
  await getItem(ctx, input.itemId);
  const row: Tables['transcriptDraft'] = {
    ...input,
    translator: input.translator === null ? null : JSON.stringify(input.translator),
    lines: JSON.stringify(input.lines),
    updatedAt: ctx.ports.now().toISOString(),
    updatedBy: ctx.settings.actor,
  };
  const { id: _id, ...rest } = row;
  await writable(ctx)
    .insertInto('transcriptDraft')
    .values(row)
    .onConflict((oc) => oc.column('id').doUpdateSet(rest))
    .execute();
  return toDraft(row);
}

/** Throws a draft away, if it is there. */
export async function dropDraft(ctx: CaseContext, { id }: ParsedInput<'transcripts.dropDraft'>): Promise<void> {
  await writable(ctx).deleteFrom('transcriptDraft').where('id', '=', id).execute();
}

function writable(ctx: CaseContext) {
  if (ctx.writer === null) throw new HoldfastError('case-read-only', { folder: ctx.folder, reason: ctx.readOnlyReason });
  return ctx.writer.queries;
}

function toDraft(row: Tables['transcriptDraft']): TranscriptDraft {
  return {
    ...row,
    kind: row.kind as TranscriptDraft['kind'],
    translator: row.translator === null ? null : (JSON.parse(row.translator) as Translator),
    lines: JSON.parse(row.lines) as DraftLine[],
  };
}
