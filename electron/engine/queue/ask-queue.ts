import type { ParsedInput } from '#shared/contract.ts';
import type { Json } from '#shared/model/primitives.ts';
import { queueAsked, type QueueAsked } from '#shared/model/queue.ts';
import type { CaseContext } from '../context.ts';
import { mutate } from '../journal/mutate.ts';

/** Remembers that the queue was started, or why it stands still: a request to the network is an act with a name and a time. */
export async function askQueue(ctx: CaseContext, { asked, reason, error }: ParsedInput<'queue.ask'>): Promise<void> {
  const { caseId } = await ctx.read.selectFrom('caseRecord').select('caseId').executeTakeFirstOrThrow();
  const now = {
    asked,
    reason: asked === 'running' ? null : (reason ?? 'person'),
    error,
    at: ctx.ports.now().toISOString(),
    by: ctx.settings.actor,
  };
  const row = { ...now, error: error === null ? null : JSON.stringify(error) };
  await mutate(ctx, { action: 'queue.asked', subject: caseId, payload: { caseId, ...now } }, (trx) =>
    trx
      .insertInto('queueAsked')
      .values({ caseId, ...row })
      .onConflict((oc) => oc.column('caseId').doUpdateSet(row))
      .execute(),
  );
}

export async function readAsked(ctx: CaseContext): Promise<QueueAsked | null> {
  const row = await ctx.read.selectFrom('queueAsked').selectAll().executeTakeFirst();
  return row === undefined ? null : queueAsked.parse({ ...row, error: row.error === null ? null : (JSON.parse(row.error) as Json) });
}
