import type { CallOutput, ParsedInput } from '#shared/contract.ts';
import type { JournalEntry } from '#shared/model/journal.ts';
import type { Json } from '#shared/model/primitives.ts';
import type { CaseContext } from '../context.ts';
import type { Tables } from '../db/tables.ts';

/** Entries of the journal, newest first unless asked, optionally of one subject or action. */
export async function listEntries(ctx: CaseContext, input: ParsedInput<'journal.list'>): Promise<CallOutput<'journal.list'>> {
  let query = ctx.read.selectFrom('journal');
  if (input.subject !== undefined) query = query.where('subject', '=', input.subject);
  if (input.action !== undefined) query = query.where('action', '=', input.action);
  const { total } = await query.select((eb) => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow();
  const rows = await query
    .selectAll()
    .orderBy('seq', input.direction === 'ascending' ? 'asc' : 'desc')
    .limit(input.limit)
    .offset(input.offset)
    .execute();
  return { rows: rows.map(toEntry), total };
}

export function toEntry(row: Tables['journal']): JournalEntry {
  return { ...row, payload: JSON.parse(row.payload) as Json };
}
