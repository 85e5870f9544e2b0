/** When and by whom each item and each file added later was kept, by journal entry; and how far the journal goes. */
import type { CaseContext } from '../context.ts';

export type Act = { seq: number; at: string; actor: string };
export type GatheredActs = {
  acts: Map<number, Act>;
  /** Time of the last entry: the state of the case that goes into the case file. */
  stateAt: string;
};

export async function gatherActs(ctx: CaseContext): Promise<GatheredActs> {
  const rows = await ctx.read
    .selectFrom('journal')
    .select(['seq', 'at', 'actor'])
    .where('action', 'in', ['item.kept', 'file.derived'])
    .orderBy('seq')
    .execute();
  const last = await ctx.read.selectFrom('journal').select('at').orderBy('seq', 'desc').limit(1).executeTakeFirstOrThrow();
  return { acts: new Map(rows.map((row) => [row.seq, row])), stateAt: last.at };
}
