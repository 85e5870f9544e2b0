import { sql } from 'kysely';
import type { CallOutput, ParsedInput } from '#shared/contract.ts';
import type { PassageClaim } from '#shared/model/claim-evidence.ts';
import type { CaseContext } from '../context.ts';
import { mustStand } from './check-references.ts';
import { namedClaims } from './named-claims.ts';

/** The claims that stand on a passage, each once for every stance it takes, in the order they were linked. */
export async function evidenceOfPassage(
  ctx: CaseContext,
  { passageId }: ParsedInput<'evidence.ofPassage'>,
): Promise<CallOutput<'evidence.ofPassage'>> {
  await mustStand(ctx.read, 'passage', [passageId]);
  const links = await ctx.read
    .selectFrom('evidence')
    .selectAll()
    .where('passageId', '=', passageId)
    .where(sql<boolean>`NOT EXISTS (SELECT 1 FROM tombstone t WHERE t.subject IN (evidence.id, evidence.claimId))`)
    .orderBy('createdAt')
    .orderBy('id')
    .execute();
  const named = await namedClaims(
    ctx.read,
    links.map((link) => link.claimId),
  );
  const claims = links.flatMap((link) => {
    const claim = named.get(link.claimId);
    if (claim === undefined) return [];
    const { sentence, modality, speaker } = claim;
    return [{ ...link, stance: link.stance as PassageClaim['stance'], sentence, modality, speaker }];
  });
  return { claims };
}
