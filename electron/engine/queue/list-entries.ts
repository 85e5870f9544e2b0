import type { CallOutput, ParsedInput } from '#shared/contract.ts';
import { queueStates, type QueueCounts, type QueueEntry } from '#shared/model/queue.ts';
import type { CaseContext } from '../context.ts';
import { toEntry } from './entry-row.ts';

/** Entries in the order of the queue, and how many of each state stand on the list. */
export async function listEntries(ctx: CaseContext, input: ParsedInput<'queue.list'>): Promise<CallOutput<'queue.list'>> {
  const counts = await countEntries(ctx);
  let query = ctx.read.selectFrom('queueEntry').where('cleared', '=', input.cleared ? 1 : 0);
  if (input.states !== undefined) query = query.where('state', 'in', input.states);
  const { total } = await query.select((eb) => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow();
  const rows = await query
    .leftJoin('item', 'item.id', 'queueEntry.itemId')
    .selectAll('queueEntry')
    .select('item.title')
    .orderBy('position')
    .limit(input.limit)
    .offset(input.offset)
    .execute();
  return { rows: rows.map(toEntry), total, counts };
}

async function countEntries(ctx: CaseContext): Promise<QueueCounts> {
  const counted = await ctx.read
    .selectFrom('queueEntry')
    .select(['state', (eb) => eb.fn.countAll<number>().as('count')])
    .where('cleared', '=', 0)
    .groupBy('state')
    .execute();
  const of = new Map(counted.map(({ state, count }) => [state, count]));
  return Object.fromEntries(queueStates.map((state) => [state, of.get(state) ?? 0])) as QueueCounts;
}

/** The first that waits, apart from those that rest and those of hosts being captured. */
export async function nextEntry(ctx: CaseContext, input: ParsedInput<'queue.next'>): Promise<QueueEntry | null> {
  const row = await nextQuery(ctx, input).executeTakeFirst();
  return row === undefined ? null : toEntry(row);
}

/** What waits is never cleared: saying so lets the index give the order. */
export function nextQuery(ctx: CaseContext, { busyHosts, resting }: ParsedInput<'queue.next'>) {
  let query = ctx.read.selectFrom('queueEntry').selectAll().where('state', '=', 'waiting').where('cleared', '=', 0);
  if (busyHosts.length > 0) query = query.where('host', 'not in', busyHosts);
  if (resting.length > 0) query = query.where('id', 'not in', resting);
  return query.orderBy('position').limit(1);
}
