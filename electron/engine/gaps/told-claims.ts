import { claimSentence } from '#shared/claims/claim-sentence.ts';
import { claimsById } from '../claims/read-claims.ts';
import type { CaseContext } from '../context.ts';

export type ToldClaim = { sentence: string; who: string | null; saidAt: string | null; incident: string | null };

/** Claims as they are told in a list, by their ids; removed ones are not among them. */
export async function toldClaims(ctx: CaseContext, ids: readonly string[]): Promise<Map<string, ToldClaim>> {
  if (ids.length === 0) return new Map();
  const parties = await ctx.read.selectFrom('party').select(['id', 'name']).execute();
  const incidents = await ctx.read.selectFrom('incident').select(['id', 'code']).execute();
  const names = new Map(parties.map(({ id, name }) => [id, name]));
  const codes = new Map(incidents.map(({ id, code }) => [id, code]));
  const claims = await claimsById(ctx.read, ids);
  return new Map(
    claims.map((claim) => {
      const { id, speakerId, saidAt, incidentId } = claim;
      const who = speakerId === null ? null : (names.get(speakerId) ?? null);
      const incident = incidentId === null ? null : (codes.get(incidentId) ?? null);
      return [id, { sentence: claimSentence(claim, names), who, saidAt, incident }];
    }),
  );
}
