import { sql } from 'kysely';
import type { CallOutput, ParsedInput } from '#shared/contract.ts';
import { HoldfastError } from '#shared/errors.ts';
import type { JournalEntry } from '#shared/model/journal.ts';
import type { CaseContext } from '../context.ts';
import { toEntry } from '../journal/list-entries.ts';
import { claimEvents } from './claim-events.ts';
import { claimPast } from './claim-past.ts';
import { eventsNamed, namesAt } from './history-names.ts';

/** What was done to a claim, its evidence, links, grades and settlements; `not-found` when the journal knows no such claim. */
export async function claimHistory(ctx: CaseContext, { id }: ParsedInput<'claims.history'>): Promise<CallOutput<'claims.history'>> {
  const entries = await entriesAbout(ctx, id);
  const told = await eventsNamed(ctx, id, entries);
  return { events: claimEvents(id, entries, told), names: await namesAt(ctx, entries) };
}

/** `at`: after the last entry, in the order of the journal, whose time is not later; `seq`: right after that entry. */
export async function claimAt(ctx: CaseContext, input: ParsedInput<'claims.at'>): Promise<CallOutput<'claims.at'>> {
  const { id } = input;
  const entries = await entriesAbout(ctx, id, true);
  const isBefore = (entry: JournalEntry) => ('seq' in input ? entry.seq <= input.seq : entry.at <= input.at);
  const until = entries.slice(0, entries.findLastIndex(isBefore) + 1);
  return { then: claimPast(id, until), names: await namesAt(ctx, until) };
}

/** With `others`, the removals and returns of claims it is linked to as well, which take the links with them. */
async function entriesAbout(ctx: CaseContext, id: string, others = false): Promise<JournalEntry[]> {
  const linked = sql`SELECT fromId FROM claimLink WHERE toId = ${id} UNION SELECT toId FROM claimLink WHERE fromId = ${id}`;
  const tied = sql`SELECT id FROM evidence WHERE claimId = ${id} UNION SELECT id FROM claimLink WHERE fromId = ${id} OR toId = ${id}
    UNION SELECT id FROM grade WHERE subjectId = ${id} UNION SELECT id FROM settlement WHERE claimA = ${id} OR claimB = ${id}`;
  const rows = await ctx.read
    .selectFrom('journal')
    .selectAll()
    .where(sql<boolean>`subject IN (SELECT ${id} UNION ${tied})`)
    .execute();
  const gone = await ctx.read
    .selectFrom('journal')
    .selectAll()
    .where('action', 'in', ['claim.removed', 'claim.restored'])
    .where(sql<boolean>`subject IN (${linked})`)
    .execute();
  const all = (others ? [...rows, ...gone] : rows).map(toEntry).sort((a, b) => a.seq - b.seq);
  if (!all.some(({ action, subject }) => subject === id && action === 'claim.created'))
    throw new HoldfastError('not-found', { kind: 'claim', id });
  return all;
}
