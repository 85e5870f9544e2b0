import type { CallOutput, ParsedInput } from '#shared/contract.ts';
import type { Json } from '#shared/model/primitives.ts';
import type { QueueState } from '#shared/model/queue.ts';
import type { CaseContext } from '../context.ts';
import type { Tables } from '../db/tables.ts';
import { mutate } from '../journal/mutate.ts';
import { chunk } from './add-entries.ts';
import { entryPayload, optionsText, toEntry } from './entry-row.ts';

type Row = Tables['queueEntry'];
type Changed = { changed: number };
/** Which entries, what the journal calls it, and what becomes of each. */
type Change = { ids: string[] | undefined; from: QueueState[]; action: string; patch: (row: Row) => Partial<Row> };
type Written = { rows: { id: string; patch: { [key: string]: Json } }[]; last: number };

/** Waiting again, as if added now: earlier tries stay in the journal. */
export async function retryEntries(ctx: CaseContext, input: ParsedInput<'queue.retry'>): Promise<CallOutput<'queue.retry'>> {
  const { ids, certificateConsent, timeLimitMs } = input;
  const given = {
    ...(certificateConsent === undefined ? {} : { certificateConsent }),
    ...(timeLimitMs === undefined ? {} : { timeLimitMs }),
  };
  const patch = (row: Row) => ({
    state: 'waiting',
    attempts: 0,
    error: null,
    endedAt: null,
    cleared: 0,
    options: optionsText({ ...toEntry(row).options, ...given }),
  });
  return change(ctx, { ids, from: ids === undefined ? ['failed'] : ['failed', 'cancelled'], action: 'queue.retried', patch });
}

/** What is being captured is waiting in the case: main ends its capture when it hears of this. */
export async function cancelEntries(ctx: CaseContext, { ids }: ParsedInput<'queue.cancel'>): Promise<CallOutput<'queue.cancel'>> {
  const endedAt = ctx.ports.now().toISOString();
  return change(ctx, { ids, from: ['waiting'], action: 'queue.cancelled', patch: () => ({ state: 'cancelled', endedAt }) });
}

export async function clearEntries(ctx: CaseContext, { states }: ParsedInput<'queue.clear'>): Promise<CallOutput<'queue.clear'>> {
  const from = states.filter((state) => state !== 'waiting');
  return change(ctx, { ids: undefined, from, action: 'queue.cleared', patch: () => ({ cleared: 1 }) });
}

/** In chunks, each with the journal entries of its rows. Entries that are in another state by then are left alone. */
async function change(ctx: CaseContext, what: Change): Promise<Changed> {
  let changed = 0;
  let after = 0;
  for (;;) {
    const { rows, last } = await mutate(
      ctx,
      ({ rows: written }: Written) => written.map(({ id, patch }) => ({ action: what.action, subject: id, payload: patch })),
      async (trx): Promise<Written> => {
        const ids = what.ids?.slice(after, after + chunk);
        let query = trx.selectFrom('queueEntry').selectAll().where('state', 'in', what.from);
        if (ids !== undefined) query = query.where('id', 'in', ids);
        else query = query.where('position', '>', after).where('cleared', '=', 0).limit(chunk);
        const found = what.from.length === 0 ? [] : await query.orderBy('position').execute();
        const written: Written['rows'] = [];
        for (const row of found) {
          const patch = what.patch(row);
          await trx.updateTable('queueEntry').set(patch).where('id', '=', row.id).execute();
          written.push({ id: row.id, patch: pick(entryPayload({ ...row, ...patch }), Object.keys(patch)) });
        }
        return { rows: written, last: ids === undefined ? (found.at(-1)?.position ?? Infinity) : after + chunk };
      },
    );
    changed += rows.length;
    after = last;
    if (what.ids === undefined ? rows.length < chunk : after >= what.ids.length) return { changed };
  }
}

function pick<Value>(from: { [key: string]: Value }, keys: string[]): { [key: string]: Value } {
  return Object.fromEntries(Object.entries(from).filter(([key]) => keys.includes(key)));
}
