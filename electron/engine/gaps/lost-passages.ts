import { sql } from 'kysely';
import type { Gap } from '#shared/model/gaps.ts';
import type { CaseContext } from '../context.ts';
import { itemTitle, livingPassages } from '../passages/narrow-passages.ts';
import { standingsOf } from '../passages/passage-states.ts';
import { toldClaims } from './told-claims.ts';

const isEvidence = sql<boolean>`EXISTS (SELECT 1 FROM evidence e WHERE e.passageId = passage.id
  AND NOT EXISTS (SELECT 1 FROM tombstone t WHERE t.subject IN (e.id, e.claimId)))`;

/** Every claim with a passage whose words are found nowhere in its text. States are not kept but found out, so every such passage is looked up. */
export async function lostPassages(ctx: CaseContext): Promise<Gap[]> {
  const rows = await livingPassages(ctx)
    .select(['passage.id', 'passage.itemId', 'passage.textFileId', 'passage.selectors', 'passage.quote', 'passage.start', 'passage.end'])
    .select(itemTitle.as('source'))
    .where(isEvidence)
    .orderBy('passage.createdAt')
    .orderBy('passage.id')
    .execute();
  const standings = await standingsOf(ctx, rows);
  const lost = rows.filter(({ id }) => standings.get(id)?.state === 'lost');
  const claims = await claimsOn(
    ctx,
    lost.map(({ id }) => id),
  );
  const told = await toldClaims(ctx, [...claims.values()].flat());
  return lost.flatMap(({ id, quote, itemId, source }) =>
    (claims.get(id) ?? []).map((claimId) => ({
      kind: 'passage lost' as const,
      key: `passage lost ${id} ${claimId}`,
      subject: { kind: 'passage' as const, id },
      title: quote,
      other: { kind: 'claim' as const, id: claimId, title: told.get(claimId)?.sentence ?? '' },
      facts: { itemId, source },
    })),
  );
}

async function claimsOn(ctx: CaseContext, passageIds: string[]): Promise<Map<string, string[]>> {
  if (passageIds.length === 0) return new Map();
  const { rows } = await sql<{ passageId: string; claimId: string }>`SELECT DISTINCT passageId, claimId FROM evidence
    WHERE passageId IN (SELECT value FROM json_each(${JSON.stringify(passageIds)}))
      AND NOT EXISTS (SELECT 1 FROM tombstone t WHERE t.subject IN (evidence.id, evidence.claimId)) ORDER BY claimId`.execute(ctx.read);
  return new Map(
    [...Map.groupBy(rows, (row) => row.passageId)].map(([passageId, links]) => [passageId, links.map(({ claimId }) => claimId)]),
  );
}
