import type { Kysely } from 'kysely';
import type { ParsedInput } from '#shared/contract.ts';
import { HoldfastError } from '#shared/errors.ts';
import type { QueueEntry } from '#shared/model/queue.ts';
import type { CaseContext } from '../context.ts';
import type { Tables } from '../db/tables.ts';
import type { KeptBeside } from '../items/keep-item.ts';
import { mutate } from '../journal/mutate.ts';
import { toEntry } from './entry-row.ts';

/**
 * The second half of keeping a queued page: its entry is done in the transaction that keeps the item, so that a crash
 * leaves both or neither.
 * @throws HoldfastError (when keeping) not-found, cancelled, already-exists, as `refuseEnded`
 */
export function alsoDone(ctx: CaseContext, queueId: string | undefined): KeptBeside {
  if (queueId === undefined) return async () => [];
  return async (trx, itemId) => {
    const { attempts } = await refuseEnded(trx, queueId);
    const done = { state: 'done', itemId, attempts: attempts + 1, error: null, endedAt: ctx.ports.now().toISOString() };
    await trx.updateTable('queueEntry').set(done).where('id', '=', queueId).execute();
    return [{ action: 'queue.done', subject: queueId, payload: done }];
  };
}

/**
 * The entry while it waits.
 * @throws HoldfastError not-found (another case is open by now), cancelled, already-exists when it is done or has failed
 */
export async function refuseEnded(db: Kysely<Tables>, id: string): Promise<Tables['queueEntry']> {
  const row = await db.selectFrom('queueEntry').selectAll().where('id', '=', id).executeTakeFirst();
  if (row === undefined) throw new HoldfastError('not-found', { kind: 'queue entry', id });
  if (row.state === 'waiting') return row;
  throw row.state === 'cancelled'
    ? new HoldfastError('cancelled')
    : new HoldfastError('already-exists', { kind: 'capture of this queue entry', id });
}

/** Records a try that failed. With `again` the entry goes on waiting. */
export async function failEntry(ctx: CaseContext, { id, error, again }: ParsedInput<'queue.fail'>): Promise<QueueEntry> {
  const endedAt = again ? null : ctx.ports.now().toISOString();
  const action = again ? 'queue.attempted' : 'queue.failed';
  const row = await mutate(
    ctx,
    ({ state, attempts }: Tables['queueEntry']) => [{ action, subject: id, payload: { state, attempts, endedAt, error } }],
    async (trx) => {
      const before = await refuseEnded(trx, id);
      const failed = { state: again ? 'waiting' : 'failed', attempts: before.attempts + 1, endedAt, error: JSON.stringify(error) };
      await trx.updateTable('queueEntry').set(failed).where('id', '=', id).execute();
      return { ...before, ...failed };
    },
  );
  return toEntry(row);
}
