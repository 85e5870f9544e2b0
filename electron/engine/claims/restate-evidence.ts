import type { ParsedInput } from '#shared/contract.ts';
import { HoldfastError } from '#shared/errors.ts';
import type { EvidenceLink } from '#shared/model/claims.ts';
import type { CaseContext } from '../context.ts';
import { isBuried } from '../items/bury.ts';
import { together } from '../journal/mutate.ts';
import { linkEvidence, unlinkEvidence } from './evidence-links.ts';

/**
 * Gives a passage of a claim another stance or note. Links are write-once, so the old one goes with the reason and a new
 * one is made, both or neither. Nothing is written when nothing differs.
 * @throws HoldfastError not-found; already-exists when the two are tied with that stance by another link
 */
export async function restateEvidence(
  ctx: CaseContext,
  { id, stance, note, reason }: ParsedInput<'evidence.restate'>,
): Promise<EvidenceLink> {
  return together(ctx, async (joint) => {
    const link = await joint.read.selectFrom('evidence').selectAll().where('id', '=', id).executeTakeFirst();
    if (link === undefined || (await isBuried(joint, id))) throw new HoldfastError('not-found', { kind: 'evidence', id });
    if (link.stance === stance && link.note === note) return { ...link, stance };
    await unlinkEvidence(joint, { id, reason });
    return linkEvidence(joint, { claimId: link.claimId, passageId: link.passageId, stance, note });
  });
}
