import { sql } from 'kysely';
import type { CaseContext } from '../../context.ts';
import type { Numbers } from './report-input.ts';

/**
 * Numbers in the order things were kept or made. What was removed keeps its number and a selection does not count anew, so
 * that a number means the same thing in every case file of the case.
 */
export async function exhibitNumbers(ctx: Pick<CaseContext, 'read'>): Promise<Numbers> {
  const kept = await sql<{ subject: string }>`SELECT subject FROM journal WHERE action = 'item.kept' ORDER BY seq`.execute(ctx.read);
  const items = numbered(
    kept.rows.map(({ subject }) => subject),
    'E',
  );
  const rows = await ctx.read.selectFrom('passage').select(['id', 'itemId']).orderBy('id').execute();
  const passages = new Map<string, string>();
  for (const [itemId, marked] of Map.groupBy(rows, (row) => row.itemId))
    marked.forEach(({ id }, at) => passages.set(id, `${items.get(itemId) ?? 'E-000'}.${at + 1}`));
  const claims = await ctx.read.selectFrom('claim').select('id').orderBy('id').execute();
  const ids = claims.map(({ id }) => id);
  return { items, passages, claims: numbered(ids, 'C') };
}

function numbered(ids: readonly string[], letter: string): Map<string, string> {
  return new Map(ids.map((id, at) => [id, `${letter}-${String(at + 1).padStart(3, '0')}`]));
}
