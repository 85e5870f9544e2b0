import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { temporaryCase } from '../testing/temporary-case.ts';

test('an act is looked up by what it is about, not among the acts of its kind', async () => {
  const { ctx } = await temporaryCase();
  for (const asked of [
    sql`SELECT seq, payload FROM journal WHERE subject = 'x' AND action = 'item.kept'`,
    sql`SELECT seq, payload FROM journal WHERE subject = 'x' AND action IN ('item.kept') ORDER BY seq`,
    sql`SELECT seq, payload FROM journal WHERE subject = 'x' AND action IN ('passage.created', 'passage.updated') ORDER BY seq`,
    sql`SELECT seq FROM journal WHERE subject = 'x' ORDER BY seq`,
  ]) {
    const { rows } = await sql<{ detail: string }>`EXPLAIN QUERY PLAN ${asked}`.execute(ctx.read);
    expect(rows[0]?.detail).toMatch(/^SEARCH journal USING (COVERING )?INDEX journalSubject \(subject=\?/);
  }
});
